"""The data dictionary as it stands beside the formula field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.formula.dictionary import Field
from tolok.core.formula.functions import FUNCTIONS
from tolok.core.formula.refusals import KIND_WORDS
from tolok.registry.dictionary import dictionary

SUMS: Final = (
    "count(*), banyaknya baris",
    "count(case when syarat then 1 end), banyaknya yang memenuhi syarat",
    "count(distinct kolom), banyaknya isi yang berbeda",
    "sum(kolom), jumlah; sum(case when syarat then kolom end) jumlah sebagian",
    "avg(kolom), rata-rata",
)


@dataclass(frozen=True)
class Described:
    """A field as its reader needs it."""

    field: Field

    @property
    def kind(self) -> str:
        """ "uang", "angka, kali": its type, and its unit where it has one."""
        word = KIND_WORDS[self.field.type]
        return f"{word}, {self.field.unit}" if self.field.unit else word


def described(wanted: str) -> Sequence[Described]:
    """The fields that have the text in their name, label, meaning or choices."""
    text = wanted.strip().casefold()
    return [
        Described(field)
        for field in dictionary().fields.values()
        if text in _told(field).casefold()
    ]


def functions() -> Sequence[str]:
    """How each function is written, and what it gives."""
    return [*SUMS, *(function.usage for function in FUNCTIONS.values())]


def _told(field: Field) -> str:
    return " ".join((field.name, field.label, field.means, *field.choices))
