"""Makes template.docx: F4 landscape, one row a file, counts, signatures."""

from tolok.documents.arsip_list import DOCUMENT
from tolok.documents.building import (
    F4,
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    kop,
    labelled,
    p,
    signatures,
    space,
    table,
    verification,
)

SHEET = Sheet.wide(F4)


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "DAFTAR ARSIP"),
        p("Subtitle", "{{ period|upper }}"),
        labelled(
            SHEET,
            ("Unit pengolah", "{{ keeper }}"),
            ("Keadaan", "{{ as_of }}"),
            (
                "Jumlah",
                "{{ items|length|angka }} berkas; {{ electronic|angka }} tersimpan secara "
                "elektronik; {{ permanent|angka }} permanen",
            ),
            label=3.4,
        ),
        space(6),
        items(),
        p(
            "Catatan",
            "Kode verifikasi dan sidik (SHA-256, delapan tanda pertama) membuktikan bahwa berkas "
            "elektronik tidak berubah. "
            "Arsip dimusnahkan hanya dengan keputusan tertulis dua orang.",
            keep=True,
        ),
        signatures(SHEET, "{{ signed.place_and_date }}", between=verification()),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none")


def items() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Klasifikasi", 2.1, "center"),
        Column("Uraian informasi, keterangan", 7.9),
        Column("Kurun waktu", 2.1, "center"),
        Column("Jumlah", 1.9, "center"),
        Column("Bentuk dan tingkat perkembangan", 2.9),
        Column("Lokasi simpan", 3.5),
        Column("Keamanan", 1.9, "center"),
        Column("Retensi aktif s.d.", 2.1, "center"),
        Column("Retensi inaktif s.d.", 2.1, "center"),
        Column("Nasib akhir", 1.9, "center"),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.classification }}",
        Cell(
            (p("Tabel", "{{ one.description }}"), p("Tabel Kecil", "{{ one.marks|join(' · ') }}"))
        ),
        "{{ one.period }}",
        "{{ one.count }}",
        Cell((p("Tabel", "{{ one.form }}"), p("Tabel Kecil", "{{ one.copy }}"))),
        "{{ one.place }}",
        "{{ one.security }}",
        "{{ one.active_until|tanggal_pendek }}",
        "{{ one.inactive_until|tanggal_pendek }}",
        "{{ one.fate }}",
    )
    empty = ("items", "Belum ada arsip yang didaftar.")
    return table(columns, Each("one in items", row), empty=empty)
