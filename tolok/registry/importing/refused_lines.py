"""Refused rows as they are kept in the database, back in the shape of a report."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from tolok.core.problem import Problem
from tolok.registry.importing.report import FileReport
from tolok.registry.reading import RefusedRow, RowRefusal

LINE: Final = ("path", "table", "sheet", "row", "column", "value", "rule", "message", "cells")

Line: TypeAlias = Mapping[str, Any]


def reports_of(lines: Iterable[Line]) -> list[FileReport]:
    """One report for each file and table, as the workbook of refused rows wants them.

    A line is the LINE columns of a refused cell, of an import or of a preview.
    """
    grouped: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        grouped.setdefault((line["path"], line["table"]), []).append(line)
    return [_report(path, table, found) for (path, table), found in grouped.items()]


def _report(path: str, table: str, lines: list[Line]) -> FileReport:
    rows = {(line["sheet"], line["row"]): line["cells"] for line in lines}
    return FileReport(
        path=path,
        sha256="",
        source="",
        table=table,
        refusals=tuple(_refusal(line) for line in lines),
        refused_rows=tuple(RefusedRow(sheet, row, cells) for (sheet, row), cells in rows.items()),
    )


def _refusal(line: Line) -> RowRefusal:
    problem = Problem(line["rule"], "", line["message"])
    return RowRefusal(line["sheet"], line["row"], line["column"], line["value"], problem)
