"""The columns the list of packages may show; each person keeps a choice of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tolok.registry.models import Package
from tolok.registry.workbook import Column

LIST: Final = "paket"  # the list's name in a person's choices


@dataclass(frozen=True)
class ListColumn:
    """One column; the name of the package stands before all of them."""

    key: str
    label: str
    attribute: str  # of Package
    kind: str = "text"  # text | status | money | day | count
    sort: str = ""  # as the address of the list says it; "" where the list is not sorted by it
    width: int = 18  # in the workbook, in characters
    usual: bool = False  # shown to whoever has not chosen

    @property
    def is_number(self) -> bool:
        return self.kind in ("money", "day", "count")


COLUMNS: Final = (
    ListColumn("kode", "Kode paket", "code"),
    ListColumn("satker", "Satuan kerja", "work_unit_name", sort="satker", width=36),
    ListColumn("metode", "Metode", "method", sort="metode", usual=True),
    ListColumn("jenis", "Jenis pengadaan", "kind", width=24),
    ListColumn("status", "Status", "status", "status", sort="status", width=13, usual=True),
    ListColumn(
        "pengumuman", "Pengumuman", "announced_on", "day", sort="pengumuman", width=13, usual=True
    ),
    ListColumn("pagu", "Pagu (Rp)", "ceiling", "money", sort="pagu", width=20),
    ListColumn("hps", "HPS (Rp)", "owner_estimate", "money", sort="hps", width=20, usual=True),
    ListColumn(
        "kontrak",
        "Nilai kontrak (Rp)",
        "contract_value",
        "money",
        sort="kontrak",
        width=20,
        usual=True,
    ),
    ListColumn("pdn", "Nilai PDN (Rp)", "domestic_value", "money", width=20),
    ListColumn("penyedia", "Penyedia", "supplier_name", width=32),
    ListColumn("penawar", "Penawar", "bidders", "count", width=10),
    ListColumn("tgl_kontrak", "Kontrak", "signed_on", "day", width=13),
    ListColumn("bast", "BAST", "handed_over_on", "day", width=13),
    ListColumn("temuan", "Temuan", "open_findings", "count", width=10, usual=True),
)
USUAL: Final = tuple(column.key for column in COLUMNS if column.usual)


def columns_named(keys: Iterable[str]) -> tuple[ListColumn, ...]:
    """In the order of the table, whatever the order of the choice."""
    wanted = set(keys)
    return tuple(column for column in COLUMNS if column.key in wanted)


def value_of(package: Package, column: ListColumn, doubts: Mapping[str, int]) -> Any:
    """The plain value: text, Decimal, date or count; none where it is missing."""
    if column.key == "temuan":
        return doubts.get(package.code, 0)
    if column.key == "status":
        return package.get_status_display()
    return getattr(package, column.attribute)


def sheet_columns(columns: Iterable[ListColumn]) -> list[Column]:
    return [Column("Nama paket", 50), *(Column(one.label, one.width) for one in columns)]
