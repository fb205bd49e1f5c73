"""The columns of the workbook, in the order of the printed form."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["text", "number", "rupiah", "date", "formula"]


@dataclass(frozen=True)
class Field:
    """One column: the fact it shows, and what may be written in it."""

    name: str  # of `Record`
    group: str
    head: str
    kind: Kind
    width: float = 14


FIELDS: Final = (
    Field("package", "Paket", "Nama paket", "text", 42),
    Field("rup_code", "Paket", "Kode RUP", "text", 12),
    Field("tender_code", "Paket", "Kode tender", "text", 12),
    Field("work_unit", "Paket", "Perangkat daerah", "text", 24),
    Field("ppk", "Paket", "PPK", "text", 24),
    Field("pokja", "Paket", "Pokja", "text", 18),
    Field("method", "Paket", "Metode", "text", 18),
    Field("procurement_kind", "Paket", "Jenis", "text", 18),
    Field("area", "Paket", "Area strategis", "text", 18),
    Field("pagu", "Pemilihan", "Pagu", "rupiah", 20),
    Field("hps", "Pemilihan", "HPS", "rupiah", 20),
    Field("announced", "Pemilihan", "Tanggal pengumuman", "date"),
    Field("appointed", "Pemilihan", "Tanggal SPPBJ", "date"),
    Field("selection_days", "Pemilihan", "Lama pemilihan (hari)", "formula"),
    Field("registrants", "Pemilihan", "Pendaftar", "number"),
    Field("bidders", "Pemilihan", "Penawar", "number"),
    Field("valid_bids", "Pemilihan", "Penawar sah", "number"),
    Field("failures", "Pemilihan", "Gagal/ulang", "number"),
    Field("failure_cause", "Pemilihan", "Sebab gagal/ulang", "text", 24),
    Field("objections", "Pemilihan", "Sanggah", "number"),
    Field("upheld", "Pemilihan", "Sanggah benar", "number"),
    Field("supplier", "Kontrak", "Penyedia", "text", 24),
    Field("supplier_npwp", "Kontrak", "NPWP penyedia", "text", 22),
    Field("contract_number", "Kontrak", "Nomor kontrak", "text", 28),
    Field("contract_date", "Kontrak", "Tanggal kontrak", "date"),
    Field("contract_value", "Kontrak", "Nilai kontrak", "rupiah", 20),
    Field("saving", "Kontrak", "Efisiensi HPS (%)", "formula"),
    Field("contract_end", "Kontrak", "Akhir kontrak", "date"),
    Field("addenda", "Kontrak", "Jumlah adendum", "number"),
    Field("handed_over", "Hasil", "Tanggal BAST", "date"),
    Field("days_late", "Hasil", "Terlambat (hari)", "formula"),
    Field("delay_cause", "Hasil", "Sebab terlambat", "text", 24),
    Field("domestic", "Hasil", "Nilai PDN", "rupiah", 20),
    Field("small_business", "Hasil", "Nilai UMK-Koperasi", "rupiah", 20),
    Field("actions", "Rencana aksi", "Realisasi rencana aksi", "text", 28),
    Field("obstacles", "Rencana aksi", "Kendala", "text", 28),
    Field("evidence", "Rencana aksi", "Bukti", "text", 28),
)
