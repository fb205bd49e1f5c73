"""Lists as workbooks: the columns a page shows, for all the rows it was asked for."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tolok.registry.models.packages import PackageRows
from tolok.registry.workbook import Column

PACKAGE_COLUMNS: Final = (
    Column("Kode paket", 14),
    Column("Nama paket", 50),
    Column("Satuan kerja", 36),
    Column("Metode", 18),
    Column("Jenis pengadaan", 24),
    Column("Status", 13),
    Column("Pengumuman", 13),
    Column("Pagu (Rp)", 20),
    Column("HPS (Rp)", 20),
    Column("Nilai kontrak (Rp)", 20),
    Column("Penyedia", 32),
    Column("Temuan terbuka", 10),
)


def package_rows(packages: PackageRows, doubts: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    """In the order of the page; money stays Decimal, days stay days."""
    for one in packages:
        yield (
            one.code,
            one.name,
            one.work_unit_name,
            one.method,
            one.kind,
            one.get_status_display(),
            one.announced_on,
            one.ceiling,
            one.owner_estimate,
            one.contract_value,
            one.supplier_name,
            doubts.get(one.code, 0),
        )
