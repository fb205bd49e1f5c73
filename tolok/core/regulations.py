"""Regulations as letters cite them: by the state they were in on the letter's own date."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

_END: Final = re.compile(r"\s*(?:; dan|[;.,])?\s*$")


@dataclass(frozen=True)
class Amendment:
    """What changed a regulation: "Peraturan Presiden Nomor 12 Tahun 2021"."""

    name: str
    since: date


@dataclass(frozen=True)
class Regulation:
    """One regulation; of those with the same subject the latest in force is the one to cite."""

    subject: str  # "ukpbj"
    name: str  # "Peraturan LKPP Nomor 10 Tahun 2021"
    about: str  # "Unit Kerja Pengadaan Barang/Jasa"
    since: date
    amendments: tuple[Amendment, ...] = ()  # the oldest first

    def cited_on(self, day: date) -> str:
        return self._cited([one for one in self.amendments if one.since <= day])

    def every_citation(self) -> Iterator[str]:
        """As it was cited from its first day until now."""
        for known in range(len(self.amendments) + 1):
            yield self._cited(self.amendments[:known])

    def _cited(self, amendments: Sequence[Amendment]) -> str:
        whole = f"{self.name} tentang {self.about}"
        if not amendments:
            return whole
        often = "telah beberapa kali diubah, terakhir" if len(amendments) > 1 else "diubah"
        return f"{whole} sebagaimana {often} dengan {amendments[-1].name}"


def cited(regulations: Iterable[Regulation], day: date) -> tuple[str, ...]:
    """What a letter of that day cites: for each subject the regulation then in force, if any."""
    return tuple(one.cited_on(day) for one in _in_force(regulations, day).values())


def recited(lines: Sequence[str], regulations: Sequence[Regulation], day: date) -> tuple[str, ...]:
    """A letter's list, as it reads on that day.

    Only lines that cite as the table does are put in that day's words, or left out where nothing
    on their subject was in force yet; what an office wrote itself stays as it is.
    """
    subjects = {text: one.subject for one in regulations for text in one.every_citation()}
    now = {subject: one.cited_on(day) for subject, one in _in_force(regulations, day).items()}
    told = [_END.sub("", line) for line in lines]
    kept = [now.get(subjects[text]) if text in subjects else text for text in told]
    texts = [text for text in kept if text is not None]
    ends = [line.removeprefix(text) for line, text in zip(lines, told, strict=True)]
    last_ends = ends[len(ends) - len(texts) :]  # "; dan" and the full stop stand at the end
    return tuple(f"{text}{end}" for text, end in zip(texts, last_ends, strict=True))


def listed(lines: Sequence[str], end: str = ".") -> tuple[str, ...]:
    """A list as letters write it: each line with a semicolon, the last with its own sign."""
    signs = {len(lines) - 2: "; dan", len(lines) - 1: end}
    return tuple(f"{line}{signs.get(at, ';')}" for at, line in enumerate(lines))


def _in_force(regulations: Iterable[Regulation], day: date) -> dict[str, Regulation]:
    """By subject, in the order of the table."""
    found: dict[str, Regulation] = {}
    for one in regulations:
        known = found.get(one.subject)
        if one.since <= day and (known is None or known.since < one.since):
            found[one.subject] = one
    return found
