"""Makes template.docx: wide F4, contracts (PPK), selections (Pokja), actions, signatures."""

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
    kop,
    labelled,
    note,
    p,
    page_break,
    signature,
    space,
    table,
    together,
    verification,
    when,
)
from tolok.documents.f04_main_data import DOCUMENT
from tolok.documents.f04_main_data.cells import centred, count, day, fact, money, small, stacked

SHEET = Sheet.wide(F4)
PEN = 0.95  # cm, the height of a row to be written in by hand


def build() -> Template:
    body = (
        when("ppk", *contract_part()),
        when("ppk and pokja", page_break()),
        when("pokja", *selection_part()),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)


def contract_part() -> tuple[Xml, ...]:
    return (
        *head("DATA PELAKSANAAN KONTRAK (PPK)", "ppk", "Pejabat Pembuat Komitmen"),
        contracts(),
        note(
            "Nilai dan akhir kontrak termasuk adendum. Terlambat = hari kalender dari akhir "
            "kontrak sampai BAST. Jumlah hanya atas nilai yang sudah ada."
        ),
        *actions(),
        *ending("ppk"),
    )


def selection_part() -> tuple[Xml, ...]:
    return (
        *head("DATA PEMILIHAN PENYEDIA (POKJA PEMILIHAN)", "pokja", "Pokja Pemilihan"),
        selections(),
        note(
            "Lama = hari kalender dari pengumuman sampai penetapan pemenang. "
            "Efisiensi = (HPS – nilai penawaran pemenang) ÷ HPS × 100."
        ),
        when("not ppk", *actions()),
        *ending("pokja"),
    )


def head(part: str, who: str, office: str) -> tuple[Xml, ...]:
    return (
        kop(SHEET),
        p("Title", "FORMULIR ISIAN UTAMA DATA KINERJA PENGADAAN"),
        p("Subtitle", "TAHUN ANGGARAN {{ year }}"),
        labelled(
            SHEET,
            (office, f"{{{{ {who}.signer.name }}}}, {{{{ {who}.unit }}}}"),
            ("Dasar penugasan", f"{{{{ {who}.about|atau('–') }}}}"),
            ("Periode", "{{ period }}"),
            (
                "Masa pengisian",
                "{{ opens }} s.d. {{ closes }} pukul {{ closing_time }}",
            ),
            label=4.6,
        ),
        space(6),
        p("Tabel Judul", part),
    )


def contracts() -> Xml:
    columns = (
        Column("No", 0.8, "center"),
        Column("Paket, kode RUP, area strategis", 4.2),
        Column("Jenis dan metode", 2.2),
        Column("Pagu", 3.1, "right"),
        Column("Penyedia, nomor dan tanggal kontrak", 4.0),
        Column("Nilai kontrak", 3.1, "right"),
        Column("Akhir kontrak, adendum", 2.2, "center"),
        Column("BAST, status", 1.9, "center"),
        Column("Terlambat (hari), sebab", 2.3, "center"),
        Column("Nilai PDN, nilai UMK-K", 3.1, "right"),
        Column("Kendala, bukti, nilai penyedia", 2.5),
    )
    row = Row.of(
        "{{ loop.index }}.",
        stacked(
            "{{ row.package }}",
            "RUP {{ row.rup_code|atau('belum ada') }}",
            "{{ row.area|atau('di luar area strategis') }}",
        ),
        stacked("{{ row.kind }}", "{{ row.method }}"),
        money("{{ row.ceiling|rupiah }}"),
        stacked(
            "{{ row.supplier|atau('belum ada') }}", f"{{{{ row.number }}}} {day('row.signed_on')}"
        ),
        money("{{ row.value|rupiah }}"),
        centred(day("row.ends"), fact("row.addenda")),
        centred(day("row.handed_over", "belum"), "{{ row.status }}"),
        centred(count("row.late_days"), fact("row.late_cause")),
        money("{{ row.domestic|rupiah }}", "{{ row.small|rupiah }}"),
        small(
            "{{ row.obstacles|atau('Tanpa kendala.') }}",
            "Bukti: {{ row.evidence|atau('–') }}",
            "F5: {{ row.rating|atau('belum dinilai') }}",
        ),
    )
    total = Row.of(
        Cell("JUMLAH", 3, style="Tabel Judul"),
        money(bold("{{ ceiling_total|rupiah }}")),
        "",
        money(bold("{{ contract_total|rupiah }}")),
        Cell("PDN {{ domestic_percent|persen(1) }}; UMK-K {{ small_percent|persen(1) }}", 3),
        money(bold("{{ domestic_total|rupiah }}"), bold("{{ small_total|rupiah }}")),
        "",
    )
    return rows(columns, "contracts", row, total, "Belum ada paket yang dilaporkan PPK.")


