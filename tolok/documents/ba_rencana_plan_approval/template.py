"""Makes template.docx: F4, parties, the decision with its boxes, parts a–g, targets annexed."""

from tolok.documents.ba_rencana_plan_approval import DOCUMENT
from tolok.documents.building import (
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    annex,
    each,
    note,
    numbered,
    p,
    space,
    table,
    when,
)
from tolok.documents.building.records import (
    box,
    record_end,
    record_head,
    record_opening,
)

SHEET = Sheet.letter()
TITLE = "PERSETUJUAN RENCANA DAN TARGET KINERJA PENGADAAN\nTAHUN ANGGARAN {{ year }}"


def build() -> Template:
    body = (
        *record_head(SHEET, TITLE),
        *record_opening(SHEET, ","),
        *examined(),
        *decided(),
        *changes(),
        record_end(SHEET),
        *targets(),
    )
    return Template(DOCUMENT, SHEET, body, size=11, numbering="none")


def examined() -> tuple[Xml, ...]:
    return (
        when(
            "legal_basis",
            p("Isi", "dengan mengingat:", keep=True),
            each("basis in legal_basis", numbered("{{ basis }}")),
            space(4),
        ),
        p("Isi", "{{ presented }}"),
    )


def decided() -> tuple[Xml, ...]:
    """JW6: approved for execution, or changes wanted; the middle way is approved with notes."""
    return (
        p("Isi", "Dengan ini pimpinan memutuskan bahwa rencana dan target kinerja:", keep=True),
        box('decision == "disetujui"', "disetujui untuk dilaksanakan;"),
        box(
            'decision == "disetujui dengan catatan"',
            "disetujui untuk dilaksanakan dengan catatan di bawah ini; atau",
        ),
        box(
            'decision == "perlu perubahan"',
            "memerlukan perubahan, dan dikembalikan untuk diperbaiki.",
        ),
        when(
            "in_force",
            p("Isi", "Rencana dan target mulai berlaku pada tanggal {{ in_force }}."),
            otherwise=(p("Isi", "Tanggal mulai berlaku ditetapkan setelah perbaikan disetujui."),),
        ),
        when(
            "notes",
            p("Isi", "Catatan pimpinan:", keep=True),
            each("one in notes", numbered("{{ one }}", restart=1)),
            space(4),
        ),
        p("Isi", "Bagian rencana yang dibahas:", keep=True),
        parts(),
        space(8),
    )


def parts() -> Xml:
    columns = (
        Column("Bagian", 1.3, "center"),
        Column("Uraian", 6.0),
        Column("Isi yang diajukan", 5.2),
        Column("Catatan pimpinan", 4.5),
    )
    row = Row.of(
        "{{ loop.index|huruf }}.",
        "{{ one.name }}",
        "{{ one.content }}",
        "{{ one.remark|atau('Tidak ada catatan.') }}",
    )
    empty = ("parts", "Bagian rencana belum disusun.")
    return table(columns, Each("one in parts", row), empty=empty)


def changes() -> tuple[Xml, ...]:
    columns = (
        Column("No", 1.0, "center"),
        Column("Bagian", 4.0),
        Column("Perubahan yang diminta", 6.0),
        Column("Penanggung jawab", 3.4),
        Column("Batas waktu", 2.6, "center"),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ change.part }}",
        "{{ change.wanted }}",
        "{{ change.who }}",
        "{{ change.due|tanggal_pendek }}",
    )
    empty = ("changes", "Tidak ada perubahan yang diminta.")
    return (
        p("Isi", "Perubahan yang diminta:", keep=True),
        table(columns, Each("change in changes", row), empty=empty),
        space(8),
    )


def targets() -> tuple[Xml, ...]:
    quarters = [Column(f"TW {name}", 1.45, "right") for name in ("I", "II", "III", "IV")]
    columns = (
        Column("No", 0.9, "center"),
        Column("Indikator (kode, area strategis)", 5.2),
        Column("Satuan, arah", 2.1),
        Column("Baseline", 1.55, "right"),
        *quarters,
        Column("Tahun", 1.45, "right"),
    )
    values = [
        f"{{% if row.q{at} is none %}}–{{% else %}}{{{{ row.q{at} }}}}{{% endif %}}"
        for at in (1, 2, 3, 4)
    ]
    name = (p("Tabel", "{{ row.name }}"), p("Tabel Kecil", "{{ row.code }} · {{ row.area }}"))
    unit = (p("Tabel", "{{ row.unit }}"), p("Tabel Kecil", "{{ row.direction }}"))
    row = Row.of(
        "{{ loop.index }}.",
        Cell(name),
        Cell(unit),
        "{{ row.baseline }}",
        *values,
        "{{ row.year }}",
    )
    empty = ("targets", "Target kinerja belum disusun.")
    return (
        annex(
            "BASELINE DAN TARGET KINERJA TAHUN ANGGARAN {{ year }}",
            "Berita Acara Nomor {{ number }}",
        ),
        table(columns, Each("row in targets", row), empty=empty),
        note("Tanda – berarti triwulan itu tidak mempunyai target."),
    )
