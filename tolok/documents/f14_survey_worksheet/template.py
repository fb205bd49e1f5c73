"""Makes template.docx: a line for each respondent, the regulation's foot, IKM, letters."""

from tolok.documents.building import (
    Cell,
    Cells,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    When,
    Xml,
    bold,
    kop,
    labelled,
    note,
    p,
    side_by_side,
    signature,
    space,
    table,
    together,
    verification,
    when,
)
from tolok.documents.building.paragraphs import or_dash
from tolok.documents.f14_survey_worksheet import DOCUMENT

SHEET = Sheet.form()
UNSUR = 9
INDEX = or_dash("index", "|angka(3)")
MUTU = "{{ letter }}{% if meaning is not kosong %} ({{ meaning }}){% endif %}"
AS_PRINTED = f"rows and unsur|length == {UNSUR}"
SAMPLE = (
    "{{ respondents|angka }} responden dari populasi {{ population|angka }}; sampel minimum "
    "{{ sample|angka }} (Krejcie-Morgan): {% if enough %}cukup{% else %}SAMPEL KURANG{% endif %}"
)


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "KERTAS KERJA PERHITUNGAN\nSURVEI KEPUASAN PELANGGAN KINERJA PENGADAAN"),
        p("Subtitle", "TAHUN ANGGARAN {{ year }}"),
        labelled(
            SHEET,
            ("Survei", "{{ survey }}"),
            ("Unit pelayanan", "{{ unit }}"),
            ("Periode", "{{ period }}"),
            ("Responden", SAMPLE),
        ),
        space(6),
        answers(),
        note(
            "Nilai 1–4 menurut formulir; TR = tidak relevan dan – = tidak dijawab, keduanya bukan "
            "nilai dan tidak ikut dibagi. NRR = Σ nilai ÷ banyak jawaban; NRR tertimbang = NRR × "
            "bobot ({{ weight }}); IKM = jumlah NRR tertimbang × 25, dibulatkan dua desimal. "
            "Dasar: Permenpan-RB Nomor 14 Tahun 2017."
        ),
        space(4),
        together(
            SHEET,
            unsur_table(),
            space(6),
            letters(),
            note("Catatan: {{ remarks|atau('tidak ada') }}"),
            space(6),
            signature(SHEET, "{{ signed.place_and_date }}", left=verification()),
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)


def answers() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Responden", 2.6, "center"),
        *(Column("", 1.15, "center") for _ in range(UNSUR)),
        Column("Ket", round(SHEET.text_width - 3.6 - 1.15 * UNSUR, 2)),
    )
    head = Row.heading("No", "Responden", Cells("one in unsur", "{{ one.code }}", UNSUR), "Ket")
    row = Row.of(
        "{{ loop.index }}.",
        "{{ row.code }}",
        Cells("score in row.scores", "{{ score }}", UNSUR),
        "{{ row.note }}",
    )
    empty = ("rows", "Belum ada jawaban yang masuk.")
    return table(
        columns,
        Each("row in rows", row),
        When("rows", *foot()),
        When(AS_PRINTED, *ikm()),
        heads=(head,),
        empty=empty,
    )


def foot() -> tuple[Row, ...]:
    return (
        _foot("Σ nilai per unsur", or_dash("one.total", "|angka")),
        _foot("Banyak jawaban", "{{ one.answered|angka }}"),
        _foot("NRR per unsur", or_dash("one.average", "|angka(3)")),
        _foot("NRR tertimbang", or_dash("one.weighted", "|angka(3)"), f"Jumlah {INDEX}"),
    )


def ikm() -> tuple[Row, ...]:
    """The regulation's last lines, below its nine columns."""
    return (
        Row.of(
            Cell("IKM unit pelayanan (jumlah NRR tertimbang × 25)", UNSUR + 2, style="Tabel Judul"),
            Cell((p("Tabel", bold("{{ ikm|angka(2) }}")),)),
        ),
        Row.of(
            Cell("Mutu pelayanan", UNSUR + 2, style="Tabel Judul"),
            Cell((p("Tabel", bold(MUTU)),)),
        ),
    )


def _foot(label: str, value: str, last: str = "") -> Row:
    return Row.of(
        Cell(label, 2, style="Tabel Judul"),
        Cells("one in unsur", value, UNSUR),
        Cell((p("Tabel", bold(last)),)),
    )


def unsur_table() -> Xml:
    """Averages by unsur with their letters, and the IKM of the whole below."""
    columns = (
        Column("Kode", 1.4, "center"),
        Column("Unsur pelayanan", round(SHEET.text_width - 8.4, 2)),
        Column("NRR", 2.0, "center"),
        Column("NRR × 25", 2.4, "center"),
        Column("Mutu", 2.6, "center"),
    )
    row = Row.of(
        "{{ one.code }}",
        "{{ one.name }}",
        "{{ one.average|angka(3) }}",
        "{{ one.converted|angka(2) }}",
        "{{ one.quality }}",
    )
    whole = Row.of(
        Cell("IKM UNIT PELAYANAN (jumlah NRR tertimbang × 25)", 2, style="Tabel Judul"),
        Cell(INDEX, style="Tabel Kepala"),
        Cell("{{ ikm|angka(2) }}", style="Tabel Kepala"),
        Cell(MUTU, style="Tabel Kepala"),
    )
    empty = ("unsur", "Unsur belum ditetapkan.")
    return table(columns, Each("one in unsur", row), whole, empty=empty)


def letters() -> Xml:
    words = "{{ one.letter }} = {{ one.meaning }}\n{{ one.interval }}"
    reached = p(
        "Tabel Tengah",
        "{% cellbg 'E7ECEB' if one.letter == letter else 'auto' %}",
        bold(f"► {words}"),
    )
    either = when("one.letter == letter", reached, otherwise=(p("Tabel Tengah", words),))
    return side_by_side("one in qualities", SHEET.text_width, either)
