"""Makes template.docx: a wide page, one line a package, means, categories, signature."""

from dataclasses import replace

from tolok.documents.building import F4, Margins, Sheet, Template, labelled_twice
from tolok.documents.building.recaps import package_rows, recap_end, recap_head
from tolok.documents.f09_pokja_recap import DOCUMENT

SHEET = replace(Sheet.wide(F4), margins=Margins(1.4, 1.3, 1.8, 1.8))  # 8 packages on a page


def build() -> Template:
    about = labelled_twice(
        SHEET,
        ("Pokja Pemilihan", "{{ pokja }} ({{ decree }})"),
        ("Unit pelaksana", "{{ unit }}"),
        (
            "Anggota",
            "{% for one in members %}{{ one }}{% if not loop.last %}; {% endif %}"
            "{% else %}Belum dicatat.{% endfor %}",
        ),
        ("Periode", "{{ period }}"),
        label=3.1,
        left=0.585,
    )
    body = (
        recap_head(SHEET, "REKAPITULASI KINERJA PER POKJA PEMILIHAN", about),
        package_rows(SHEET),
        recap_end(SHEET),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)
