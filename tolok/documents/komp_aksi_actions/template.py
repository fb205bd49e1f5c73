"""Makes template.docx: F4 landscape, counts by state, the table of actions."""

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
    bold,
    note,
    p,
    signature,
    space,
    table,
    together,
    verification,
    when,
)
from tolok.documents.building.achievements import counts_strip, number, status_cell
from tolok.documents.komp_aksi_actions import DOCUMENT

SHEET = Sheet.wide(F4)


def build() -> Template:
    body = (
        p("Title", "KOMPILASI RENCANA AKSI KINERJA PENGADAAN"),
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
        counts_strip(SHEET, of="rencana aksi"),
        space(8),
        actions(),
        space(2),
        together(
            SHEET,
            note("Target ialah persentase penyelesaian kumulatif pada akhir setiap triwulan."),
            space(8),
            signature(SHEET, "{{ signed.place_and_date }}", left=verification()),
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none")


def actions() -> Xml:
    quarters = [Column("", 1.15, "right") for _ in range(4)]
    columns = (
        Column("No", 0.9, "center"),
        Column("Indikator", 3.0),
        Column("Rencana aksi, keluaran", 4.6),
        Column("Penanggung jawab, unit terkait", 3.0),
        Column("Jadwal", 2.1, "center"),
        Column("Anggaran (Rp)", 2.6, "right"),
        *quarters,
        Column("Realisasi (%)", 1.8, "right"),
        Column("Status", 2.3),
        Column("Bukti, kendala, tindak lanjut", 4.5),
    )
    tall = [Cell(column.head, merge="restart") for column in columns]
    below = [Cell("", merge="continue") for _ in columns]
    heads = (
        Row.heading(*tall[:6], Cell("Target (%)", 4), *tall[10:]),
        Row.heading(*below[:6], "TW I", "TW II", "TW III", "TW IV", *below[10:]),
    )
    row = Row.of("{{ loop.index }}.", "{{ row.indicator }}", *plan(), *progress())
    total = Row.of(
        Cell("Jumlah anggaran", 5, style="Tabel Judul"),
        Cell((p("Tabel Angka", bold("{{ total_budget|angka(0) }}")),)),
        Cell("", 7),
    )
    return table(
        columns,
        Each("row in actions", row),
        When("actions", total),
        heads=heads,
        empty=("actions", "Belum ada rencana aksi yang ditetapkan."),
    )


def plan() -> tuple[str | Cell, ...]:
    budget = "{% if row.budget is none %}–{% else %}{{ row.budget|angka(0) }}{% endif %}"
    return (
        Cell((p("Tabel", "{{ row.activity }}"), p("Tabel Kecil", "Keluaran: {{ row.output }}"))),
        Cell((p("Tabel", "{{ row.responsible }}"), p("Tabel Kecil", "{{ row.unit|atau('–') }}"))),
        "{{ row.starts|tanggal_pendek }} s.d. {{ row.ends|tanggal_pendek }}",
        budget,
        *(f"{{{{ row.q{at}|angka }}}}" for at in (1, 2, 3, 4)),
    )


def progress() -> tuple[Cell, ...]:
    notes = (
        when("row.done is kosong", p("Tabel Kecil", "{{ row.done }}")),
        p("Tabel Kecil", "Bukti: {{ row.evidence|atau('belum ada') }}"),
        when("row.obstacle", p("Tabel Kecil", "Kendala: {{ row.obstacle }}")),
        when("row.follow_up", p("Tabel Kecil", "Tindak lanjut: {{ row.follow_up }}")),
    )
    return (number("row.done"), status_cell(), Cell(notes))
