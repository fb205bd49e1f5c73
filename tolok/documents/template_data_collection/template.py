"""Makes template.docx: F4 landscape, a package a row with dots for the pen, instructions."""

from tolok.documents.building import (
    F4,
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    annex,
    kop,
    labelled,
    note,
    p,
    signatures,
    space,
    table,
    verification,
    when,
)
from tolok.documents.template_data_collection import DOCUMENT

SHEET = Sheet.wide(F4)
DOTS = "…………………"


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "TEMPLATE DATA KINERJA"),
        p("Subtitle", "TAHUN ANGGARAN {{ year }} · {{ period }}"),
        labelled(
            SHEET,
            ("Perangkat daerah", "{{ work_unit }}"),
            ("Penanggung jawab kinerja", "{{ filler|atau('" + DOTS + "') }}"),
            ("Batas pengiriman", "{{ closes|hari_tanggal }} pukul {{ closing_time }}"),
            label=4.6,
        ),
        space(6),
        packages(),
        note(
            "Titik-titik diisi dengan pulpen atau pada lembar kerja (XLSX). Yang tidak diketahui "
            "dibiarkan kosong; jangan diisi nol. Hari adalah hari kalender."
        ),
        space(4),
        p("Isi", "{{ statement }}", keep=True),
        signatures(SHEET, "{{ signed.place_and_date }}", between=verification()),
        *instructions(),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)


def packages() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Paket", 7.0),
        Column("Pemilihan", 6.3),
        Column("Kontrak", 6.3),
        Column("Hasil", 4.4),
        Column("Rencana aksi, kendala, bukti", 4.5),
    )
    blocks = (package(), selection(), contract(), *results())
    cells = (Cell((space(3), *one, space(3)), middle=False) for one in blocks)
    row = Row.of("{{ loop.index }}.", *cells)
    empty = ("packages", "Belum ada paket yang dipetakan untuk unit ini.")
    return table(columns, Each("row in packages", row), empty=empty)


def package() -> tuple[Xml, ...]:
    return (
        p("Tabel Judul", "{{ row.package }}"),
        _text("RUP", "rup_code"),
        _text("Kode tender", "tender_code"),
        _text("Perangkat daerah", "work_unit"),
        _text("PPK", "ppk"),
        _text("Pokja", "pokja"),
        _text("Metode", "method"),
        _text("Jenis", "procurement_kind"),
        _text("Area strategis", "area"),
    )


def selection() -> tuple[Xml, ...]:
    return (
        _value("Pagu", "pagu", "rupiah"),
        _value("HPS", "hps", "rupiah"),
        _value("Pengumuman", "announced", "tanggal_pendek"),
        _value("SPPBJ", "appointed", "tanggal_pendek"),
        when(
            "row.selection_days is not none",
            _line("Lama pemilihan", "{{ row.selection_days }} hari"),
        ),
        _value("Pendaftar", "registrants", "angka"),
        _value("Penawar", "bidders", "angka"),
        _value("Penawar sah", "valid_bids", "angka"),
        _value("Gagal/ulang", "failures", "angka"),
        _text("Sebab gagal/ulang", "failure_cause"),
        _value("Sanggah", "objections", "angka"),
        _value("Sanggah benar", "upheld", "angka"),
    )


def contract() -> tuple[Xml, ...]:
    return (
        _text("Penyedia", "supplier"),
        _text("NPWP", "supplier_npwp"),
        _text("Nomor", "contract_number"),
        _value("Tanggal", "contract_date", "tanggal_pendek"),
        _value("Nilai", "contract_value", "rupiah"),
        when("row.saving is not none", _line("Efisiensi HPS", "{{ row.saving|persen(2) }}")),
        _value("Akhir kontrak", "contract_end", "tanggal_pendek"),
        _value("Jumlah adendum", "addenda", "angka"),
    )


def results() -> tuple[tuple[Xml, ...], tuple[Xml, ...]]:
    reached = (
        _value("BAST", "handed_over", "tanggal_pendek"),
        when("row.days_late is not none", _line("Terlambat", "{{ row.days_late }} hari")),
        _text("Sebab terlambat", "delay_cause"),
        _value("Nilai PDN", "domestic", "rupiah"),
        _value("Nilai UMK-K", "small_business", "rupiah"),
    )
    done = (
        _text("Realisasi aksi", "actions"),
        _text("Kendala", "obstacles"),
        _text("Bukti", "evidence"),
    )
    return reached, done


def instructions() -> tuple[Xml, ...]:
    columns = (
        Column("No", 0.9, "center"),
        Column("Isian", 5.4),
        Column("Arti dan cara mengisi", 13.4),
        Column("Sumber", 4.0),
        Column("Diisi oleh", 3.3),
        Column("Sifat", 2.4, "center"),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.field }}",
        "{{ one.meaning }}",
        "{{ one.source }}",
        "{{ one.filled_by }}",
        "{{ one.need }}",
    )
    empty = ("meanings", "Petunjuk pengisian belum disusun.")
    return (
        annex("PETUNJUK PENGISIAN", "Template Data Kinerja Tahun Anggaran {{ year }}"),
        table(columns, Each("one in meanings", row), empty=empty),
    )


def _text(label: str, field: str) -> Xml:
    return _line(label, f"{{{{ row.{field}|atau('{DOTS}') }}}}")


def _value(label: str, field: str, form: str) -> Xml:
    known = f"{{{{ row.{field}|{form} }}}}"
    return _line(label, f"{{% if row.{field} is none %}}{DOTS}{{% else %}}{known}{{% endif %}}")


def _line(label: str, value: str) -> Xml:
    return p("Tabel Kecil", f"{label}: {value}")
