"""Makes template.docx: a wide page, one line a package, means, categories, signature."""

from tolok.documents.building import Sheet, Template, labelled
from tolok.documents.building.recaps import package_rows, recap_end, recap_head
from tolok.documents.f09_pokja_recap import DOCUMENT

SHEET = Sheet.wide()


def build() -> Template:
    about = labelled(
        SHEET,
        ("Pokja Pemilihan", "{{ pokja }} ({{ decree }})"),
        ("Unit/satuan pelaksana", "{{ unit }}"),
        (
            "Anggota",
            "{% for one in members %}{{ one }}{% if not loop.last %}; {% endif %}"
            "{% else %}Belum dicatat.{% endfor %}",
        ),
        ("Periode", "{{ period }}"),
    )
    body = (
        recap_head(SHEET, "REKAPITULASI KINERJA PER POKJA PEMILIHAN", about),
        package_rows(SHEET),
        recap_end(SHEET),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)
