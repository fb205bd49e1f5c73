"""The facts a template of a document may print: name, tag, meaning, example."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final

from tolok.core.dates import format_date
from tolok.core.numbers import format_number
from tolok.documents.catalogue import document
from tolok.documents.checking.fields import Reading, fields_of, is_rows, is_struct, plain, row_of
from tolok.documents.checking.inside import parts_of
from tolok.documents.checking.meanings import meaning_of
from tolok.documents.checking.places import Part
from tolok.documents.facts import Missing
from tolok.documents.parts import Picture
from tolok.documents.rendering.sandbox import Sandbox

_ROW: Final = re.compile(r"^(.*?baris \d+)(, kolom \d+)?( “|$)")
_LONGEST: Final = 80  # characters of an example


@dataclass(frozen=True)
class Field:
    """One line of the list."""

    path: str  # "aspects.criteria.text"
    kind: str  # "teks", "tanggal", "daftar"
    tag: str  # what is typed into Word
    meaning: str  # "" where only the place tells
    place: str  # the row or paragraph of the shipped template that prints it
    example: str


@dataclass
class _Shipped:
    """What the shipped template says of each fact."""

    places: dict[str, str]
    rows: dict[str, str]

    def row_name(self, path: str) -> str:
        return self.rows.get(path, "butir")


@cache
def fields_in(code: str) -> tuple[Field, ...]:
    """Every fact of a document and what it computes for its paper, in the order of its facts."""
    known = document(code)
    shipped = _read(parts_of(known.template), known.facts)
    return tuple(_fields(known.facts, known.example(), "", "", shipped))


def _fields(
    kind: Any, example: Any, prefix: str, spoken: str, shipped: _Shipped
) -> Iterator[Field]:
    """`spoken` is how the fact around these is called in a template: "signer.", "aspect."."""
    for name, hint in fields_of(kind).items():
        path, value = f"{prefix}{name}", getattr(example, name, None)
        inner, called = plain(hint), f"{spoken}{name}"
        word, tag = _typed(inner, called, shipped.row_name(path))
        place = shipped.places.get(path, "")
        yield Field(path, word, tag, meaning_of(kind, name), place, _shown(value))
        while is_rows(inner):
            inner, called = row_of(inner), shipped.row_name(path)
            value = value[0] if isinstance(value, tuple) and value else None
        if is_struct(inner):
            yield from _fields(inner, value, f"{path}.", f"{called}.", shipped)


def _typed(kind: Any, spoken: str, row: str) -> tuple[str, str]:
    """The kind in words and the tag that prints it."""
    if is_rows(kind):
        return "daftar", f"{{% for {row} in {spoken} %}} … {{% endfor %}}"
    if is_struct(kind):
        return "kelompok", ""
    word, pattern = _KINDS.get(kind, ("teks", "{{{{ {0} }}}}"))
    return word, pattern.format(spoken)


_KINDS: Final[dict[Any, tuple[str, str]]] = {
    bool: ("ya/tidak", "{{% if {0} %}} … {{% endif %}}"),
    int: ("bilangan", "{{{{ {0} }}}}"),
    Decimal: ("bilangan", "{{{{ {0}|angka(2) }}}}"),
    date: ("tanggal", "{{{{ {0}|tanggal_panjang }}}}"),
    Picture: ("gambar", "{{{{ {0}|gambar(2, 2) }}}}"),
}


def _shown(value: Any) -> str:
    """The example in one line."""
    match value:
        case bool():
            text = "ya" if value else "tidak"
        case Decimal():
            text = format_number(value)
        case date():
            text = format_date(value)
        case Missing():
            text = value.reason
        case str() | int():
            text = str(value)
        case tuple():
            of_words = value and isinstance(value[0], str)
            text = str(value[0]) if of_words else f"{len(value)} baris"
        case _:
            text = ""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _read(parts: list[Part], facts: type[Any]) -> _Shipped:
    """Where the shipped template first prints each fact: the whole row, with its label."""
    sandbox, shipped = Sandbox(), _Shipped({}, {})
    for part in parts:
        reading = Reading(facts)
        reading.read(sandbox.parse(part.source))
        for path, line in reading.used.items():
            if path not in shipped.places:
                shipped.places[path] = _row_of_place(part, part.place(line), path)
        shipped.rows |= reading.rows
    return shipped


def _row_of_place(part: Part, place: str, path: str) -> str:
    """Of a cell its row, where the row's first words hold the fact and so its label."""
    found = _ROW.match(place)
    if found is None:
        return place
    row = next((one for one in part.places if one.startswith(f"{found[1]} “")), place)
    return row if path.rpartition(".")[2] in row else place
