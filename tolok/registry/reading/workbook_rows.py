"""Rows of an XLSX workbook: every visible sheet, hidden rows included."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from tolok.core.problem import Problem, RefusedError
from tolok.registry.reading import refusals
from tolok.registry.reading.limits import Limits
from tolok.registry.reading.rows import NumberedRow, Sheet, text_of

_ESCAPED: Final = re.compile(r"_x00([01][0-9A-Fa-f])_")
_CHUNK: Final = 1 << 20
_OVERLAP: Final = 1 << 10
_VALUELESS: Final = re.compile(
    rb"""<c\b(?![^>]*\bt="str")[^>]*> \s* <f\b(?:[^>]*/>|[^>]*>[^<]*</f>) \s*
         (?:<v\s*/>|<v>\s*</v>)? \s* </c>
       | <c\b[^>]*\bt="e"[^>]*>""",
    re.VERBOSE,
)


def workbook_sheets(path: Path, shown: str, limits: Limits) -> Iterator[Sheet | Problem]:
    """The visible sheets; what is hidden is said, not read."""
    workbook = CalamineWorkbook.from_path(path)
    for sheet in workbook.sheets_metadata:
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible is SheetVisibleEnum.Visible:
            yield Sheet(sheet.name, _rows(workbook, sheet.name, shown, limits))
        else:
            yield refusals.left_out(f"{shown}, lembar {sheet.name}", "lembar tersembunyi")


def cells_without_value(path: Path) -> int:
    """R-17: formulas that nothing has worked out, and cells that show an error such as #REF!.

    The reader gives both as empty cells, which would pass for "not filled in".
    """
    with zipfile.ZipFile(path) as archive:
        return sum(
            _count(archive, name)
            for name in archive.namelist()
            if name.startswith("xl/worksheets/") and name.endswith(".xml")
        )


def _rows(
    workbook: CalamineWorkbook, name: str, shown: str, limits: Limits
) -> Iterator[NumberedRow]:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.height * sheet.width > limits.cells:
        where = f"{shown}, lembar {name}"
        raise RefusedError(refusals.too_big(where, f"lembarnya lebih dari {limits.cells} sel"))
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = [_text(value) for value in values]
        if any(cells):
            yield NumberedRow(number, cells)


def _text(value: object) -> str:
    """Control characters stand escaped in a workbook: "_x000d_" is a carriage return."""
    text = text_of(value)
    if "_x00" in text:
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text


def _count(archive: zipfile.ZipFile, name: str) -> int:
    """Counted in pieces that overlap by less than what could hold a cell twice."""
    found, kept = 0, b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            text = kept + chunk
            end = 0
            for cell in _VALUELESS.finditer(text):
                found, end = found + 1, cell.end()
            kept = text[max(end, len(text) - _OVERLAP) :]
    return found
