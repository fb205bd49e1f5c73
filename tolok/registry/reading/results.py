"""What reading a file gives; it crosses from the child as JSON, never as pickled objects."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from tolok.core.problem import Problem


@dataclass(frozen=True)
class RowRefusal:
    """One cell, or one row without a column, that keeps its row out."""

    sheet: str
    row: int  # as the user finds it in the file
    column: str  # as the source spells it; "" when the whole row is meant
    value: str
    problem: Problem


@dataclass(frozen=True)
class RefusedRow:
    """A row that was kept out, as the file has it, to be corrected and brought in again."""

    sheet: str
    row: int
    cells: Mapping[str, str]  # column -> text


@dataclass(frozen=True)
class FileReading:
    """What came of one file; a workbook with several known sheets gives one for each."""

    path: str  # as shown to the user
    sha256: str
    source: str = ""  # "isb" | "inaproc" | "spse-list" | "workbook" | ""
    table: str = ""  # canonical name, "" when not recognised
    sheet: str = ""  # of a workbook
    rows: int = 0  # read, including the refused ones
    parquet: Path | None = None
    refused: tuple[RowRefusal, ...] = ()
    problems: tuple[Problem, ...] = ()  # about the file as a whole
    refused_rows: tuple[RefusedRow, ...] = ()
    columns: Mapping[str, str] | None = None  # canonical name -> as the source spells it
    failed: bool = False  # true: the file as a whole was refused; empty files did not fail

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "parquet": str(self.parquet) if self.parquet else None}

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Self:
        return cls(
            **found
            | {
                "parquet": Path(found["parquet"]) if found["parquet"] else None,
                "problems": tuple(Problem(**problem) for problem in found["problems"]),
                "refused": tuple(
                    RowRefusal(**refusal | {"problem": Problem(**refusal["problem"])})
                    for refusal in found["refused"]
                ),
                "refused_rows": tuple(RefusedRow(**row) for row in found["refused_rows"]),
            }
        )


class Member(NamedTuple):
    """A member of a ZIP, taken out and waiting to be read."""

    path: Path
    shown: str


class PlainSheet(NamedTuple):
    """A sheet as texts, for whoever knows its columns; no table of packages."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]  # the number its user finds it by, the cells


@dataclass(frozen=True)
class Results:
    """All that a child has to say about its file."""

    readings: tuple[FileReading, ...]
    members: tuple[Member, ...] = ()  # of a ZIP; each is read by a child of its own
    sheets: tuple[PlainSheet, ...] = ()  # of a workbook that was asked for as it is


MOST_BYTES: Final = 64 << 20
"""Of a child's results: the parent takes them in whole."""


def write_results(results: Results, target: Path) -> None:
    """Raises OverflowError when there is more to say than the parent takes in."""
    found = {
        "readings": [reading.to_json() for reading in results.readings],
        "members": [(str(member.path), member.shown) for member in results.members],
        "sheets": results.sheets,
    }
    text = json.dumps(found)
    if len(text) > MOST_BYTES:
        raise OverflowError(len(text))
    target.write_text(text, encoding="utf-8")


def read_results(source: Path) -> Results:
    found = json.loads(source.read_text("utf-8"))
    return Results(
        tuple(FileReading.from_json(reading) for reading in found["readings"]),
        tuple(Member(Path(path), shown) for path, shown in found["members"]),
        tuple(
            PlainSheet(name, tuple((number, tuple(cells)) for number, cells in rows))
            for name, rows in found["sheets"]
        ),
    )
