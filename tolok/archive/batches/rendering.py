"""Files of many drafts at once, as their pages would show them."""

from collections.abc import Iterator, Sequence

from tolok.archive.issuing.sheets import template_path
from tolok.archive.models import Batch, BatchItem, OfficeTemplate
from tolok.core.problem import RefusedError
from tolok.documents.catalogue import document
from tolok.documents.facts import facts_from_json
from tolok.documents.render import render, render_all

Made = tuple[BatchItem, bytes | RefusedError]


def rendered(batch: Batch, items: Sequence[BatchItem]) -> Iterator[Made]:
    """Word documents on all processors, slides one after another."""
    known = document(batch.document)
    own = OfficeTemplate.objects.in_use(batch.agency, known.code)
    template = template_path(batch.agency, known, own)
    facts = [facts_from_json(known, item.paper.facts) for item in items if item.paper]
    if known.formats[0] == "docx":
        return zip(items, render_all(known, facts, template=template), strict=True)
    return zip(items, (render(known, one) for one in facts), strict=True)
