"""Makes template.docx: A4 landscape in a double frame, the name large, one or two signers."""

from dataclasses import replace
from typing import Final

from tolok.documents.building import (
    Cell,
    Margins,
    Row,
    Sheet,
    Template,
    Xml,
    grid,
    p,
    signatures,
    space,
    table,
    verification,
    when,
)
from tolok.documents.building.styles import Style
from tolok.documents.piagam_award import DOCUMENT

SHEET: Final = replace(Sheet.wide(), margins=Margins(1.5, 1.4, 2.6, 2.6), framed=True)
STYLES: Final = (
    Style("Piagam Judul", 28, "center", bold=True, before=4, keep=True),
    Style("Piagam Nama", 24, "center", bold=True, before=4, after=2, keep=True),
    Style("Piagam Gelar", 17, "center", bold=True, before=3, after=3, keep=True),
    Style("Piagam Isi", 12, "center", before=2, after=2, line=1.15, keep=True),
)


def build() -> Template:
    body = (
        emblems(),
        p("Piagam Isi", "{{ government }}"),
        p("Piagam Isi", "{{ unit }}"),
        p("Piagam Judul", "PIAGAM PENGHARGAAN"),
        p("Nomor Surat", "NOMOR {{ number }}"),
        space(4),
        p("Piagam Isi", "diberikan kepada"),
        p("Piagam Nama", "{{ recipient }}"),
        when("recipient_detail", p("Piagam Isi", "{{ recipient_detail }}")),
        p("Piagam Isi", "sebagai"),
        p("Piagam Gelar", "{{ title }}"),
        p("Piagam Isi", "kategori {{ category }} Tahun Anggaran {{ year }}"),
        p(
            "Piagam Isi",
            "atas {{ achievement }}{% if value is not none %}, dengan {{ value_name }} {{ value }}"
            "{% endif %}",
        ),
        p("Piagam Isi", "{{ basis }}"),
        space(6),
        signatures(SHEET, "{{ signed.place_and_date }}", between=verification()),
    )
    return Template(DOCUMENT, SHEET, body, size=11, numbering="none", styles=STYLES)


def emblems() -> Xml:
    """The agency's emblem in the middle, or two side by side."""
    own = p("Gambar", "{% if logo %}{{ logo|gambar(1.9, 2.1) }}{% endif %}")
    half = round(SHEET.text_width / 2, 2)
    other = p("Gambar", "{{ emblem|gambar(1.9, 2.1) }}")
    both = table(grid(half, half), Row.of(Cell((own,)), Cell((other,))), heads=(), borders=False)
    return when("emblem", both, otherwise=(own,))
