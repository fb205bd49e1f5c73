"""SOP: the procedure itself, as Permenpan-RB 35/2012 prints it: approval sheet and flowchart."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tolok.documents.document import Document
from tolok.documents.flowchart.layout import Page, laid_out
from tolok.documents.flowchart.steps import Step
from tolok.documents.parts import Issue, Picture, Signer


@dataclass(frozen=True)
class Form:
    """One of the formats that the procedure adds to the standard form."""

    title: str
    code: str  # "F5"
    steps: str  # where it is used: "KT5, KT6"


@dataclass(frozen=True)
class Facts:
    """The approval sheet (lembar pengesahan), the steps, the formats."""

    issue: Issue
    # Who
    logo: Picture | None
    government: str
    unit: str
    sub_unit: str  # "" where two lines are enough
    # What
    name: str  # of the procedure
    number: str
    made: date
    revised: date | None  # None while it was not revised
    effective: date | None  # None: with the day of approval
    signer: Signer
    # The six boxes; an empty one prints a dash
    legal_basis: tuple[str, ...]
    qualifications: tuple[str, ...]
    related: tuple[str, ...]
    equipment: tuple[str, ...]
    warnings: tuple[str, ...]
    records: tuple[str, ...]
    # The flowchart
    lanes: tuple[str, ...]  # pelaksana, the columns of the flowchart
    steps: tuple[Step, ...]
    days: Literal["hari kalender", "hari kerja"]
    notes: tuple[str, ...]  # below the flowchart
    formats: tuple[Form, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        """The flowchart as it is printed."""
        return laid_out(self.steps, self.lanes)


DOCUMENT = Document(
    code="SOP",
    title="Standar Operasional Prosedur Pengelolaan Kinerja Pengadaan",
    facts=Facts,
    long_tables=("steps", "formats"),
    not_printed=("steps.lane", "steps.also", "steps.yes_to", "steps.no_to"),
)
