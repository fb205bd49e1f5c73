"""Makes template.docx: F4 letter, the meeting in aligned rows, programme and list annexed."""

from tolok.documents.building import (
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    annex,
    each,
    kop,
    labelled,
    letter_head,
    numbered,
    p,
    recipients,
    signature,
    space,
    table,
    verification,
    when,
)
from tolok.documents.undangan_invitation import DOCUMENT

SHEET = Sheet.letter()
BELONGS = "Surat Nomor {{ letter.number }}, tanggal {{ letter.dated }}"


def build() -> Template:
    return Template(
        DOCUMENT,
        SHEET,
        (*head(), *body(), ending(), *programme(), *invitees()),
        size=11,
        numbering="none",
    )


def head() -> tuple[Xml, ...]:
    return (
        kop(SHEET),
        letter_head(
            SHEET,
            ("Nomor", "{{ letter.number }}"),
            ("Sifat", "{{ nature }}"),
            ("Lampiran", "{{ attachments }}"),
            ("Hal", "{{ subject }}"),
        ),
        p("Alamat Surat"),
        recipients(p("Alamat Surat", "{{ at_place }}")),
        p("Alamat Surat"),
    )


def body() -> tuple[Xml, ...]:
    meeting = labelled(
        SHEET,
        ("Hari/tanggal", "{{ meeting.day|hari_tanggal }}"),
        ("Waktu", "pukul {{ meeting.time }}"),
        ("Tempat", "{{ meeting.place }}"),
        ("Acara", "{{ meeting.agenda }}"),
        label=2.9,
        left=0.8,
    )
    online = labelled(SHEET, ("Tautan daring", "{{ meeting.online }}"), label=2.9, left=0.8)
    return (
        p("Isi", "{{ opening }}", keep=True),
        meeting,
        when("meeting.online", space(1), online),
        space(8),
        when(
            "requests",
            p("Isi", "Untuk itu kami mohon Saudara:", keep=True),
            each("one in requests", numbered("{{ one }}")),
            space(4),
        ),
        when(
            "confirm_by",
            p(
                "Isi",
                "Konfirmasi kehadiran disampaikan paling lambat {{ confirm_by }}"
                "{% if contact %} kepada {{ contact }}{% endif %}.",
            ),
            otherwise=(when("contact", p("Isi", "Narahubung: {{ contact }}.")),),
        ),
        p("Isi", "{{ closing }}", keep=True),
    )


def ending() -> Xml:
    return signature(SHEET, left=verification(), copies="copies")


def programme() -> tuple[Xml, ...]:
    columns = (
        Column("No", 1.0, "center"),
        Column("Waktu", 3.4, "center"),
        Column("Acara", 7.6),
        Column("Pembicara/pelaksana", 5.0),
    )
    row = Row.of("{{ loop.index }}.", "{{ one.time }}", "{{ one.topic }}", "{{ one.speaker }}")
    empty = ("programme", "Susunan acara diumumkan pada hari pelaksanaan.")
    return (
        annex("SUSUNAN ACARA", BELONGS, heading="LAMPIRAN I"),
        table(columns, Each("one in programme", row), empty=empty),
    )


def invitees() -> tuple[Xml, ...]:
    columns = (
        Column("No", 1.0, "center"),
        Column("Unit kerja", 7.6),
        Column("Yang diundang", 6.2),
        Column("Jumlah (orang)", 2.2, "center"),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.unit }}",
        "{{ one.person|atau('menurut penunjukan unit kerja') }}",
        "{{ one.seats }}",
    )
    empty = ("invitees", "Yang diundang adalah penerima surat ini.")
    return (
        annex("DAFTAR UNDANGAN", BELONGS, heading="LAMPIRAN II", new_page=False),
        table(columns, Each("one in invitees", row), empty=empty),
    )
