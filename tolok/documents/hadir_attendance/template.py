"""Makes template.docx: F4, rows for a pen, signatures in two columns of places."""

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
    when,
)
from tolok.documents.hadir_attendance import DOCUMENT

SHEET = Sheet.form(F4)
ZIGZAG = "{%% if %s is even %%}          {%% endif %%}{{ %s }}. .........."


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "DAFTAR HADIR"),
        space(4),
        meeting(),
        space(8),
        guests(),
        totals(),
        signatures(SHEET, "{{ signed.place_and_date }}", between=verification()),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)


def meeting() -> Xml:
    return labelled(
        SHEET,
        ("Acara", "{{ meeting.agenda }}"),
        ("Hari/tanggal", "{{ meeting.day|hari_tanggal }}"),
        ("Waktu", "pukul {{ meeting.time }}"),
        ("Tempat", "{{ meeting.where }}"),
        label=3.0,
    )


def guests() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Nama dan NIP", 4.9),
        Column("Jabatan", 3.3),
        Column("Unit kerja/instansi", 3.5),
        Column("Nomor HP", 2.3, "center"),
        Column("Tanda tangan", 3.0),
    )
    nip = when("guest.nip", p("Tabel Kecil", "NIP {{ guest.nip|nip }}"))
    known = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", "{{ guest.name }}"), nip)),
        "{{ guest.office }}",
        "{{ guest.unit }}",
        "{{ guest.phone }}",
        "{% if guest.attends == 'daring' %}hadir daring"
        "{% if guest.came %}, {{ guest.came }}{% endif %}"
        "{% elif guest.attends == 'tidak hadir' %}tidak hadir"
        "{% elif guest.came %}hadir, {{ guest.came }}{% else %}"
        + ZIGZAG % ("loop.index", "loop.index")
        + "{% endif %}",
        height=0.95,
    )
    number = "(guests|length + loop.index)"
    blank = Row.of(f"{{{{ {number} }}}}.", "", "", "", "", ZIGZAG % (number, number), height=0.95)
    empty = ("guests and not blank_rows", "Belum ada peserta yang didaftar.")
    return table(
        columns, Each("guest in guests", known), Each("at in range(blank_rows)", blank), empty=empty
    )


def totals() -> Xml:
    """Counted once it is noted who came; before that, a line for the pen."""
    return when(
        "is_recorded",
        p(
            "Catatan",
            "Hadir {{ present|angka }} dari {{ guests|length }} orang yang didaftar.",
            keep=True,
        ),
        otherwise=(p("Catatan", "Jumlah hadir: ............ orang.", keep=True),),
    )
