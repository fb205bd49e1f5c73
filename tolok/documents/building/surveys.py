"""The paper form of a survey: one sheet for each code (facts: `surveys.SurveyForm`)."""

from typing import Final

from tolok.documents.building.letters import kop
from tolok.documents.building.paper import Sheet
from tolok.documents.building.paragraphs import bold, each, note, p, space, when
from tolok.documents.building.tables import Cell, Cells, Column, Each, Row, grid, table
from tolok.documents.building.xml import Xml, join

_BOX: Final = "□"


def survey_sheets(sheet: Sheet, title: str) -> Xml:
    """Every copy begins a page; what differs is its code."""
    return each(
        "copy in copies",
        when("not loop.first", _new_page()),
        kop(sheet),
        p("Title", title),
        p("Subtitle", "TAHUN ANGGARAN {{ year }}"),
        _invitation(sheet),
        space(4),
        _questions(sheet),
        space(4),
        _background(sheet),
        space(4),
        _suggestion(sheet),
        _foot(),
    )


def _new_page() -> Xml:
    """A page break that takes no line of a full page, which would leave an empty one."""
    tiny = (
        '<w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    )
    return p("Rapat", properties=tiny)


def _invitation(sheet: Sheet) -> Xml:
    """What is asked at the left; the sheet's code, and where to answer instead, at the right."""
    online = "atau isi di {{ online }} dengan kode lembar ini"
    words = (
        p("Tabel", "{{ invitation }}"),
        p("Tabel", "{{ privacy }}"),
        p(
            "Tabel",
            "Beri tanda √ pada ",
            bold("satu kotak untuk setiap pertanyaan"),
            "; pilih Tidak relevan bila tidak mengalaminya. Kembalikan ke {{ return_to }} paling "
            "lambat ",
            bold("{{ deadline|hari_tanggal }}"),
            f"{{% if online %}}, {online}{{% endif %}}.",
        ),
    )
    code = (
        p("Tabel Tengah", "Kode lembar"),
        p("Tabel Tengah", bold("{{ copy.code }}")),
        when("copy.link", p("Tabel Tengah", "{{ copy.link|qr(1.9) }}")),
    )
    columns = grid(round(sheet.text_width - 3.0, 2), 3.0)
    return table(columns, Row.of(Cell(words), Cell(code)), heads=())


def _questions(sheet: Sheet) -> Xml:
    """A row for each unsur: four options as large boxes, and the way out."""
    option, other = 1.95, 1.5
    columns = (
        Column("No", 0.8, "center"),
        Column("Pertanyaan", round(sheet.text_width - 0.8 - 4 * option - other, 2)),
        *(Column(str(points), option, "center") for points in range(1, 5)),
        Column("Tidak relevan", other, "center"),
    )
    asked = (
        p("Tabel Judul", "{{ question.code }} {{ question.unsur }}"),
        p("Tabel", "{{ question.text }}"),
        when("question.hint", p("Tabel Kecil", "{{ question.hint }}")),
    )
    answer = Cell((p("Kotak", _BOX), p("Tabel Kecil Tengah", "{{ option }}")), middle=False)
    row = Row.of(
        "{{ loop.index }}.",
        Cell(asked),
        Cells("option in question.options", answer, 4),
        Cell((p("Kotak", _BOX),)),
    )
    empty = ("questions", "Pertanyaan belum ditetapkan.")
    return table(columns, Each("question in questions", row), empty=empty)


def _background(sheet: Sheet) -> Xml:
    """Optional: no line has to be answered."""
    columns = grid(4.0, round(sheet.text_width - 4.0, 2))
    boxes = f"{{% for option in one.options %}}{_BOX} {{{{ option }}}}     {{% endfor %}}"
    head = Row.of(Cell("Tentang Saudara (boleh dikosongkan)", 2, style="Tabel Judul"))
    return when(
        "background",
        table(columns, Each("one in background", Row.of("{{ one.label }}", boxes)), heads=(head,)),
    )


def _suggestion(sheet: Sheet) -> Xml:
    asked = (
        p(
            "Tabel",
            bold("Apa yang sebaiknya kami perbaiki?"),
            " (boleh dikosongkan; jangan menulis nama orang, perusahaan, atau nomor telepon)",
        ),
    )
    row = Row.of(Cell(asked, middle=False), height=1.9)
    return table(grid(sheet.text_width), row, heads=())


def _foot() -> Xml:
    thanks = "Terima kasih. Pertanyaan tentang survei ini: {{ contact }}."
    code = " Kode verifikasi formulir {{ issue.code }}"
    address = " ({{ issue.address }})"
    known = f"{{% if issue.address %}}{address}{{% endif %}}."
    return join([note(thanks, f"{{% if issue.code %}}{code}{known}{{% endif %}}")])