def selections() -> Xml:
    columns = (
        Column("No", 0.8, "center"),
        Column("Paket, kode RUP, kode tender", 4.2),
        Column("Unit kerja, jenis, metode", 3.0),
        Column("Pagu, HPS", 3.4, "right"),
        Column("Pengumuman; jadwal awal; penetapan", 2.5, "center"),
        Column("Lama (hari), ubah jadwal", 1.8, "center"),
        Column("Daftar; tawar; sah", 1.7, "center"),
        Column("Sanggah; benar; tepat waktu", 1.8, "center"),
        Column("Hasil dan sebab", 2.4),
        Column("Pemenang, nilai penawaran", 3.4),
        Column("Efisiensi", 1.7, "right"),
        Column("Kendala, bukti", 2.7),
    )
    row = Row.of(
        "{{ loop.index }}.",
        stacked("{{ row.package }}", "RUP {{ row.rup_code }}", "Tender {{ row.tender_code }}"),
        stacked("{{ row.work_unit }}", "{{ row.kind }}", "{{ row.method }}"),
        money("{{ row.ceiling|rupiah }}", "{{ row.estimate|rupiah }}"),
        centred(day("row.announced"), day("row.planned_award"), day("row.awarded")),
        centred(count("row.days", "hari"), "{{ row.schedule_changes|angka }} kali"),
        "{{ row.registered|angka }}; {{ row.bids|angka }}; {{ row.valid_bids|angka }}",
        "{{ row.objections|angka }}; {{ row.upheld|angka }}; {{ row.answered_in_time|angka }}",
        stacked("{{ row.outcome }}", fact("row.outcome_cause")),
        stacked(
            "{{ row.winner|atau('–') }}",
            "{% if row.award is none %}–{% else %}{{ row.award|rupiah }}{% endif %}",
        ),
        "{{ row.saving|persen(2) }}",
        small("{{ row.obstacles|atau('Tanpa kendala.') }}", "Bukti: {{ row.evidence|atau('–') }}"),
    )
    total = Row.of(
        Cell("JUMLAH HPS", 3, style="Tabel Judul"),
        money(bold("{{ estimate_total|rupiah }}")),
        Cell("JUMLAH PENAWARAN PEMENANG", 5, style="Tabel Judul"),
        money(bold("{{ award_total|rupiah }}")),
        Cell("", 2),
    )
    return rows(columns, "selections", row, total, "Belum ada paket yang dilaporkan Pokja.")


def rows(columns: tuple[Column, ...], field: str, row: Row, total: Row, nothing: str) -> Xml:
    """The rows, empty ones for a pen, the sums."""
    number = f"{{{{ {field}|length + blank }}}}."
    pen = Row.of(number, *("" for _ in columns[1:]), height=PEN)
    lines = (Each(f"row in {field}", row), Each("blank in blanks", pen), When(field, total))
    return table(columns, *lines, empty=(f"{field} and not blanks", nothing))


def actions() -> tuple[Xml, ...]:
    columns = (
        Column("No", 0.8, "center"),
        Column("Rencana aksi", 6.4),
        Column("Indikator", 1.8, "center"),
        Column("Penanggung jawab", 3.6),
        Column("Batas waktu", 2.2, "center"),
        Column("Target periode", 2.4),
        Column("Realisasi", 2.4),
        Column("Status", 2.0, "center"),
        Column("Kendala dan tindak lanjut", 4.8),
        Column("Bukti", 3.0),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ row.activity }}",
        "{{ row.indicator }}",
        "{{ row.responsible }}",
        "{{ row.due|tanggal_pendek }}",
        "{{ row.target|atau('–') }}",
        "{{ row.realised|atau('–') }}",
        "{{ row.status }}",
        stacked("{{ row.obstacles|atau('Tanpa kendala.') }}", fact("row.follow_up")),
        "{{ row.evidence|atau('–') }}",
    )
    pen = Row.of("{{ actions|length + blank }}.", *("" for _ in columns[1:]), height=PEN)
    lines = (Each("row in actions", row), Each("blank in blanks", pen))
    nothing = ("actions and not blanks", "Tidak ada rencana aksi yang dilaporkan.")
    return (
        space(8),
        p("Tabel Judul", "REALISASI RENCANA AKSI"),
        table(columns, *lines, empty=nothing),
    )


def ending(who: str) -> tuple[Xml, ...]:
    remarks = p("Tabel", bold("Catatan: "), "{{ remarks|atau('Tidak ada catatan.') }}")
    signed = signature(
        SHEET,
        "{{ signed.place_and_date }}",
        "Yang mengisi,",
        signer=f"{who}.signer",
        left=verification(),
    )
    return (space(6), together(SHEET, remarks, space(6), signed))
