"""The Word template a paper is poured into: the office's own, or the shipped one on its paper.

Letters and reports ship on F4. For an office that writes on A4 they are given its sheet, and
narrower margins by as much as the sheet is narrower: no line and no table breaks anew. Forms
and what lies across stay on the sheets they ship on.
"""

import io
import re
import zipfile
from pathlib import Path
from typing import Final

from tolok.archive.files import keep_chunks, kept_file
from tolok.archive.models import OfficeTemplate
from tolok.documents.building import A4, F4
from tolok.documents.building.xml import dxa
from tolok.documents.document import Document
from tolok.documents.files import with_fixed_times
from tolok.organisation.models import Agency, Letterhead

_DOCUMENT: Final = "word/document.xml"
_F4_SHEET: Final = f'<w:pgSz w:w="{dxa(F4.width)}" w:h="{dxa(F4.height)}"/>'
_A4_SHEET: Final = f'<w:pgSz w:w="{dxa(A4.width)}" w:h="{dxa(A4.height)}"/>'
_SECTION: Final = re.compile(rf"{re.escape(_F4_SHEET)}(<w:pgMar[^>]*>)")
_SIDE: Final = re.compile(r'(w:(?:left|right))="([0-9]+)"')


def template_path(agency: Agency, known: Document, own: OfficeTemplate | None) -> Path | None:
    """None where the shipped template serves as it is."""
    if own is not None:
        return kept_file(own.sha256)
    head = Letterhead.objects.of(agency)
    if head is None or head.paper != Letterhead.Paper.A4 or "docx" not in known.formats:
        return None
    sha256, _ = keep_chunks([on_a4(known.template.read_bytes())])
    return kept_file(sha256)


def on_a4(template: bytes) -> bytes:
    """The same Word file with its upright F4 sheets made A4; the same bytes every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == _DOCUMENT:
                data = _SECTION.sub(_narrowed, data.decode()).encode()
            after.writestr(entry.filename, data, zipfile.ZIP_DEFLATED)
    return with_fixed_times(out.getvalue())


def _narrowed(section: re.Match[str]) -> str:
    less = dxa(F4.width) - dxa(A4.width)
    cut = {"w:left": less // 2, "w:right": less - less // 2}
    margins = _SIDE.sub(lambda side: f'{side[1]}="{int(side[2]) - cut[side[1]]}"', section[1])
    return _A4_SHEET + margins
