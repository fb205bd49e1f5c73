"""Makes template.docx: A4 landscape, a tinted row for each indicator, a row for each period."""

from tolok.documents.building import (
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    When,
    Xml,
    bold,
    each,
    p,
    signature,
    space,
    table,
    together,
    verification,
    when,
)
from tolok.documents.building.achievements import (
    NO_INDICATORS,
    number,
    scale_note,
    status_cell,
    target_cell,
)
from tolok.documents.komp_indikator_compilation import DOCUMENT

SHEET = Sheet.wide()
PALE = "F4F6F5"


def build() -> Template:
    body = (
        p("Title", "KOMPILASI PENCAPAIAN KINERJA PER INDIKATOR"),
        p(
            "Nomor Surat",
            "{{ government }} · Tahun Anggaran {{ position.year }} · "
            "Posisi {{ position.period }} ({{ position.standing }})",
        ),
        p(
            "Nomor Surat",
            "Data per {{ position.data_date }} pukul {{ position.data_time }}",
        ),
        space(8),
        compilation(),
        space(2),
        together(
            SHEET,
            scale_note(),
            space(8),
            signature(SHEET, "{{ signed.place_and_date }}", left=verification()),
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none")


def compilation() -> Xml:
    columns = (
        Column("Periode", 2.3),
        Column("Pembilang", 3.0, "right"),
        Column("Penyebut", 3.0, "right"),
        Column("Target", 2.3, "right"),
        Column("Realisasi", 2.3, "right"),
        Column("Capaian (%)", 2.1, "right"),
        Column("Status", 3.2),
        Column("Paket dikecualikan", 2.3, "right"),
        Column("Keterangan; tren", 5.6),
    )
    none = "Belum ada nilai periode untuk indikator ini."
    without = When("not row.periods", Row.of(Cell(none, len(columns), "center")))
    indicators = Each(
        "row in indicators", indicator(), Each("one in row.periods", period()), without
    )
    return table(columns, indicators, empty=("indicators", NO_INDICATORS))


def indicator() -> Row:
    """Its attributes over the whole width, its course at the right."""
    attributes = (
        "{{ row.unit }}, {{ row.direction }} · Formula: {{ row.formula }} · Sumber: "
        "{{ row.source }} · {{ row.frequency }} · Penanggung jawab: {{ row.responsible }} · "
        "Baseline {{ position.baseline_year }}: {{ row.baseline|angka }}"
    )
    words = (
        p("Tabel Judul", "{{ loop.index }}. {{ row.code }} {{ row.name }}"),
        p("Tabel Kecil", attributes, keep=True),
    )
    course = when("row.trend", p("Tabel Tengah", "{{ row.trend|gambar(1.8, 0.55) }}"))
    return Row.of(Cell(words, 8, fill=PALE), Cell((course, space(1)), fill=PALE))


def period() -> Row:
    shown = "{% if one.denominator is none %}–{% else %}{{ one.denominator|angka }}{% endif %}"
    remark = when("one.remark", p("Tabel", "{{ one.remark }}"))
    reasons = each("reason in one.reasons", p("Tabel Kecil", "{{ reason }}"))
    return Row.of(
        Cell((p("Tabel", bold("{{ one.period }}")),)),
        number("one.numerator"),
        shown,
        target_cell("one"),
        number("one.actual"),
        number("one.achievement"),
        status_cell("one"),
        "{{ one.excluded|angka }}",
        Cell((remark, reasons, when("not one.remark and not one.reasons", p("Tabel", "–")))),
    )
