"""Makes template.docx: a wide page, one line a unit, sums and means, categories, signature."""

from tolok.documents.building import Sheet, Template, labelled
from tolok.documents.building.recaps import group_rows, recap_end, recap_head
from tolok.documents.f11_ukpbj_recap import DOCUMENT

SHEET = Sheet.wide()
TITLE = "REKAPITULASI KINERJA POKJA PEMILIHAN\nTOTAL UKPBJ"


def build() -> Template:
    about = labelled(SHEET, ("UKPBJ", "{{ ukpbj }}"), ("Periode", "{{ period }}"))
    body = (
        recap_head(SHEET, TITLE, about),
        group_rows(SHEET, "Unit/satuan pelaksana"),
        recap_end(SHEET),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)
