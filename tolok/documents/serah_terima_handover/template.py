"""Makes template.docx: F4, parties, what was agreed; tasks, papers and rights annexed."""

from tolok.documents.building import (
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    annex,
    each,
    note,
    numbered,
    p,
    space,
    table,
)
from tolok.documents.building.records import (
    record_end,
    record_head,
    record_opening,
)
from tolok.documents.serah_terima_handover import DOCUMENT

SHEET = Sheet.letter()
BELONGS = "Berita Acara Nomor {{ number }}"


def build() -> Template:
    body = (
        *record_head(SHEET, "SERAH TERIMA TUGAS\n{{ duty|upper }}"),
        *record_opening(SHEET),
        *agreed(),
        record_end(SHEET),
        *tasks(),
        *handed(),
        *access(),
    )
    return Template(DOCUMENT, SHEET, body, size=11, numbering="none")


def agreed() -> tuple[Xml, ...]:
    return (
        p(
            "Isi",
            "Kedua pihak sepakat melaksanakan serah terima tugas {{ duty }}, karena {{ reason }}, "
            "terhitung mulai tanggal {{ effective }}{% if legal_basis %}, berdasarkan:{% else %}."
            "{% endif %}",
        ),
        each("basis in legal_basis", numbered("{{ basis }}")),
        space(4),
        p("Isi", "Yang diserahterimakan:", keep=True),
        numbered(
            "{{ tasks|length|angka }} tugas yang belum selesai, di antaranya {{ late|angka }} "
            "terlambat (Lampiran I);",
            restart=1,
        ),
        numbered(
            "{{ handed|length|angka }} dokumen, data, atau barang (Lampiran II); dan", restart=1
        ),
        numbered("{{ access|length|angka }} hak akses (Lampiran III).", restart=1),
        space(4),
        each("one in statements", p("Isi", "{{ one }}")),
    )


def tasks() -> tuple[Xml, ...]:
    columns = (
        Column("No", 0.9, "center"),
        Column("Tugas", 4.6),
        Column("Langkah SOP", 1.7, "center"),
        Column("Unit/paket", 3.0),
        Column("Batas waktu", 2.1, "center"),
        Column("Status", 1.9, "center"),
        Column("Catatan", 2.8),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.task }}",
        "{{ one.step }}",
        "{{ one.unit }}",
        "{% if one.due %}{{ one.due|tanggal_pendek }}{% else %}–{% endif %}",
        "{{ one.status }}",
        "{{ one.remark }}",
    )
    empty = ("tasks", "Tidak ada tugas yang belum selesai.")
    return (
        annex("TUGAS YANG BELUM SELESAI", BELONGS, heading="LAMPIRAN I"),
        table(columns, Each("one in tasks", row), empty=empty),
    )


def handed() -> tuple[Xml, ...]:
    columns = (
        Column("No", 0.9, "center"),
        Column("Dokumen, data, atau barang", 5.4),
        Column("Nomor", 3.4),
        Column("Jumlah", 2.0, "center"),
        Column("Tempat simpan", 3.3),
        Column("Keadaan", 2.0, "center"),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.name }}",
        "{{ one.number|atau('–') }}",
        "{{ one.count }}",
        "{{ one.place }}",
        "{{ one.state }}",
    )
    empty = ("handed", "Tidak ada dokumen, data, atau barang yang diserahkan.")
    return (
        annex(
            "DOKUMEN, DATA, DAN BARANG YANG DISERAHKAN",
            BELONGS,
            heading="LAMPIRAN II",
            new_page=False,
        ),
        table(columns, Each("one in handed", row), empty=empty),
    )


def access() -> tuple[Xml, ...]:
    columns = (
        Column("No", 0.9, "center"),
        Column("Sistem", 4.6),
        Column("Hak akses", 4.9),
        Column("Dicabut dari PIHAK PERTAMA", 3.3, "center"),
        Column("Diberikan kepada PIHAK KEDUA", 3.3, "center"),
    )
    granted = "{% if one.granted %}{{ one.granted|tanggal_pendek }}{% else %}diusulkan{% endif %}"
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.system }}",
        "{{ one.right }}",
        "{{ one.ended|tanggal_pendek }}",
        granted,
    )
    empty = ("access", "Tidak ada hak akses yang berubah.")
    return (
        annex("HAK AKSES", BELONGS, heading="LAMPIRAN III", new_page=False),
        table(columns, Each("one in access", row), empty=empty),
        note("Kata sandi tidak diserahterimakan; setiap orang memakai akunnya sendiri."),
    )
