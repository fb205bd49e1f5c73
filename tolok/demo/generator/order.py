"""What to generate."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tolok.core.problem import Problem, RefusedError

LAST_YEAR = 2025  # fixed, so that the same order gives the same bytes in any year

FileForm = Literal["json", "csv", "parquet"]


@dataclass(frozen=True)
class Mix:
    """How the packages of a year spread over the processes; the rest is e-purchasing.

    The default leans on a province and a regency of 2023 to 2025, where two to four of a
    hundred packages are tenders, and a half to two thirds are Pengadaan Langsung.
    """

    tender: float = 0.04
    direct: float = 0.52
    recorded: float = 0.16


@dataclass(frozen=True)
class Order:
    """One run of the generator."""

    packages: int  # in all, shared evenly by agencies and years
    agencies: int = 1
    years: int = 1  # the last ones up to LAST_YEAR
    seed: int = 1
    form: FileForm = "json"
    mix: Mix = field(default=Mix())

    def __post_init__(self) -> None:
        wrong = [name for name in ("packages", "agencies", "years") if getattr(self, name) < 1]
        if wrong or self.packages < self.agencies * self.years:
            raise RefusedError(
                Problem(
                    rule="G-01",
                    where=", ".join(wrong) or "packages",
                    message="Jumlah paket, badan, dan tahun harus paling sedikit satu, dan "
                    "paket tidak boleh kurang dari badan kali tahun.",
                )
            )

    def parts(self) -> Iterator["Part"]:
        """One part per agency and year; the sizes add up to `packages`."""
        count = self.agencies * self.years
        for position in range(count):
            size = (position + 1) * self.packages // count - position * self.packages // count
            yield Part(
                agency_index=position // self.years,
                year=LAST_YEAR - self.years + 1 + position % self.years,
                position=position,
                size=size,
                mix=self.mix,
            )


@dataclass(frozen=True)
class Part:
    """One agency's one year of an order."""

    agency_index: int
    year: int
    position: int  # among all parts; decides which file-level quirks this part shows
    size: int
    mix: Mix

    @property
    def is_early(self) -> bool:
        """Every third part shows the habits of an early, half-migrated year.

        Failed tenders without status, a partial RUP, renumbered work units.
        A single agency and year stays clean of them, so that its plan can be measured.
        """
        return self.position % 3 == 0 and self.year < LAST_YEAR
