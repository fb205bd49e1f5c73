"""What a paper is about, and its facts in the form in which they are kept."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from typing import Any

from tolok.core.problem import Problem
from tolok.core.regulations import recited
from tolok.documents.document import Document
from tolok.documents.facts import facts_from_json, facts_to_json, hints
from tolok.documents.parts import Dated, Letter
from tolok.documents.rendering.signs import only_of_xml
from tolok.organisation.models import Agency, WorkUnit
from tolok.rulebook.regulations import regulations

LONGEST = {"periode": 10, "perihal": 100, "judul": 300}  # signs, as the database keeps them


@dataclass(frozen=True)
class About:
    """Which of the year's papers it is: one draft for each document, unit, period and subject."""

    title: str  # as lists show it: "Surat Edaran 2026", "F5 · Pembangunan Puskesmas"
    unit: WorkUnit | None = None  # none: the whole agency
    period: str = ""  # "TW1"; "": the whole year
    subject: str = ""  # code of the package, supplier, meeting …


def about_problems(about: About, agency: Agency) -> tuple[Problem, ...]:
    """NK-08: a paper has a title, and its unit is one of the agency's."""
    given = {"periode": about.period, "perihal": about.subject, "judul": about.title}
    found = [
        Problem("NK-08", name, f"“{value[:40]}…” melebihi {LONGEST[name]} tanda. Persingkat.")
        for name, value in given.items()
        if len(value) > LONGEST[name]
    ]
    if not about.title.strip():
        found.append(Problem("NK-08", "judul", "Naskah belum diberi judul."))
    if about.unit is not None and about.unit.agency_id != agency.pk:
        message = f"{about.unit} bukan satuan kerja {agency}."
        found.append(Problem("NK-08", "unit", message))
    return tuple(found)


def facts_json(document: Document, facts: object) -> dict[str, Any]:
    """The facts as JSON, from their dataclass or from JSON that is checked against it.

    Signs that neither a Word file nor every database can hold are shown as a replacement.
    """
    whole = facts if is_dataclass(facts) else facts_from_json(document, facts)
    kept: dict[str, Any] = _printable(facts_to_json(whole))
    return kept


def sha256_of(facts: Mapping[str, Any]) -> str:
    """Of the canonical JSON: sorted names, no spaces, UTF-8."""
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Stamp:
    """What issuing writes into the facts."""

    status: str  # "konsep" or "final", as the paper's mark says
    code: str
    address: str  # "kinerja.contoh.go.id/v"; "" without a public address
    number: str = ""  # "" leaves the blanks that stand there
    dated: str = ""  # ISO; "" leaves the date that stands there


def stamped(document: Document, facts: Mapping[str, Any], stamp: Stamp) -> dict[str, Any]:
    """The facts with number, date and code where the document prints them."""
    known = _fields(document)
    issue = {"status": stamp.status, "code": stamp.code, "address": stamp.address}
    changed: dict[str, Any] = {**facts, "issue": issue}
    if known.get("letter") is Letter:
        changed["letter"] = _with(facts["letter"], number=stamp.number, date=stamp.dated)
    if known.get("signed") is Dated:
        changed["signed"] = _with(facts["signed"], date=stamp.dated)
    if known.get("number") is str and stamp.number:
        changed["number"] = stamp.number
    return changed


def dated_anew(document: Document, facts: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The facts of a draft that leaves the house on that day: it cites what is then in force.

    The list of an SOP belongs to the sheet as its leaders signed it, so it stays.
    """
    lines = facts.get("legal_basis")
    if not isinstance(lines, list) or document.code == "SOP":
        return dict(facts)
    return {**facts, "legal_basis": list(recited(lines, regulations(), day))}


def prints_number(document: Document) -> bool:
    """Whether the paper has a place for its number."""
    known = _fields(document)
    return known.get("letter") is Letter or known.get("number") is str


def _fields(document: Document) -> dict[str, Any]:
    kind: Any = document.facts
    return hints(kind)


def _with(part: Mapping[str, Any], **values: str) -> dict[str, Any]:
    return {**part, **{name: value for name, value in values.items() if value}}


def _printable(value: Any) -> Any:
    match value:
        case str():
            return only_of_xml(value)
        case list():
            return [_printable(one) for one in value]
        case dict():
            return {name: _printable(one) for name, one in value.items()}
    return value
