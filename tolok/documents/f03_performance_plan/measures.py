"""Indicators: their list, the four fields, one manual a page, targets per period, actions."""

from tolok.documents.building import (
    Cell,
    Cells,
    Column,
    Each,
    Row,
    Xml,
    bold,
    each,
    grid,
    note,
    p,
    space,
    table,
    when,
)
from tolok.documents.f03_performance_plan.headings import Headings

TEXTS = (
    ("Tujuan pengadaan", "{{ indicator.goal }}"),
    ("Area strategis", "{{ indicator.area }}"),
    ("Bidang pengukuran", "{{ indicator.field }}"),
    ("Definisi operasional", "{{ indicator.definition }}"),
    ("Jenis indikator", "{{ indicator.kind }}"),
    ("Formula perhitungan", "{{ indicator.formula }}"),
)
MEASURED = (
    ("Satuan", "{{ indicator.unit }}"),
    ("Arah pengukuran", "{{ indicator.direction }}"),
    ("Sumber data", "{{ indicator.source }}"),
    ("Metode pengumpulan", "{{ indicator.collection }}"),
    ("Frekuensi monitoring", "{{ indicator.monitoring }}"),
    ("Frekuensi pelaporan", "{{ indicator.reporting }}"),
    ("Konsolidasi periode", "{{ indicator.consolidation }}"),
    (
        "Baseline",
        "{{ indicator.baseline }} (tahun {{ indicator.baseline_year }}; "
        "{{ indicator.baseline_source }})",
    ),
)
JUDGED = (
    ("Penanggung jawab", "{{ indicator.responsible }}"),
    (
        "Bobot",
        "{% if indicator.weight is none %}Tidak dibobot"
        "{% else %}{{ indicator.weight|persen }}{% endif %}",
    ),
    ("Catatan", "{{ indicator.notes|atau('Tidak ada catatan.') }}"),
)


def indicators(head: Headings) -> tuple[Xml, ...]:
    return (
        head.section(1, "Daftar Indikator"),
        overview(),
        head.section(2, "Cakupan Bidang Pengukuran"),
        *coverage(),
        head.section(3, "Manual Indikator", new_page=True),
        when(
            "indicators",
            each("indicator in indicators", head.indicator(), manual()),
            otherwise=(p("Isi Bagian", "Indikator belum ditetapkan."),),
        ),
    )


def overview() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Kode", 1.5, "center"),
        Column("Indikator", 5.2),
        Column("Bidang pengukuran", 3.2),
        Column("Area strategis", 3.2),
        Column("Satuan", 1.4, "center"),
        Column("Bobot", 1.6, "right"),
    )
    weight = "{% if one.weight is none %}–{% else %}{{ one.weight|persen }}{% endif %}"
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.code }}",
        "{{ one.name }}",
        "{{ one.field }}",
        "{{ one.area }}",
        "{{ one.unit }}",
        weight,
    )
    empty = ("indicators", "Indikator belum ditetapkan.")
    return table(columns, Each("one in indicators", row), empty=empty)


def coverage() -> tuple[Xml, ...]:
    columns = (Column("Bidang pengukuran", 6.0), Column("Indikator", 11.0))
    row = Row.of("{{ one.field }}", "{{ one.indicators|atau('Belum ada indikator.') }}")
    complete = "Keempat bidang pengukuran yang dipersyaratkan telah terwakili."
    lacking = "Belum terwakili dan perlu dilengkapi: {{ uncovered }}."
    return (
        table(columns, Each("one in coverage", row)),
        note(f"{{% if uncovered %}}{lacking}{{% else %}}{complete}{{% endif %}}"),
    )


