"""Makes template.docx: a wide page, one line a supplier or unit, sums, index, signature."""

from tolok.documents.building import Sheet, Template, labelled
from tolok.documents.building.recaps import group_rows, recap_end, recap_head
from tolok.documents.f07_work_unit_recap import DOCUMENT

SHEET = Sheet.wide()


def build() -> Template:
    about = labelled(
        SHEET,
        ("Satuan kerja", "{{ work_unit }}"),
        ("Periode", "{{ period }}"),
        ("Nilai kontrak dinilai", "{{ contract_total|rupiah }}"),
    )
    weighted = ("Rata-rata tertimbang nilai kontrak", "{{ weighted_mean|angka(2) }}")
    body = (
        recap_head(SHEET, "REKAPITULASI KINERJA PENYEDIA PER SATUAN KERJA INSTANSI", about),
        group_rows(SHEET, "{{ group }}"),
        recap_end(
            SHEET, weighted, violations="Kontrak diputus", not_over="penyedia atau satuan kerja"
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)
