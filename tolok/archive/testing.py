"""Short ways for tests to make the things they need. Every argument has a sensible default.

`make_paper` makes the row alone, whatever its status: no file stands behind it. `issued` goes
the real way and renders.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from tolok.archive.issuing.about import sha256_of
from tolok.archive.issuing.actions import About, Numbering, draft_paper, issue_paper
from tolok.archive.issuing.actions.drafts import new_code
from tolok.archive.models import Paper
from tolok.cycle.testing import make_year
from tolok.documents.catalogue import document
from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency
from tolok.people.models import User

YEAR = 2025
DATED = date(2025, 3, 3)


def make_paper(
    code: str = "HADIR",
    status: Paper.Status = Paper.Status.DRAFT,
    *,
    agency: Agency | None = None,
    **fields: Any,
) -> Paper:
    known = document(code)
    facts = known.example_json()
    usual: dict[str, Any] = {
        "year": YEAR,
        "title": known.title,
        "code": new_code(),
        "facts": facts,
        "facts_sha256": sha256_of(facts),
    }
    if status != Paper.Status.DRAFT:
        usual |= {"issued_at": timezone.now(), "dated": DATED}
    whose = agency or make_agency()
    return Paper.objects.create(agency=whose, document=code, status=status, **usual | fields)


def drafted(
    code: str = "HADIR",
    *,
    actor: User | None = None,
    changed: Mapping[str, object] | None = None,
    **about: Any,
) -> Paper:
    """A draft from the document's example, with some facts changed; the one about the same thing
    that is there already gets them."""
    known = document(code)
    title = about.pop("title", known.title)
    return draft_paper(
        code,
        known.example_json() | dict(changed or {}),
        year=make_year(year=YEAR),
        about=About(title, **about),
        actor=actor,
    )


def issued(
    code: str = "HADIR",
    *,
    number: Numbering | str = Numbering.AUTO,
    actor: User | None = None,
    **about: Any,
) -> Paper:
    """A paper from the document's example, with its files."""
    return issue_paper(drafted(code, actor=actor, **about), dated=DATED, number=number, actor=actor)
