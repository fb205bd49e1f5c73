"""Makes template.docx: F4 landscape, sums per area, packages grouped by area."""

from tolok.documents.building import (
    F4,
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    When,
    Xml,
    each,
    kop,
    labelled,
    numbered,
    p,
    signatures,
    space,
    table,
    verification,
    when,
)
from tolok.documents.paket_area_packages import DOCUMENT

SHEET = Sheet.wide(F4)
TINT = "F4F6F6"


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "PAKET PENGADAAN BERDASARKAN AREA STRATEGIS"),
        p("Subtitle", "TAHUN ANGGARAN {{ year }}"),
        *sources(),
        p("Heading 1", "Rekapitulasi per Area Strategis"),
        sums(),
        p("Heading 1", "Daftar Paket"),
        packages(),
        space(4),
        p("Isi", "{{ statement }}", keep=True),
        signatures(SHEET, "{{ signed.place_and_date }}", between=verification()),
    )
    return Template(DOCUMENT, SHEET, body, size=10)


def sources() -> tuple[Xml, ...]:
    goals = each("one in goals", numbered("{{ one }}", restart=1))
    return (
        labelled(
            SHEET,
            ("Cakupan", "{{ scope }}"),
            ("Sumber data", "{{ source }}, keadaan {{ as_of }}"),
            ("Tujuan pengadaan", "{% if not goals %}belum ditetapkan{% endif %}"),
            label=3.4,
        ),
        when("goals", goals),
    )


def sums() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Area strategis", 12.4),
        Column("Jumlah paket", 4.0, "center"),
        Column("Jumlah pagu", 6.0, "right"),
        Column("Porsi pagu", 6.0, "center"),
    )
    share = "{% if pagu %}{{ (%s / pagu * 100)|persen(1) }}{% else %}–{% endif %}"
    row = Row.of(
        "{{ loop.index }}.",
        "{{ area.name }}",
        "{{ area.packages|length|angka }}",
        "{{ area.pagu|rupiah }}",
        share.replace("%s", "area.pagu"),
    )
    rest = Row.of(
        "",
        "Belum dipetakan",
        "{{ unmapped.packages|length|angka }}",
        "{{ unmapped.pagu|rupiah }}",
        share.replace("%s", "unmapped.pagu"),
    )
    total = Row.of(
        Cell("JUMLAH", 2, style="Tabel Judul"),
        Cell("{{ packages|length|angka }}", style="Tabel Kepala"),
        Cell("{{ pagu|rupiah }}", style="Tabel Angka"),
        "",
    )
    empty = ("packages", "Belum ada paket yang diumumkan.")
    return table(
        columns,
        Each("area in areas", row),
        When("unmapped.packages", rest),
        When("packages", total),
        empty=empty,
    )


def packages() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Nama paket dan kode RUP", 7.4),
        Column("Perangkat daerah dan PPK", 5.2),
        Column("Metode dan jenis", 4.0),
        Column("Pagu", 3.6, "right"),
        Column("Rencana pemilihan", 2.6, "center"),
        Column("Indikator", 2.0, "center"),
        Column("Keterangan", 3.6),
    )
    row = _package()
    heading = Row.of(
        Cell("{{ loop.index|huruf|upper }}.", style="Tabel Kepala", fill=TINT),
        Cell("{{ area.name }}", len(columns) - 1, style="Tabel Judul", fill=TINT),
    )
    subtotal = Row.of(
        Cell("Jumlah {{ area.name }}: {{ area.packages|length|angka }} paket", 4, align="right"),
        "{{ area.pagu|rupiah }}",
        Cell("", 3),
    )
    rest = Row.of(
        Cell("", fill=TINT),
        Cell("Belum dipetakan", len(columns) - 1, style="Tabel Judul", fill=TINT),
    )
    empty = ("packages", "Belum ada paket yang diumumkan.")
    return table(
        columns,
        Each("area in areas", heading, Each("one in area.packages", row), subtotal),
        When("unmapped.packages", rest, Each("one in unmapped.packages", row)),
        empty=empty,
    )


def _package() -> Row:
    ppk = "{{ one.ppk|atau('PPK belum ditetapkan') }}"
    return Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", "{{ one.name }}"), p("Tabel Kecil", "RUP {{ one.rup_code }}"))),
        Cell((p("Tabel", "{{ one.work_unit }}"), p("Tabel Kecil", ppk))),
        Cell((p("Tabel", "{{ one.method }}"), p("Tabel Kecil", "{{ one.procurement_kind }}"))),
        "{{ one.pagu|rupiah }}",
        "{{ one.selection }}",
        "{{ one.indicators|atau('–') }}",
        "{{ one.remark }}",
    )
