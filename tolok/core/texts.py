"""Texts in which a source hides structure: HTML, members of a KSO, durations in words."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from html.parser import HTMLParser
from typing import Final

from tolok.core.blank import is_blank, quoted
from tolok.core.identifiers import npwp16
from tolok.core.numbers import NumberForm, read_number
from tolok.core.problem import Problem

# --- HTML

_LINES: Final = frozenset({"p", "br", "div", "li", "tr", "ol", "ul", "table", "h1", "h2", "h3"})
_SILENT: Final = frozenset({"script", "style", "head"})
_ESCAPED_CONTROL: Final = re.compile(r"_x00[01][0-9A-Fa-f]_")


def plain_text(html: str) -> str:
    """R-28: what a reader sees of a text that a source keeps as HTML, line by line.

    Tags, scripts, entities and the spreadsheet's "_x000d_" are gone; "<" in running text stays.
    """
    reader = _Text()
    reader.feed(_ESCAPED_CONTROL.sub("\n", html))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).splitlines())
    return "\n".join(line for line in lines if line)


class _Text(HTMLParser):
    """Collects the text outside of tags; it is printed escaped, never as HTML again."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in _LINES:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag in _LINES:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


# --- Members of a joint operation (KSO)

_MEMBER: Final = re.compile(r"(?:^|;)\s*Nama Anggota KSO:\s*")
_PART: Final = re.compile(r",?\s*(NPWP|Jenis|Nilai) Anggota KSO:\s*")


@dataclass(frozen=True)
class ConsortiumMember:
    """One firm of a joint operation."""

    name: str
    npwp: str | None  # 16 digits
    kind: str
    value: Decimal | None  # the member's share in rupiah; None where the source says 0,00


def consortium_members(text: str | None) -> tuple[ConsortiumMember, ...]:
    """R-27: `anggota_kso`, one text with labels and Indonesian numbers.

    A name may hold commas ("Askon Multi Jasa, PT"), so the labels divide, not the commas. A
    share of 0,00 means that nobody filled it in.
    """
    members = _MEMBER.split(text or "")[1:]
    return tuple(_member(member) for member in members)


def _member(text: str) -> ConsortiumMember:
    name, *rest = _PART.split(text)
    parts = dict(zip(rest[::2], rest[1::2], strict=False))
    value = read_number(parts.get("Nilai", ""), NumberForm.DECIMAL_COMMA)
    return ConsortiumMember(
        name=name.strip(),
        npwp=npwp16(parts.get("NPWP")),
        kind=parts.get("Jenis", "").strip(),
        value=value if isinstance(value, Decimal) and value else None,
    )


# --- Time for completion


class TimeUnit(StrEnum):
    """What a duration is counted in; the value is its Indonesian name."""

    DAYS = "hari kalender"
    WORKING_DAYS = "hari kerja"
    MONTHS = "bulan"
    YEARS = "tahun"


@dataclass(frozen=True)
class WorkTime:
    """A duration as agreed; months are not days, and working days need a calendar."""

    amount: int
    unit: TimeUnit


_NAMED_UNITS: Final = (
    (re.compile(r"hari kerja"), TimeUnit.WORKING_DAYS),
    (re.compile(r"hari|k[ae]l[ae]nd[ae]r"), TimeUnit.DAYS),
    (re.compile(r"bulan"), TimeUnit.MONTHS),
    (re.compile(r"tahun"), TimeUnit.YEARS),
)
_DURATION: Final = re.compile(
    r"(?:selama )?(?P<amount>[0-9]+)(?P<more>[.,][0-9]+)? ?(?:\([^)]*\))? ?(?P<unit>[a-z].*)?"
)
_WRITE: Final = "Tulis seperti “45 hari kalender”."


def work_time(text: str | None) -> WorkTime | Problem | None:
    """R-26: `waktu_penyelesaian`, typed freely; None where it is empty, else why it is not read.

    The first statement counts: what stands behind it ("30 hari kalender, 1 bulan", "… dari 6
    Januari 2024") says it once more in other words.
    """
    written = " ".join((text or "").lower().split())
    if is_blank(written):
        return None
    found = _DURATION.fullmatch(written)
    if found is None:
        return Problem("R-26", "", f"{quoted(written)} tidak menyebut jumlah waktunya. {_WRITE}")
    if found["more"]:
        return Problem("R-26", "", f"{quoted(written)} bukan bilangan bulat. {_WRITE}")
    for name, unit in _NAMED_UNITS:
        if name.match(found["unit"] or ""):
            return WorkTime(int(found["amount"]), unit)
    return Problem("R-26", "", f"{quoted(written)} tidak menyebut satuan waktunya. {_WRITE}")
