"""The same form as a workbook, with the figures that support it on a sheet of their own."""

from tolok.documents.f08_pokja_performance import Facts
from tolok.documents.rating_sheets import fill_rating
from tolok.documents.sheets import Book, Sheet


def fill(book: Book, facts: Facts) -> None:
    sheet = book.sheet("F8", widths=(6, 46, 12, 12, 18, 14))
    sheet.row(["FORMULIR PENILAIAN KINERJA POKJA PEMILIHAN"], "title")
    sheet.row([f"PER PAKET PENGADAAN, TAHUN ANGGARAN {facts.year}"], "label")
    sheet.skip()
    _header(sheet, facts)
    fill_rating(sheet, facts)
    _evidence(book, facts)


def _header(sheet: Sheet, facts: Facts) -> None:
    for label, value in (
        ("Unit/Satuan Pelaksana UKPBJ", facts.unit),
        ("Pokja Pemilihan", facts.pokja),
        ("Nama Paket Pengadaan", facts.package),
        ("Kode Paket", facts.package_code),
        ("Perangkat Daerah", facts.work_unit),
        ("Metode Pemilihan", facts.selection_method),
        ("Hasil Pemilihan", facts.outcome),
    ):
        sheet.row(["", label, value], "label")
    sheet.row(["", "Pagu", facts.ceiling], ["label", "label", "rupiah"])
    sheet.row(["", "HPS", facts.estimate], ["label", "label", "rupiah"])


def _evidence(book: Book, facts: Facts) -> None:
    sheet = book.sheet("Data pendukung", widths=(6, 40, 30, 34, 24))
    head = sheet.row(["No", "Data pendukung", "Isi", "Untuk aspek", "Sumber"], "head")
    sheet.repeat(head, head)
    for at, one in enumerate(facts.evidence, 1):
        sheet.row(
            [at, one.name, one.text, one.aspect, one.source],
            ["centre", "text", "text", "text", "text"],
        )
    if not facts.evidence:
        sheet.row(["", "Belum ada data pendukung dari SPSE."], "text")
