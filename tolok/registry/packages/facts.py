"""The facts of a package as its page prints them, beside what was published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from tolok.core.dates import format_date_short
from tolok.core.formula.dictionary import Field, FieldType
from tolok.core.numbers import format_number, format_rupiah
from tolok.registry.dictionary import dictionary
from tolok.registry.models import Correction, Package

ABOUT: Final = (
    "kd_paket",
    "kd_tender",
    "jenis_proses",
    "mtd_pemilihan",
    "jenis_pengadaan",
    "kualifikasi_paket",
    "sumber_dana",
    "nama_satker",
)
MONEY: Final = (
    "pagu",
    "hps",
    "nilai_penawaran",
    "nilai_negosiasi",
    "nilai_kontrak",
    "nilai_pdn_kontrak",
    "nilai_umk_kontrak",
    "nilai_pembayaran",
)
COUNTS: Final = (
    "status",
    "jumlah_pengumuman",
    "jumlah_gagal",
    "jumlah_pendaftar",
    "jumlah_penawar",
    "status_kontrak",
    "adendum",
)
EDITABLE: Final = tuple(field.name for field in dictionary().fields.values() if field.editable)


@dataclass(frozen=True)
class ShownFact:
    """One fact: the value in force, and the published one where a correction replaced it."""

    label: str
    text: str  # "" when missing
    reason: str  # why it is missing
    corrected: bool = False
    published: str = ""  # as the source has it; "" also when the source had nothing


def facts_of(
    package: Package, names: Iterable[str], corrections: Iterable[Correction]
) -> list[ShownFact]:
    """The named facts in that order; `corrections` are those accepted for the package."""
    replaced = {correction.field: correction.published for correction in corrections}
    return [_fact(package, dictionary()[name], replaced) for name in names]


def spoken(field: Field, text: str) -> str:
    """A stored fact (plain digits, ISO date) as pages print it."""
    match field.type:
        case FieldType.MONEY:
            return format_rupiah(Decimal(text)) if text else ""
        case FieldType.NUMBER:
            return format_number(Decimal(text)) if text else ""
        case FieldType.DATE:
            return format_date_short(date.fromisoformat(text)) if text else ""
    return text


def _fact(package: Package, field: Field, replaced: Mapping[str, str]) -> ShownFact:
    return ShownFact(
        label=field.label,
        text=_printed(getattr(package, field.code)),
        reason=f"{field.lacking} belum ada" if field.missing else "tidak tercatat",
        corrected=field.name in replaced,
        published=spoken(field, replaced.get(field.name, "")),
    )


def _printed(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ya" if value else "tidak"
        case Decimal():
            return format_rupiah(value)
        case int():
            return format_number(value)
        case date():
            return format_date_short(value)
    return str(value)
