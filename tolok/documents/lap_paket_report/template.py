"""Makes template.docx: A4, the package, its course, its indicators, its actions, evidence."""

from tolok.documents.building import (
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    each,
    kop,
    numbered,
    p,
    signatures,
    space,
    table,
    verification,
    when,
)
from tolok.documents.building.tables import grid
from tolok.documents.lap_paket_report import DOCUMENT

SHEET = Sheet.form()
HEADER = (
    ("Nama Paket", "{{ package }}"),
    ("Kode RUP / Kode Tender", "{{ rup_code }} / {{ tender_code|atau('–') }}"),
    ("Perangkat Daerah", "{{ work_unit }}"),
    ("PPK / Pokja Pemilihan", "{{ ppk }} / {{ pokja|atau('–') }}"),
    ("Metode / Jenis Pengadaan", "{{ method }} / {{ procurement_kind }}"),
    ("Area Strategis", "{{ area }}"),
    ("Pagu / HPS", "{{ pagu|rupiah }} / {{ hps|rupiah }}"),
    ("Penyedia", "{{ supplier|atau('belum ditetapkan') }}"),
    (
        "Kontrak",
        "{% if contract_date %}{{ contract_number }}, {{ contract_date }}, "
        "{{ contract_value|rupiah }}{% else %}belum ada kontrak{% endif %}",
    ),
    (
        "Kemajuan Pekerjaan",
        "rencana {{ planned_progress|persen(1) }}; realisasi {{ actual_progress|persen(1) }}",
    ),
)


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "LAPORAN KINERJA PER PAKET"),
        p("Subtitle", "TAHUN ANGGARAN {{ year }} · {{ period }} · keadaan {{ data_date }}"),
        header_rows(),
        p("Heading 1", "Realisasi Proses"),
        milestones(),
        p("Heading 1", "Capaian Indikator pada Paket Ini"),
        measures(),
        p("Heading 1", "Realisasi Rencana Aksi"),
        actions(),
        p("Heading 1", "Kendala"),
        listed("obstacles", "Tidak ada kendala."),
        p("Heading 1", "Bukti yang Dilampirkan"),
        listed("evidence", "Tidak ada bukti yang dilampirkan."),
        space(4),
        p("Isi", "{{ statement }}", keep=True),
        signatures(SHEET, "{{ signed.place_and_date }}", between=verification()),
    )
    return Template(DOCUMENT, SHEET, body, size=10)


def header_rows() -> Xml:
    rows = [Row.of(f"{at}.", label, value) for at, (label, value) in enumerate(HEADER, 1)]
    columns = (Column("", 0.9, "center"), *grid(4.7, 11.9))
    return table(columns, *rows, heads=())


def milestones() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Tahap", 5.2),
        Column("Rencana", 2.3, "center"),
        Column("Realisasi", 2.3, "center"),
        Column("Selisih", 2.8, "center"),
        Column("Keterangan", 4.0),
    )
    day = "{%% if one.%s %%}{{ one.%s|tanggal_pendek }}{%% else %%}%s{%% endif %%}"
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.name }}",
        day % ("planned", "planned", "–"),
        day % ("actual", "actual", "belum"),
        "{{ one.delay }}",
        "{{ one.remark }}",
    )
    empty = ("milestones", "Tahap paket belum direncanakan.")
    return table(columns, Each("one in milestones", row), empty=empty)


def measures() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Indikator", 6.2),
        Column("Satuan", 1.6, "center"),
        Column("Target", 1.9, "right"),
        Column("Realisasi", 1.9, "right"),
        Column("Capaian", 1.9, "right"),
        Column("Status", 3.1),
    )
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", "{{ one.name }}"), p("Tabel Kecil", "{{ one.code }}"))),
        "{{ one.unit }}",
        "{{ one.target }}",
        "{{ one.actual }}",
        "{{ one.achievement|persen(1) }}",
        Cell("{{ one.marked }}", fill="{% cellbg one.tint %}"),
    )
    empty = ("measures", "Tidak ada indikator yang dihitung dari paket ini.")
    return table(columns, Each("one in measures", row), empty=empty)


def actions() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Rencana aksi", 4.6),
        Column("Batas waktu", 2.1, "center"),
        Column("Status", 1.9, "center"),
        Column("Hasil dan bukti", 4.0),
        Column("Kendala dan tindak lanjut", 4.0),
    )
    troubles = (
        p("Tabel", "{{ one.obstacle|atau('Tidak ada kendala.') }}"),
        when("one.next_step", p("Tabel", "Tindak lanjut: {{ one.next_step }}")),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.task }}",
        "{{ one.due|tanggal_pendek }}",
        "{{ one.status }}",
        "{{ one.reached }}",
        Cell(troubles),
    )
    empty = ("actions", "Tidak ada rencana aksi untuk paket ini.")
    return table(columns, Each("one in actions", row), empty=empty)


def listed(field: str, none: str) -> Xml:
    """A list that starts anew below its heading, or a sentence."""
    rows = each(f"one in {field}", numbered("{{ one }}"))
    return when(field, rows, otherwise=(p("Isi Bagian", none),))
