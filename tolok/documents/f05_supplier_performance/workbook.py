"""The same form as a workbook: change a rating, and its value and category follow."""

from tolok.documents.f05_supplier_performance import Aspect, Facts
from tolok.documents.sheets import Book, Formula, Sheet, Value


def fill(book: Book, facts: Facts) -> None:
    sheet = book.sheet("F5", widths=(6, 46, 12, 12, 18, 14))
    sheet.row(["FORMULIR PENILAIAN KINERJA PENYEDIA"], "title")
    sheet.row([f"TAHUN ANGGARAN {facts.year}"], "label")
    sheet.skip()
    _header(sheet, facts)
    sheet.skip()
    head = sheet.row(
        ["No", "Aspek kinerja", "Bobot (%)", "Angka", "Predikat", "Nilai akhir"], "head"
    )
    sheet.repeat(head, head)
    rows = [_aspect(sheet, at, aspect) for at, aspect in enumerate(facts.aspects, 1)]
    total = _total(sheet, facts, rows)
    sheet.skip()
    _category(sheet, facts, total)


def _header(sheet: Sheet, facts: Facts) -> None:
    for label, value in (
        ("Perangkat Daerah", facts.work_unit),
        ("Nama Penyedia", facts.supplier),
        ("Nama Paket Pekerjaan", facts.package),
        ("Nomor Kontrak", facts.contract_number),
    ):
        sheet.row(["", label, value], "label")
    sheet.row(["", "Nilai Kontrak", facts.contract_value], ["label", "label", "rupiah"])


def _aspect(sheet: Sheet, number: int, aspect: Aspect) -> int:
    at = sheet.next_row
    score = Formula(f"=C{at}*D{at}/100", aspect.score)
    values: list[Value] = [
        number,
        aspect.name,
        aspect.weight,
        aspect.rating,
        aspect.predicate,
        score,
    ]
    return sheet.row(values, ["centre", "text", "whole", "input", "centre", "number"])


def _total(sheet: Sheet, facts: Facts, rows: list[int]) -> int:
    """Only the table's own rows are added up; without rows there is nothing to add."""
    span = (rows[0], rows[-1]) if rows else (sheet.next_row - 1, sheet.next_row - 1)
    weight = Formula(f"=SUM(C{span[0]}:C{span[1]})", facts.total_weight)
    value = Formula(f"=SUM(F{span[0]}:F{span[1]})", facts.value)
    values: list[Value] = ["", "NILAI KINERJA", weight, "", "", value]
    return sheet.row(values, ["total_text", "total_text", "total", "total", "total", "total"])


def _category(sheet: Sheet, facts: Facts, total: int) -> None:
    """The legend's bounds are cells, so that another instrument needs no other formula."""
    sheet.row(["", "Kategori", "Mulai dari"], ["head", "head", "head"])
    rows = [
        sheet.row(["", f"{band.name}", band.least], ["text", "text", "number"])
        for band in facts.bands
    ]
    found = f"=LOOKUP(F{total},C{rows[0]}:C{rows[-1]},B{rows[0]}:B{rows[-1]})"
    sheet.row(["", "Kategori nilai ini", Formula(found, facts.category)], "total_text")
    sheet.row(["", f"Dasar: {facts.legal_basis}. Instrumen versi {facts.instrument}."], "note")
