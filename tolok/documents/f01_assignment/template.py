"""Makes template.docx: F4, kop, Dasar, MENUGASKAN, Kepada, Untuk, signature, the team as annex."""

from tolok.documents.building import (
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    annex,
    bold,
    centred_title,
    grid,
    kop,
    p,
    signature,
    space,
    table,
    verification,
    when,
)
from tolok.documents.f01_assignment import DOCUMENT

SHEET = Sheet.letter()
LABEL, COLON, MARK = 2.2, 0.4, 0.95
WORDS = round(SHEET.text_width - LABEL - COLON, 2)
BELONGS = "Surat Tugas {{ issuer }} Nomor {{ letter.number }}, tanggal {{ letter.dated }}"
PERSON = (
    ("Nama", "{{ coordinator.name }}"),
    ("Pangkat/golongan", "{{ coordinator.rank|atau('–') }}"),
    ("NIP", "{{ coordinator.nip|nip|atau('–') }}"),
    ("Jabatan", "{{ coordinator.office }}"),
    ("Ditugaskan sebagai", "{{ coordinator_role }}"),
)


def build() -> Template:
    body = (
        kop(SHEET),
        centred_title("SURAT TUGAS", "NOMOR {{ letter.number }}"),
        space(12),
        points(points_of("Dasar", "basis in legal_basis", "{{ basis }}")),
        space(6),
        p("Title", "MENUGASKAN:"),
        space(6),
        person(),
        space(6),
        tasks(),
        space(6),
        p("Isi", "{{ closing }}", keep=True),
        signature(
            SHEET,
            "Ditetapkan di {{ letter.place }}",
            "pada tanggal {{ letter.dated }}",
            left=verification(),
            copies="copies",
        ),
        when("team", *team()),
    )
    return Template(DOCUMENT, SHEET, body)


def points(*lines: Each | Row) -> Xml:
    """Label : 1. 2. 3.; each point is a row, so that a long list runs on to the next page."""
    columns = grid(LABEL, COLON, MARK, round(WORDS - MARK, 2))
    return table(columns, *lines, heads=(), borders=False)


def point(label: str, mark: str, text: str) -> Row:
    return Row.of(*(plain(words) for words in (label, ":" if label else "", mark, text)))


def points_of(label: str, loop: str, text: str) -> Each:
    """The label stands before the first."""
    first, colon = (f"{{% if loop.first %}}{words}{{% endif %}}" for words in (label, ":"))
    row = Row.of(plain(first), plain(colon), plain("{{ loop.index }}."), plain(text))
    return Each(loop, row)


def plain(text: str) -> Cell:
    return Cell((p("Alamat Surat", text),), middle=False)


def person() -> Xml:
    label = 4.2
    columns = grid(LABEL, COLON, label, COLON, round(WORDS - label - COLON, 2))
    rows = (
        Row.of(
            plain("" if at else "Kepada"),
            plain("" if at else ":"),
            plain(name),
            plain(":"),
            plain(value if at else bold(value)),
        )
        for at, (name, value) in enumerate(PERSON)
    )
    return table(columns, *rows, heads=(), borders=False)


def tasks() -> Xml:
    span = "terhitung mulai tanggal {{ starts }} sampai dengan tanggal {{ ends }}; dan"
    return points(
        points_of("Untuk", "task in tasks", "{{ task }}"),
        point("", "{{ tasks|length + 1 }}.", f"melaksanakan tugas tersebut {span}"),
        point("", "{{ tasks|length + 2 }}.", "{{ reporting }}"),
    )


def team() -> tuple[Xml, ...]:
    columns = (
        Column("No", 1.0, "center"),
        Column("Nama dan NIP", 5.2),
        Column("Pangkat/golongan", 3.2),
        Column("Jabatan", 4.0),
        Column("Kedudukan dalam tim", 3.6),
    )
    official = "member.official"
    row = Row.of(
        "{{ loop.index }}.",
        Cell(
            (
                p("Tabel", f"{{{{ {official}.name }}}}"),
                when(f"{official}.nip", p("Tabel", f"NIP {{{{ {official}.nip|nip }}}}")),
            )
        ),
        f"{{{{ {official}.rank|atau('–') }}}}",
        f"{{{{ {official}.office }}}}",
        "{{ member.role }}",
    )
    title = "SUSUNAN TIM PENGELOLA KINERJA PENGADAAN"
    return (annex(title, BELONGS), table(columns, Each("member in team", row)))
