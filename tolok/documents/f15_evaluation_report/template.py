"""Makes template.docx: F4, cover to annexes; the dashboard of the annex is landscape."""

from tolok.documents.building import (
    Sheet,
    Template,
    Xml,
    annex,
    bold,
    contents,
    p,
    page_break,
    section,
    signatures,
    space,
    verification,
)
from tolok.documents.building.reports import cover, front_heading, paragraphs
from tolok.documents.f15_evaluation_report import DOCUMENT
from tolok.documents.f15_evaluation_report.annexes import annex_list, dashboard
from tolok.documents.f15_evaluation_report.first_chapters import (
    achievement,
    introduction,
    method,
)
from tolok.documents.f15_evaluation_report.last_chapters import (
    analysis,
    next_year,
    pokja,
    suppliers,
    survey,
)

SHEET = Sheet.letter()
WIDE = Sheet.wide()
BELONGS = (
    "Laporan Evaluasi Kinerja Pengadaan {{ agency }} Tahun Anggaran {{ position.year }}, "
    "Nomor {{ number }}"
)


def build() -> Template:
    body = (*front(), *chapters(), *annexes())
    return Template(DOCUMENT, SHEET, body, size=11, numbering="report")


def front() -> tuple[Xml, ...]:
    return (
        cover(
            "LAPORAN EVALUASI KINERJA PENGADAAN UKPBJ",
            "TAHUN ANGGARAN {{ position.year }}",
            under=("{{ kop.government }}", "{{ kop.unit }}", "{{ signed.place|upper }}"),
        ),
        front_heading("LEMBAR PENGESAHAN"),
        p(
            "Isi",
            "Laporan Evaluasi Kinerja Pengadaan UKPBJ {{ agency }} Tahun Anggaran "
            "{{ position.year }}, Nomor {{ number }}, disusun oleh Tim Pengelola Kinerja "
            "Pengadaan menurut posisi data {{ position.data_date }} pukul "
            "{{ position.data_time }} ({{ position.standing }}) dan disahkan sebagai laporan "
            "evaluasi.",
            keep=True,
        ),
        space(10),
        signatures(
            SHEET,
            "{{ signed.place_and_date }}",
            first=("Mengesahkan,",),
            between=verification(),
        ),
        front_heading("KATA PENGANTAR"),
        paragraphs("foreword"),
        page_break(),
        p("Nomor Surat", bold("DAFTAR ISI")),
        space(10),
        contents(SHEET),
        front_heading("RINGKASAN EKSEKUTIF"),
        paragraphs("executive_summary"),
    )


def chapters() -> tuple[Xml, ...]:
    return (
        *introduction(),
        *method(SHEET),
        *achievement(SHEET),
        *suppliers(SHEET),
        *pokja(SHEET),
        *survey(SHEET),
        *analysis(SHEET),
        *next_year(SHEET),
    )


def annexes() -> tuple[Xml, ...]:
    title = "DASHBOARD STATUS NILAI INDIKATOR KINERJA PENGADAAN"
    return (
        section(SHEET),
        annex(title, BELONGS, heading="LAMPIRAN I", new_page=False),
        *dashboard(WIDE),
        section(WIDE),
        annex("DAFTAR FORMAT PENDUKUNG", BELONGS, heading="LAMPIRAN II", new_page=False),
        annex_list(SHEET),
    )
