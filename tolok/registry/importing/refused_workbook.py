"""The rows an import refused, as a workbook to be corrected and imported again."""

import io
from collections.abc import Iterable, Mapping, Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tolok.registry.importing.report import FileReport
from tolok.registry.reading.results import RefusedRow, RowRefusal

WHY = "Alasan penolakan"


def write_refused(files: Iterable[FileReport]) -> bytes:
    """One sheet per file: its own columns, the refused cells red with the reason as a comment.

    Everything is written as text: what the file said must be seen, and nothing may become a
    formula.
    """
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        red = book.add_format({"bg_color": "#F8CBCB", "num_format": "@"})
        bold = book.add_format({"bold": True})
        refused = [file for file in files if file.refused_rows]
        for number, file in enumerate(refused, start=1):
            sheet = book.add_worksheet(f"{number} {file.table}"[:31])
            _write_sheet(sheet, file, red=red, bold=bold)
    return target.getvalue()


def _write_sheet(sheet: Worksheet, file: FileReport, *, red: object, bold: object) -> None:
    columns = _columns(file.refused_rows)
    for position, name in enumerate([*columns, "Baris asal", WHY]):
        sheet.write_string(0, position, name, bold)
    by_row = _by_row(file.refusals)
    for line, row in enumerate(file.refused_rows, start=1):
        reasons = by_row.get((row.sheet, row.row), {})
        for position, name in enumerate(columns):
            wrong = name in reasons
            sheet.write_string(line, position, row.cells.get(name, ""), red if wrong else None)
            if wrong:
                sheet.write_comment(line, position, reasons[name])
        sheet.write_number(line, len(columns), row.row)
        sheet.write_string(line, len(columns) + 1, " ".join(dict.fromkeys(reasons.values())))
    sheet.freeze_panes(1, 0)


def _columns(rows: Sequence[RefusedRow]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row.cells))


def _by_row(refusals: Iterable[RowRefusal]) -> Mapping[tuple[str, int], dict[str, str]]:
    found: dict[tuple[str, int], dict[str, str]] = {}
    for refusal in refusals:
        reasons = found.setdefault((refusal.sheet, refusal.row), {})
        reasons[refusal.column] = f"{refusal.problem.rule}: {refusal.problem.message}"
    return found
