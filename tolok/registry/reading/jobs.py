"""What the parent asks of a child: one file to read; crosses as JSON."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

from tolok.registry.reading.limits import Limits

OUT_OF_MEMORY_CODE: Final = 71
"""The exit code of a child that was refused memory."""


@dataclass(frozen=True)
class Job:
    """One file to be read, and where its results go."""

    path: Path
    shown: str  # the name in messages
    out: Path  # typed tables and results are written here
    number: int  # makes their names
    limits: Limits
    is_member: bool = False  # of a ZIP, in which no further ZIP is opened
    plain: bool = False  # a workbook's sheets as texts, not its known tables

    @property
    def results(self) -> Path:
        return self.out / f"{self.number:04d}.json"

    @property
    def work(self) -> Path:
        """Where the child keeps what it needs while it reads."""
        return self.out / f"{self.number:04d}.kerja"

    def parquet(self, at: int) -> Path:
        return self.out / f"{self.number:04d}-{at}.parquet"

    def to_line(self) -> str:
        found = asdict(self) | {"path": str(self.path), "out": str(self.out)}
        return json.dumps(found) + "\n"

    @classmethod
    def from_line(cls, line: str) -> Self:
        found = json.loads(line)
        return cls(
            **found
            | {
                "path": Path(found["path"]),
                "out": Path(found["out"]),
                "limits": Limits(**found["limits"]),
            }
        )