def manual() -> Xml:
    """All attributes of one indicator; variables, targets and thresholds line by line."""
    variables = each(
        "one in indicator.variables",
        p("Label", bold("{{ one.name }}"), ": {{ one.meaning }} ({{ one.source }})"),
    )
    targets = each(
        "target in indicator.targets",
        p("Label", "{{ periods[loop.index0] }}: {{ target|atau('tidak diukur') }}"),
    )
    thresholds = each(
        "one in indicator.thresholds", p("Label", bold("{{ one.status }}"), ": {{ one.meaning }}")
    )
    year = p("Label", bold("Tahun {{ year }}: {{ indicator.target }}"))
    rows = (
        *(attribute(*row) for row in TEXTS),
        attribute("Variabel", variables),
        *(attribute(*row) for row in MEASURED),
        attribute("Target", targets, year),
        attribute("Ambang status", thresholds),
        *(attribute(*row) for row in JUDGED),
    )
    return table(grid(4.4, 12.6), *rows, heads=())


def attribute(label: str, *values: str) -> Row:
    """A text is one paragraph; blocks stand as they are, before an end that takes no room."""
    texts = tuple(one if isinstance(one, Xml) else p("Label", one) for one in values)
    closed = texts if label not in {"Variabel", "Ambang status"} else (*texts, space(1))
    name = Cell((p("Label", bold(label)),), fill="E7ECEB")
    return Row.of(name, Cell(closed), height=0.75)


def targets() -> tuple[Xml, ...]:
    columns = (
        Column("Kode", 1.5, "center"),
        Column("Indikator", 4.8),
        Column("Satuan", 1.5, "center"),
        Column("Baseline", 2.2, "center"),
        *(Column("", 1.35, "center") for _ in range(4)),
        Column("Tahun", 1.6, "center"),
    )
    heads = (
        Row.heading(
            Cell("Kode", merge="restart"),
            Cell("Indikator", merge="restart"),
            Cell("Satuan", merge="restart"),
            Cell("Baseline (tahun)", merge="restart"),
            Cell("Target Tahun Anggaran {{ year }}", span=5),
        ),
        Row.heading(
            *(Cell("", merge="continue") for _ in range(4)),
            Cells("period in periods", "{{ period }}", columns=4),
            "Setahun",
        ),
    )
    row = Row.of(
        "{{ one.code }}",
        Cell((p("Tabel", "{{ one.name }}"), p("Tabel Kecil", "{{ one.direction }}"))),
        "{{ one.unit }}",
        "{{ one.baseline }} ({{ one.baseline_year }})",
        Cells("target in one.targets", "{{ target|atau('–') }}", columns=4),
        Cell((p("Tabel Tengah", bold("{{ one.target }}")),)),
    )
    empty = ("indicators", "Indikator belum ditetapkan.")
    return (
        table(columns, Each("one in indicators", row), heads=heads, empty=empty),
        note("Tanda – berarti indikator tidak diukur pada periode itu."),
    )


def actions() -> tuple[Xml, ...]:
    columns = (
        Column("No", 0.9, "center"),
        Column("Kegiatan dan keluaran", 5.4),
        Column("Indi-\nkator", 1.4, "center"),
        Column("Penanggung jawab, unit terkait", 3.6),
        Column("Waktu dan anggaran", 3.2),
        Column("Target", 2.5),
    )
    budget = (
        "{% if action.budget is none %}tanpa anggaran khusus"
        "{% else %}{{ action.budget|rupiah }}{% endif %}"
    )
    quarterly = each(
        "target in action.targets",
        p("Tabel Kecil", "{{ periods[loop.index0] }}: {{ target|atau('–') }}"),
    )
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", "{{ action.activity }}"), p("Tabel Kecil", "Bukti: {{ action.output }}"))),
        "{{ action.indicator }}",
        Cell((p("Tabel", "{{ action.responsible }}"), p("Tabel Kecil", "{{ action.units }}"))),
        Cell((p("Tabel", "{{ action.starts }} – {{ action.ends }}"), p("Tabel Kecil", budget))),
        Cell((quarterly, space(1))),
    )
    empty = ("actions", "Rencana aksi belum disusun.")
    return (table(columns, Each("action in actions", row), empty=empty),)
