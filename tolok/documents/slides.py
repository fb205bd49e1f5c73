"""Slides with the same bytes for the same facts: `slides.py` of a folder fills a presentation."""

import io
import re
import zipfile
from datetime import datetime
from typing import Any, Final

from pptx import Presentation
from pptx.util import Cm

from tolok.documents.document import Document
from tolok.documents.files import FIXED_TIME, with_fixed_times

_CREATED: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed mark, no moment
_PACKED: Final = zipfile.ZIP_DEFLATED
_MOMENT: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_WIDE: Final = (33.867, 19.05)  # cm, 16:9


def new_deck(document: Document) -> Any:
    """An empty 16:9 presentation that says what it is."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Cm(_WIDE[0]), Cm(_WIDE[1])
    properties = deck.core_properties
    properties.title = f"{document.code} {document.title}"
    properties.author = properties.last_modified_by = "Tolok"
    properties.created = properties.modified = _CREATED
    properties.language = "id-ID"
    return deck


def deck_bytes(deck: Any) -> bytes:
    """The .pptx; workbooks inside native charts say no time of their own either."""
    for part in deck.part.package.iter_parts():
        if str(part.partname).endswith(".xlsx"):
            part._blob = _timeless(part.blob)
    out = io.BytesIO()
    deck.save(out)
    return with_fixed_times(out.getvalue())


def _timeless(workbook: bytes) -> bytes:
    """Its writer notes the second in which it was made; that second is fixed too."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", _PACKED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MOMENT.sub(rb"\g<1>2026-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, FIXED_TIME), data, _PACKED)
    return out.getvalue()
