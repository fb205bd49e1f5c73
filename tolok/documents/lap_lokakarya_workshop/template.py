"""Makes template.docx: the report on an activity, with the proposals of the workshop."""

from tolok.documents.building import (
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    each,
    numbered,
    p,
    space,
    table,
    when,
)
from tolok.documents.building.activity import (
    report_end,
    report_head,
    what_was_done,
    what_was_reached,
)
from tolok.documents.lap_lokakarya_workshop import DOCUMENT

SHEET = Sheet.letter()


def build() -> Template:
    body = (
        *report_head(SHEET),
        *what_was_done(SHEET),
        *functions(),
        *what_was_reached(SHEET, *goals(), *proposals(), *open_matters()),
        *report_end(SHEET),
    )
    return Template(DOCUMENT, SHEET, body, size=11)


def functions() -> tuple[Xml, ...]:
    none = p("Isi Bagian", "Unsur yang terwakili tidak dicatat.")
    return (
        space(8),
        when(
            "functions",
            p("Isi Bagian", "Unsur yang terwakili:", keep=True),
            each("one in functions", numbered("{{ one }}", restart=1)),
            otherwise=(none,),
        ),
    )


def goals() -> tuple[Xml, ...]:
    none = p("Isi Bagian", "Tujuan pengadaan belum dirumuskan.")
    return (
        space(4),
        when(
            "goals",
            p("Isi Bagian", "Rumusan tujuan pengadaan Tahun Anggaran {{ year }}:", keep=True),
            each("one in goals", numbered("{{ one }}", restart=2)),
            otherwise=(none,),
        ),
        when("areas", p("Isi Bagian", "Area strategis: {{ areas|join('; ') }}.")),
    )


def proposals() -> tuple[Xml, ...]:
    columns = (
        Column("No", 1.0, "center"),
        Column("Indikator (area strategis, satuan)", 5.2),
        Column("Baseline", 2.0, "right"),
        Column("Usulan target", 2.0, "right"),
        Column("Rencana aksi dan penanggung jawab", 6.8),
    )
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", "{{ one.name }}"), p("Tabel Kecil", "{{ one.area }} · {{ one.unit }}"))),
        "{{ one.baseline }}",
        "{{ one.target }}",
        Cell((p("Tabel", "{{ one.action }}"), p("Tabel Kecil", "{{ one.who }}"))),
    )
    empty = ("proposals", "Indikator belum diusulkan.")
    return (
        p("Isi Bagian", "Usulan indikator, baseline, target, dan rencana aksi:", keep=True),
        table(columns, Each("one in proposals", row), empty=empty),
        space(8),
    )


def open_matters() -> tuple[Xml, ...]:
    columns = (
        Column("No", 1.0, "center"),
        Column("Hal yang belum disepakati", 6.0),
        Column("Pilihan", 6.4),
        Column("Diputuskan oleh", 3.6),
    )
    row = Row.of("{{ loop.index }}.", "{{ one.matter }}", "{{ one.options }}", "{{ one.decides }}")
    empty = ("open_matters", "Semua hal telah disepakati.")
    return (
        p("Isi Bagian", "Hal yang masih terbuka:", keep=True),
        table(columns, Each("one in open_matters", row), empty=empty),
    )
