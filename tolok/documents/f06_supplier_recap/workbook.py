"""The same recap as a workbook: change points, and values, means and shares follow."""

from tolok.documents.f06_supplier_recap import ContractRow, Facts
from tolok.documents.formulas import reason_of
from tolok.documents.package_sheets import BEHIND, PackageHead, fill_packages
from tolok.documents.ratings import PackageRow
from tolok.documents.recap_sheets import RecapSheet, Span
from tolok.documents.sheets import Book, Formula, Value


def fill(book: Book, facts: Facts) -> None:
    recap = RecapSheet(book, "F6", facts, BEHIND)
    recap.violations = "Kontrak diputus"
    head = PackageHead(
        "REKAPITULASI KINERJA PER PENYEDIA",
        (("Nama penyedia", facts.supplier), ("Alamat", facts.address)),
        ("Paket pengadaan", "Nomor kontrak", "Perangkat Daerah", "Nilai kontrak"),
        _cells,
    )
    span = fill_packages(recap, facts, head)
    if span:
        _weighted(recap, facts, span)


def _cells(row: PackageRow) -> tuple[Value, Value, Value, Value]:
    value = row.contract_value if isinstance(row, ContractRow) else None
    return row.name, row.code, row.work_unit, value


def _weighted(recap: RecapSheet, facts: Facts, span: Span) -> None:
    """Only rated contracts weigh; a value that is missing stands in its cell as a text."""
    values, contracts = span.of(recap.behind(0)), span.of("E")
    weighed = f"SUMPRODUCT({values},{contracts})/SUMPRODUCT(ISNUMBER({values})*{contracts})"
    text = f"=IF(COUNT({values})=0,{reason_of(facts.weighted_mean)},{weighed})"
    label = "Rata-rata tertimbang nilai kontrak"
    recap.sheet.row(["", label, Formula(text, facts.weighted_mean)], ["text", "text", "number"])
