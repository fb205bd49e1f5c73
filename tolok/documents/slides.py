"""Slides with the same bytes for the same facts: `slides.py` of a folder fills a presentation."""

import io
from datetime import datetime
from typing import Any, Final

from pptx import Presentation
from pptx.util import Cm

from tolok.documents.document import Document
from tolok.documents.files import with_fixed_times

_CREATED: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed mark, no moment
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
    """The .pptx; workbooks inside native charts get fixed times as well."""
    for part in deck.part.package.iter_parts():
        if str(part.partname).endswith(".xlsx"):
            part._blob = with_fixed_times(part.blob)
    out = io.BytesIO()
    deck.save(out)
    return with_fixed_times(out.getvalue())
