"""The same recap as a workbook: change points, and values, means and shares follow."""

from tolok.documents.f09_pokja_recap import Facts
from tolok.documents.package_sheets import BEHIND, PackageHead, fill_packages
from tolok.documents.ratings import PackageRow
from tolok.documents.recap_sheets import RecapSheet
from tolok.documents.sheets import Book, Value


def fill(book: Book, facts: Facts) -> None:
    head = PackageHead(
        "REKAPITULASI KINERJA PER POKJA PEMILIHAN",
        (("Pokja Pemilihan", facts.pokja), ("Unit/satuan pelaksana", facts.unit)),
        ("Paket pengadaan", "Kode", "Perangkat Daerah", "Metode"),
        _cells,
    )
    fill_packages(RecapSheet(book, "F9", facts, BEHIND), facts, head)


def _cells(row: PackageRow) -> tuple[Value, Value, Value, Value]:
    return row.name, row.code, row.work_unit, row.method
