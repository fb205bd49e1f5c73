"""The two sheets of the workbook of persons and offices, and their columns."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class SheetColumn:
    """A column as people see it, and what the rows call it."""

    key: str
    label: str
    why: str
    required: bool = False
    width: int = 22


PERSONS: Final = "Orang"
OFFICES: Final = "Jabatan"

COLUMNS: Final[dict[str, tuple[SheetColumn, ...]]] = {
    PERSONS: (
        SheetColumn("email", "Surel", "Alamat surel orang itu sendiri, untuk masuk.", True, 32),
        SheetColumn("name", "Nama", "Dengan gelar, seperti pada surat keputusan.", True, 36),
        SheetColumn("nip", "NIP", "18 angka, sebagai teks; boleh kosong."),
        SheetColumn("rank", "Pangkat", "Misalnya Penata (III/c); boleh kosong.", width=28),
    ),
    OFFICES: (
        SheetColumn("email", "Surel", "Sama seperti pada lembar Orang.", True, 32),
        SheetColumn("role", "Peran", "Salah satu peran pada daftar pilihan.", True, 26),
        SheetColumn("title", "Nama jabatan", "Seperti pada naskah; boleh kosong.", width=40),
        SheetColumn("unit", "Kode satker", "Kosong berarti seluruh instansi."),
        SheetColumn("decree", "Nomor SK", "Surat keputusan atau surat tugas."),
        SheetColumn("starts", "Mulai", "Tanggal, misalnya 2/1/2026.", True),
        SheetColumn("ends", "Sampai dengan", "Hari terakhir; kosong bila belum ditentukan."),
    ),
}  # fmt: skip
