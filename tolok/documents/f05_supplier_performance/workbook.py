"""The same form as a workbook: change a rating, and its value and category follow."""

from tolok.documents.f05_supplier_performance import Facts
from tolok.documents.rating_sheets import aspect_rows, category_rows, total_row
from tolok.documents.sheets import Book, Sheet


def fill(book: Book, facts: Facts) -> None:
    sheet = book.sheet("F5", widths=(6, 46, 12, 12, 18, 14))
    sheet.row(["FORMULIR PENILAIAN KINERJA PENYEDIA"], "title")
    sheet.row([f"TAHUN ANGGARAN {facts.year}"], "label")
    sheet.skip()
    _header(sheet, facts)
    sheet.skip()
    rows = aspect_rows(sheet, facts.aspects)
    total = total_row(sheet, rows, "NILAI KINERJA", weight=facts.total_weight, value=facts.value)
    sheet.skip()
    category_rows(sheet, facts.bands, total, facts.category)
    sheet.row(["", f"Dasar: {facts.legal_basis}. Instrumen versi {facts.instrument}."], "note")


def _header(sheet: Sheet, facts: Facts) -> None:
    for label, value in (
        ("Perangkat Daerah", facts.work_unit),
        ("Nama Penyedia", facts.supplier),
        ("Nama Paket Pekerjaan", facts.package),
        ("Nomor Kontrak", facts.contract_number),
    ):
        sheet.row(["", label, value], "label")
    sheet.row(["", "Nilai Kontrak", facts.contract_value], ["label", "label", "rupiah"])
