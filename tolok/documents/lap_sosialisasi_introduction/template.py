"""Makes template.docx: the report on an activity, with materials, tests, and questions."""

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
from tolok.documents.lap_sosialisasi_introduction import DOCUMENT

SHEET = Sheet.letter()


def build() -> Template:
    body = (
        *report_head(SHEET),
        *what_was_done(SHEET),
        *materials(),
        *what_was_reached(SHEET, *understanding(), *questions()),
        *report_end(SHEET),
    )
    return Template(DOCUMENT, SHEET, body, size=11)


def materials() -> tuple[Xml, ...]:
    none = p("Isi Bagian", "Tidak ada bahan yang dibagikan.")
    given = each("one in materials", numbered("{{ one }}", restart=1))
    return (
        space(8),
        when(
            "materials",
            p("Isi Bagian", "Bahan yang dibagikan:", keep=True),
            given,
            otherwise=(none,),
        ),
    )


def understanding() -> tuple[Xml, ...]:
    words = (
        "Pemahaman peserta diukur dengan tes sebelum dan sesudah acara terhadap "
        "{{ tested|angka }} peserta. Nilai rata-rata sebelum acara: {{ test_before|angka(1) }}; "
        "sesudah acara: {{ test_after|angka(1) }}."
    )
    none = p("Isi Bagian", "Pemahaman peserta tidak diukur dengan tes.")
    return (space(4), when("tested", p("Isi Bagian", words), otherwise=(none,)))


def questions() -> tuple[Xml, ...]:
    columns = (
        Column("No", 1.0, "center"),
        Column("Pertanyaan", 7.4),
        Column("Jawaban", 8.6),
    )
    asked = (p("Tabel", "{{ one.question }}"), p("Tabel Kecil", "{{ one.asker }}"))
    row = Row.of("{{ loop.index }}.", Cell(asked), "{{ one.answer }}")
    empty = ("questions", "Tidak ada pertanyaan dari peserta.")
    return (
        p("Isi Bagian", "Tanya jawab:", keep=True),
        table(columns, Each("one in questions", row), empty=empty),
    )
