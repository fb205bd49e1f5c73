"""The report on an activity, parts A to E: facts are an `ActivityReport`."""

from tolok.documents.building.ends import annex, signature, verification
from tolok.documents.building.letters import kop, labelled
from tolok.documents.building.meetings import follow_ups, photos, under_item
from tolok.documents.building.paper import Sheet
from tolok.documents.building.paragraphs import bold, each, numbered, p, space, when
from tolok.documents.building.tables import Cell, Column, Each, Row, When, table
from tolok.documents.building.xml import Xml

_BELONGS = "Laporan Nomor {{ letter.number }}, tanggal {{ letter.dated }}"


def report_head(sheet: Sheet) -> tuple[Xml, ...]:
    """LAPORAN TENTANG …, and part A."""
    return (
        kop(sheet),
        p("Title", "LAPORAN"),
        p("Nomor Surat", "NOMOR {{ letter.number }}"),
        space(),
        p("Nomor Surat", "TENTANG"),
        space(),
        p("Title", "{{ subject|upper }}"),
        p("Subtitle"),
        p("Heading 1", "Pendahuluan"),
        numbered(bold("Umum")),
        under_item("{{ general }}"),
        numbered(bold("Maksud dan tujuan")),
        under_item("{{ purpose }}"),
        numbered(bold("Ruang lingkup")),
        under_item("{{ scope }}"),
        when(
            "legal_basis",
            numbered(bold("Dasar")),
            each("basis in legal_basis", numbered("{{ basis }}", level="Huruf")),
        ),
    )


def what_was_done(sheet: Sheet) -> tuple[Xml, ...]:
    """Part B: when and where, who came, and each session."""
    came = "{{ present|angka }} dari {{ invited|angka }} orang yang diundang, dari "
    facts = labelled(
        sheet,
        ("Acara", "{{ meeting.agenda }}"),
        ("Hari/tanggal", "{{ meeting.day|hari_tanggal }}"),
        ("Waktu", "pukul {{ meeting.time }}"),
        ("Tempat", "{{ meeting.where }}"),
        ("Pimpinan acara", "{{ chair }}"),
        ("Peserta", came + "{{ units_present|angka }} unit kerja (Lampiran I)"),
        ("Pembiayaan", "{{ budget|atau('tanpa biaya khusus') }}"),
        label=3.3,
        left=0.95,
    )
    return (p("Heading 1", "Kegiatan yang Dilaksanakan"), facts, space(8), _sessions(sheet))


def _sessions(sheet: Sheet) -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Waktu", 2.6, "center"),
        Column("Acara dan pelaksana", 5.6),
        Column("Uraian", round(sheet.text_width - 9.2, 2)),
    )
    topic = (p("Tabel", "{{ one.topic }}"), p("Tabel Kecil", "{{ one.speaker }}"))
    row = Row.of("{{ loop.index }}.", "{{ one.time }}", Cell(topic), "{{ one.summary }}")
    empty = ("sessions", "Susunan acara tidak dicatat.")
    return table(columns, Each("one in sessions", row), empty=empty)


def what_was_reached(sheet: Sheet, *further: Xml) -> tuple[Xml, ...]:
    """Part C: results, what the document adds, and who does what."""
    none = p("Isi Bagian", "Tidak ada hasil yang dicatat.")
    return (
        p("Heading 1", "Hasil yang Dicapai"),
        when("results", each("one in results", numbered("{{ one }}")), otherwise=(none,)),
        *further,
        space(6),
        p("Isi Bagian", "Tindak lanjut yang disepakati:", keep=True),
        follow_ups(sheet.text_width),
    )


def report_end(sheet: Sheet) -> tuple[Xml, ...]:
    """Parts D and E, signature, annexes."""
    ending = signature(
        sheet,
        "Dibuat di {{ letter.place }}",
        "pada tanggal {{ letter.dated }}",
        left=verification(),
        copies="copies",
    )
    shown = annex("DOKUMENTASI", _BELONGS, heading="LAMPIRAN II", new_page=False)
    return (
        p("Heading 1", "Kesimpulan dan Saran"),
        *_listed("conclusions", "Kesimpulan", "Tidak ada kesimpulan."),
        *_listed("suggestions", "Saran", "Tidak ada saran."),
        p("Heading 1", "Penutup"),
        p("Isi Bagian", "{{ closing }}", keep=True),
        ending,
        annex("KEHADIRAN PER UNIT KERJA", _BELONGS, heading="LAMPIRAN I"),
        _presence(sheet),
        shown,
        photos(sheet),
    )


def _listed(field: str, title: str, none: str) -> tuple[Xml, ...]:
    return (
        p("Angka", bold(title), keep=True),
        when(
            field,
            each(f"one in {field}", numbered("{{ one }}", level="Huruf")),
            otherwise=(numbered(none, level="Huruf"),),
        ),
    )


def _presence(sheet: Sheet) -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Unit kerja", round(sheet.text_width - 11.0, 2)),
        Column("Diundang", 1.9, "center"),
        Column("Hadir", 1.9, "center"),
        Column("Kehadiran", 2.4, "center"),
        Column("Keterangan", 3.8),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.unit }}",
        "{{ one.invited }}",
        "{{ one.present }}",
        "{{ one.came }}",
        "{{ one.remark }}",
    )
    total = Row.of(
        Cell("JUMLAH", 2, style="Tabel Judul"),
        Cell("{{ invited|angka }}", style="Tabel Kepala"),
        Cell("{{ present|angka }}", style="Tabel Kepala"),
        Cell("{{ units_present|angka }} unit kerja hadir", 2, style="Tabel"),
    )
    empty = ("presence", "Kehadiran tidak dicatat.")
    return table(columns, Each("one in presence", row), When("presence", total), empty=empty)
