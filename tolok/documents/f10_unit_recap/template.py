"""Makes template.docx: a wide page, one line a Pokja, sums and means, categories, signature."""

from tolok.documents.building import Sheet, Template, labelled
from tolok.documents.building.recaps import group_rows, recap_end, recap_head
from tolok.documents.f10_unit_recap import DOCUMENT

SHEET = Sheet.wide()
TITLE = "REKAPITULASI KINERJA POKJA PEMILIHAN\nPER UNIT ESELON II / SATUAN PELAKSANA UKPBJ"


def build() -> Template:
    about = labelled(SHEET, ("Unit/satuan pelaksana", "{{ unit }}"), ("Periode", "{{ period }}"))
    body = (
        recap_head(SHEET, TITLE, about),
        group_rows(SHEET, "Pokja Pemilihan"),
        recap_end(SHEET),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)
