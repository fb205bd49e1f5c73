"""Makes template.docx: one A4 page for each respondent's code, to be answered by pen."""

from tolok.documents.building import Sheet, Template
from tolok.documents.building.surveys import survey_sheets
from tolok.documents.f12_internal_survey import DOCUMENT

SHEET = Sheet.form()


def build() -> Template:
    sheets = survey_sheets(SHEET, "SURVEI KEPUASAN PELANGGAN INTERNAL\nKINERJA PENGADAAN")
    return Template(
        DOCUMENT, SHEET, (sheets,), size=10, numbering="none", copies=True, sheet_codes=True
    )
