"""Makes template.docx: cover, approval, contents, and the plan in the order of either SOP."""

from tolok.documents.building import (
    Sheet,
    Template,
    Xml,
    annex,
    contents,
    each,
    p,
    page_break,
    picture,
    signatures,
    space,
    verification,
    when,
)
from tolok.documents.f03_performance_plan import DOCUMENT, blocks, measures
from tolok.documents.f03_performance_plan.headings import CHAPTERS, PARTS

SHEET = Sheet.letter()
BELONGS = "Dokumen Perencanaan Kinerja Pengadaan Nomor {{ number }}, tanggal {{ signed.dated }}"


def build() -> Template:
    either = when('layout == "bab"', *in_chapters(), otherwise=in_parts())
    return Template(DOCUMENT, SHEET, (*front(), either), numbering="report")


def front() -> tuple[Xml, ...]:
    """Cover, approval sheet, preface, contents."""
    return (
        space(90),
        when("kop.logo", picture("kop.logo", width=4.2, height=4.6)),
        space(60),
        when(
            'layout == "bab"',
            p("Kop Unit", "DOKUMEN PERENCANAAN\nKINERJA PENGADAAN BARANG/JASA"),
            otherwise=(
                p("Kop Unit", "DOKUMEN PERENCANAAN KINERJA DAN TARGET\nPENGADAAN BARANG/JASA"),
            ),
        ),
        p("Kop Unit", "TAHUN ANGGARAN {{ year }}"),
        space(150),
        p("Kop Induk", "{{ kop.government }}"),
        p("Kop Unit", "{{ kop.unit }}"),
        each("line in kop.address", p("Kop Alamat", "{{ line }}")),
        page_break(),
        p("Title", "LEMBAR PERSETUJUAN"),
        p("Nomor Surat", "NOMOR {{ number }}"),
        space(14),
        p("Isi", "{{ approval }}", keep=True),
        space(6),
        signatures(SHEET, "{{ signed.place_and_date }}"),
        space(6),
        *verification(),
        when("preface", page_break(), p("Title", "KATA PENGANTAR"), space(10), *preface()),
        page_break(),
        p("Title", "DAFTAR ISI"),
        space(10),
        contents(SHEET, depth=3),
    )


def preface() -> tuple[Xml, ...]:
    return (p("Isi", "{{ preface }}"), p("Tanggal Surat", "{{ signed.place_and_date }}"))


def in_chapters() -> tuple[Xml, ...]:
    """Kaltim's format 3: BAB I-VIII."""
    head = CHAPTERS
    return (
        head.chapter("PENDAHULUAN"),
        *blocks.introduction(head),
        head.chapter("TUJUAN PENGADAAN DAN KESELARASANNYA"),
        *blocks.goals(head),
        head.chapter("AREA STRATEGIS DAN PAKET PENGADAAN"),
        head.section(1, "Area Strategis"),
        *blocks.areas(),
        head.section(2, "Paket Pengadaan per Area Strategis"),
        blocks.packages(),
        head.chapter("INDIKATOR DAN ATRIBUT"),
        *measures.indicators(head),
        head.chapter("BASELINE DAN TARGET"),
        *measures.targets(),
        head.chapter("RENCANA AKSI"),
        *measures.actions(),
        head.chapter("MEKANISME PENGUMPULAN DATA"),
        *blocks.collection(head, 1),
        head.chapter("PENUTUP"),
        p("Isi", "{{ closing }}"),
        annex("TEMPLATE DATA KINERJA", BELONGS, heading="LAMPIRAN I"),
        blocks.data_columns(),
        annex("USULAN SURAT EDARAN IMPLEMENTASI", BELONGS, heading="LAMPIRAN II"),
        *blocks.circular(),
    )


def in_parts() -> tuple[Xml, ...]:
    """Jayawijaya's parts a-g; the actions, which are in none of them, as annex."""
    head = PARTS
    return (
        head.chapter("PENDAHULUAN"),
        *blocks.introduction(head),
        head.chapter("BAGIAN A\nTUJUAN PENGADAAN BARANG/JASA"),
        *blocks.goals(head),
        head.chapter("BAGIAN B\nAREA STRATEGIS"),
        *blocks.areas(),
        head.chapter("BAGIAN C\nUSULAN PAKET PENGADAAN BERDASARKAN AREA STRATEGIS"),
        blocks.packages(),
        head.chapter("BAGIAN D\nINDIKATOR DAN ATRIBUT"),
        *measures.indicators(head),
        head.chapter("BAGIAN E\nBASELINE DAN TARGET"),
        *measures.targets(),
        head.chapter("BAGIAN F\nTEMPLATE DATA KINERJA"),
        head.section(1, "Kolom Template Data Kinerja"),
        blocks.data_columns(),
        *blocks.collection(head, 2),
        head.chapter("BAGIAN G\nUSULAN SURAT EDARAN IMPLEMENTASI"),
        *blocks.circular(),
        head.chapter("PENUTUP"),
        p("Isi", "{{ closing }}"),
        annex("RENCANA AKSI", BELONGS),
        *measures.actions(),
    )
