"""The same form as a workbook: change a rating, and its value and category follow."""

from tolok.documents.f05_supplier_performance import Facts
from tolok.documents.rating_sheets import fill_rating
from tolok.documents.sheets import Book, Sheet


def fill(book: Book, facts: Facts) -> None:
    sheet = book.sheet("F5", widths=(6, 46, 12, 12, 18, 14))
    sheet.row(["FORMULIR PENILAIAN KINERJA PENYEDIA"], "title")
    sheet.row([f"TAHUN ANGGARAN {facts.year}"], "label")
    sheet.skip()
    _header(sheet, facts)
    fill_rating(sheet, facts)


def _header(sheet: Sheet, facts: Facts) -> None:
    for label, value in (
        ("Perangkat Daerah", facts.work_unit),
        ("Nama Penyedia", facts.supplier),
        ("Nama Paket Pekerjaan", facts.package),
        ("Nomor Kontrak", facts.contract_number),
    ):
        sheet.row(["", label, value], "label")
    sheet.row(["", "Nilai Kontrak", facts.contract_value], ["label", "label", "rupiah"])
