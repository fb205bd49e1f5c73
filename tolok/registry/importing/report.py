"""What an import says it did, or would do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tolok.core.problem import Problem
from tolok.registry.reading.results import RefusedRow, RowRefusal


@dataclass(frozen=True)
class Change:
    """A published row that differs: one cell, or the whole row gone (column empty)."""

    key: str
    column: str = ""
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class FileReport:
    """One file, in rows."""

    path: str
    sha256: str
    source: str
    table: str
    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    refused: int = 0
    set_aside: int = 0
    remarks: tuple[Problem, ...] = ()
    refusals: tuple[RowRefusal, ...] = ()
    refused_rows: tuple[RefusedRow, ...] = ()
    changes: tuple[Change, ...] = ()
    failed: bool = False  # the file as a whole could not be used


@dataclass(frozen=True)
class ImportReport:
    """All files of one import, and what follows from them."""

    files: tuple[FileReport, ...]
    findings: Mapping[str, int] = field(default_factory=dict)  # rule -> open findings
    packages: int = 0
    snapshot: str = ""
    import_id: int | None = None  # none for a dry run and when nothing changed

    @property
    def refused(self) -> int:
        return sum(file.refused for file in self.files)

    @property
    def failed(self) -> int:
        return sum(file.failed for file in self.files)

    def as_json(self) -> dict[str, object]:
        """The shape `tolok import --format json` prints."""
        return {
            "files": [_file_json(file) for file in self.files],
            "findings": dict(self.findings),
            "packages": self.packages,
            "snapshot": self.snapshot,
            "import": self.import_id,
        }


def _file_json(file: FileReport) -> dict[str, object]:
    counts = ("rows", "new", "changed", "unchanged", "vanished", "refused", "set_aside")
    return {
        "path": file.path,
        "source": file.source,
        "table": file.table,
        **{name: getattr(file, name) for name in counts},
        "remarks": [
            {"rule": remark.rule, "where": remark.where, "message": remark.message}
            for remark in file.remarks
        ],
    }
