"""Makes template.docx: F4, kop, A.–F., signature, tembusan, schedule and distribution list."""

from tolok.documents.building import (
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    annex,
    each,
    kop,
    note,
    numbered,
    p,
    place_and_date,
    recipients,
    signature,
    space,
    table,
    verification,
)
from tolok.documents.f02_circular import DOCUMENT

SHEET = Sheet.letter()
BELONGS = "Surat Edaran {{ issuer }} Nomor {{ letter.number }}, tanggal {{ letter.dated }}"


def build() -> Template:
    return Template(DOCUMENT, SHEET, (*head(), *body(), ending(), *schedule(), *distribution()))


def head() -> tuple[Xml, ...]:
    return (
        kop(SHEET),
        place_and_date(),
        recipients(
            p("Alamat Surat", "{{ realm }}"),
            p("Alamat Surat", "(daftar penerima pada Lampiran II)"),
        ),
        p("Alamat Surat"),
        p("Title", "SURAT EDARAN"),
        p("Nomor Surat", "NOMOR {{ letter.number }}"),
        space(),
        p("Nomor Surat", "TENTANG"),
        space(),
        p("Title", "{{ subject|upper }}"),
        p("Subtitle"),
    )


def body() -> tuple[Xml, ...]:
    return (
        p("Heading 1", "Latar Belakang"),
        p("Isi Bagian", "{{ background }}"),
        p("Heading 1", "Maksud dan Tujuan"),
        p("Isi Bagian", "{{ purpose }}"),
        p("Heading 1", "Ruang Lingkup"),
        p("Isi Bagian", "{{ scope }}"),
        p("Heading 1", "Dasar"),
        each("basis in legal_basis", numbered("{{ basis }}")),
        p("Heading 1", "Isi Edaran"),
        each(
            "point in points",
            numbered("{{ point.text }}"),
            each("part in point.parts", numbered("{{ part }}", level="Huruf")),
        ),
        p("Heading 1", "Penutup"),
        p("Isi Bagian", "{{ closing }}", keep=True),
    )


def ending() -> Xml:
    return signature(SHEET, left=verification(), copies="copies")


def schedule() -> tuple[Xml, ...]:
    columns = (
        Column("No", 1.0, "center"),
        Column("Triwulan", 3.2),
        Column("Masa pengumpulan", 4.9),
        Column("Batas kirim", 4.0),
        Column("Formulir", 3.9),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ window.period }}",
        "{{ window.opens }} – {{ window.closes }}",
        Cell((p("Tabel", "{{ window.closes }}"), p("Tabel", "pukul {{ window.closing_time }}"))),
        Cell((each("form in window.forms", p("Tabel", "{{ form }}")),)),
    )
    empty = ("schedule", "Jadwal pengumpulan data belum ditetapkan.")
    return (
        annex("JADWAL PENGUMPULAN DATA KINERJA", BELONGS, heading="LAMPIRAN I"),
        table(columns, Each("window in schedule", row), empty=empty),
        note("{{ schedule_note }}"),
    )


def distribution() -> tuple[Xml, ...]:
    columns = (
        Column("No", 1.0, "center"),
        Column("Unit kerja", 5.2),
        Column("Penanggung jawab kinerja yang ditunjuk (nama, NIP, nomor HP)", 4.6),
        Column("Diterima tanggal", 3.2, "center"),
        Column("Tanda tangan", 3.0),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ receiver.unit }}",
        "{{ receiver.appointed }}",
        "{% if receiver.received %}{{ receiver.received }}{% endif %}",
        "{% if loop.index is even %}          {% endif %}{{ loop.index }}. ............",
        height=0.95,
    )
    title = "DAFTAR PENERIMA, TANDA TERIMA,\nDAN PENANGGUNG JAWAB KINERJA"
    empty = ("distribution", "Daftar penerima belum disusun.")
    return (
        annex(title, BELONGS, heading="LAMPIRAN II", new_page=False),
        table(columns, Each("receiver in distribution", row), empty=empty),
    )
