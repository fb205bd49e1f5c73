"""Word building blocks: a document's `template.py` puts them together, an office edits the result.

Every block is a piece of WordprocessingML (`Xml`); plain texts are escaped and may hold the
template language: {{ field }}, {{ field|rupiah }}, {% if … %}. See docs/how-to/add-a-document.md.
"""

from tolok.documents.building.ends import annex, signature, signatures, together, verification
from tolok.documents.building.letters import (
    centred_title,
    kop,
    labelled,
    labelled_twice,
    letter_head,
    place_and_date,
    recipients,
)
from tolok.documents.building.paper import A4, F4, Margins, Paper, Sheet
from tolok.documents.building.paragraphs import (
    bold,
    contents,
    each,
    item,
    note,
    numbered,
    p,
    page_break,
    picture,
    section,
    space,
    tab,
    when,
)
from tolok.documents.building.tables import (
    Cell,
    Cells,
    Column,
    Each,
    Row,
    When,
    grid,
    side_by_side,
    table,
)
from tolok.documents.building.template import Template
from tolok.documents.building.xml import Xml, join

__all__ = [
    "A4",
    "F4",
    "Cell",
    "Cells",
    "Column",
    "Each",
    "Margins",
    "Paper",
    "Row",
    "Sheet",
    "Template",
    "When",
    "Xml",
    "annex",
    "bold",
    "centred_title",
    "contents",
    "each",
    "grid",
    "item",
    "join",
    "kop",
    "labelled",
    "labelled_twice",
    "letter_head",
    "note",
    "numbered",
    "p",
    "page_break",
    "picture",
    "place_and_date",
    "recipients",
    "section",
    "side_by_side",
    "signature",
    "signatures",
    "space",
    "tab",
    "table",
    "together",
    "verification",
    "when",
]
