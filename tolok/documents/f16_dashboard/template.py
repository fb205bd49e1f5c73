"""Makes template.docx: A4 landscape, counts, the table of indicators, the chart, signatures."""

from tolok.documents.building import (
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    note,
    p,
    picture,
    signatures,
    space,
    table,
    verification,
    when,
)
from tolok.documents.building.achievements import (
    NO_INDICATORS,
    actual_cell,
    counts_strip,
    name_cell,
    number,
    scale_note,
    status_cell,
    target_cell,
)
from tolok.documents.f16_dashboard import DOCUMENT

SHEET = Sheet.wide()


def build() -> Template:
    body = (
        p("Title", "DASHBOARD STATUS NILAI INDIKATOR KINERJA PENGADAAN"),
        p(
            "Nomor Surat",
            "{{ government }} · Tahun Anggaran {{ position.year }} · "
            "Posisi {{ position.period }} ({{ position.standing }})",
        ),
        p("Nomor Surat", "Data per {{ position.data_date }} pukul {{ position.data_time }}"),
        space(4),
        counts_strip(SHEET),
        space(10),
        indicators(),
        scale_note(),
        when("notes", note("{{ notes|join(' ') }}")),
        when(
            "chart",
            p(
                "Tabel Judul",
                "Capaian terhadap target {{ position.period }}, "
                "Tahun Anggaran {{ position.year }} (%)",
            ),
            picture("chart", width=24.5, height=3.3),
        ),
        signatures(
            SHEET,
            "{{ signed.place_and_date }}",
            first=("Mengetahui,",),
            between=verification(),
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none")


def indicators() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Kode", 1.2, "center"),
        Column("Indikator", 7.3),
        Column("Satuan", 1.4, "center"),
        Column("Arah", 1.5, "center"),
        Column("Baseline {{ position.baseline_year }}", 2.0, "right"),
        Column("Target {{ position.period }}", 2.1, "right"),
        Column("Realisasi {{ position.period }}", 2.8, "right"),
        Column("Capaian (%)", 2.0, "right"),
        Column("Tren\n{{ trend_period }}", 2.0, "center"),
        Column("Status", 2.9),
    )
    trend = (
        when(
            "row.trend",
            p("Tabel Tengah", "{{ row.trend|gambar(1.7, 0.5) }}"),
            otherwise=(p("Tabel Tengah", "–"),),
        ),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ row.code }}",
        name_cell(),
        "{{ row.unit }}",
        "{{ row.direction }}",
        number("row.baseline"),
        target_cell(),
        actual_cell(),
        number("row.achievement"),
        Cell(trend),
        status_cell(),
        height=0.55,
    )
    return table(columns, Each("row in rows", row), empty=("rows", NO_INDICATORS))
