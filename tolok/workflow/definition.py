"""An SOP as its BPMN file says it: steps in the order in which the SOP prints them.

Everything downstream (runner, pages, the SOP's own document, `tolok sop show`) reads this;
there is no second table of steps.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from tolok.core.deadlines import Starts
from tolok.core.durations import Duration, Span
from tolok.people.models import Role

A_RANGE: Final = 3  # so many formats in a row are printed as a range
RETURNED: Final = "returned"  # the outcome that sends work back for repair: it needs a reason


@dataclass(frozen=True)
class Next:
    """A way on from a step; gateways between are passed through."""

    to: str  # the id of a step; "": the run ends
    outcome: str | None = None  # none: the way is taken whatever the outcome
    label: str = ""  # "Disetujui"


@dataclass(frozen=True)
class Format:
    """A document of the catalogue that a step fills."""

    code: str  # "F2"
    is_draft: bool = False  # only proposed here, issued by a later step

    def __str__(self) -> str:
        return f"draft {self.code}" if self.is_draft else self.code


@dataclass(frozen=True)
class Opening:
    """The first day of a round, in the fiscal year n or the year after: n-05-01, n+1-01-01."""

    month: int
    day: int
    years_later: int = 0

    def in_year(self, year: int) -> date:
        return date(year + self.years_later, self.month, self.day)


@dataclass(frozen=True)
class Lane:
    """A pelaksana: the SOP's own name for it, and the office it is in Tolok."""

    name: str  # "Tim Pengelolaan Kelembagaan UKPBJ"
    role: Role


@dataclass(frozen=True)
class Step:
    """One kegiatan with its standard (mutu baku)."""

    # What it is
    id: str  # "KT1.vi", also of its element in the diagram
    name: str  # kegiatan
    why: str  # the SOP's sentence
    note: str  # keterangan
    activity: str  # a page of a phase, "planning:goals"; "": a generic task
    is_end: bool  # the printed end of the procedure: nothing is done there

    # Who
    lane: str  # pelaksana, in the SOP's words
    role: Role
    also: tuple[Role, ...]  # who does it together with the lane
    decides: tuple[Role, ...]  # who decides at a step with outcomes; the lane only prepares

    # Its standard
    requirements: tuple[str, ...]  # kelengkapan
    duration: Duration | None  # waktu
    outputs: tuple[str, ...]
    formats: tuple[Format, ...]

    # Its clock
    starts: Starts
    clock: str  # steps of the same name share one clock, which starts with the first: "KT1"
    repetition: str
    openings: tuple[Opening, ...]  # the first day of each round; empty: it has no rounds

    next: tuple[Next, ...]

    @property
    def rounds(self) -> int:
        return len(self.openings)

    @property
    def time(self) -> str:
        """As the SOPs print it; what "hari" means is said once for the whole SOP."""
        match self.duration:
            case None:
                return ""
            case Duration(span=Span.FISCAL_YEAR):
                return "selama tahun anggaran"
            case Duration(span=Span.MONTHS, amount=amount):
                return f"{amount} bulan"
            case Duration(span=Span.YEARS, amount=amount):
                return f"{amount} tahun"
            case Duration(amount=amount):
                return f"{amount} hari"

    @property
    def formats_text(self) -> str:
        """F4–F14 for eleven codes in a row, else each by itself."""
        codes = [str(one) for one in self.formats]
        numbers = [int(code[1:]) for code in codes if code[:1] == "F" and code[1:].isdigit()]
        first = numbers[0] if numbers else 0
        is_range = len(codes) >= A_RANGE and numbers == list(range(first, first + len(codes)))
        return f"{codes[0]}–{codes[-1]}" if is_range else ", ".join(codes)

    @property
    def outcomes(self) -> Mapping[str, str]:
        """What can be decided here, with labels; empty where the step is simply done."""
        return {way.outcome: way.label for way in self.next if way.outcome}

    @property
    def is_decision(self) -> bool:
        return any(way.outcome for way in self.next)

    @property
    def doers(self) -> tuple[Role, ...]:
        """Whose task it is: of those who decide, else of the lane and who joins it."""
        if self.is_decision:
            return self.decides or (self.role,)
        return (self.role, *self.also)


@dataclass(frozen=True)
class Identity:
    """The approval sheet (lembar pengesahan) of the SOP."""

    made: date
    government: str = ""
    unit: str = ""
    sub_unit: str = ""
    number: str = ""
    revised: date | None = None
    effective: date | None = None
    legal_basis: tuple[str, ...] = ()
    legal_basis_in_text: tuple[str, ...] = ()  # the second list some SOPs have
    qualification: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    warning: tuple[str, ...] = ()
    record: tuple[str, ...] = ()


@dataclass(frozen=True)
class Definition:
    """One version of an SOP."""

    code: str  # "kaltim-2024"
    version: str
    title: str
    identity: Identity
    lanes: tuple[Lane, ...]
    steps: tuple[Step, ...]
    sha256: str  # of the file

    @cached_property
    def by_id(self) -> Mapping[str, Step]:
        return {step.id: step for step in self.steps}

    def step(self, id_: str) -> Step:
        return self.by_id[id_]

    @property
    def has_times(self) -> bool:
        """Whether it sets a time for any step; LKPP's checklist (V7) asks an SOP for them."""
        return any(step.duration for step in self.steps)

    @cached_property
    def work(self) -> tuple[Step, ...]:
        """The steps somebody does: all but the printed end."""
        return tuple(step for step in self.steps if not step.is_end)

    def leading_to(self, id_: str) -> frozenset[str]:
        """The steps that stand before one, seen along the forward ways."""
        return self._before(id_, self._forward)

    def leads_back(self, step: Step, way: Next) -> bool:
        """Whether a way returns to a step that was done before."""
        order = [one.id for one in self.steps]
        return bool(way.to) and order.index(way.to) <= order.index(step.id)

    def forward_outcome(self, id_: str) -> str | None:
        """The outcome that leads on: approved rather than returned."""
        step = self.step(id_)
        return next((way.outcome for way in step.next if not self.leads_back(step, way)), None)

    def decided_upon(self, step: Step) -> frozenset[str]:
        """The steps whose work is decided at a decision: those between the way back and it."""
        back = [way.to for way in step.next if self.leads_back(step, way)]
        found: set[str] = set()
        for first in back:
            found |= self.leading_to(step.id) - self.leading_to(first)
        return frozenset(found - {step.id})

    @cached_property
    def _forward(self) -> Mapping[str, tuple[str, ...]]:
        """Each step with those directly before it."""
        before: dict[str, list[str]] = {step.id: [] for step in self.steps}
        for step in self.steps:
            for way in step.next:
                if way.to and not self.leads_back(step, way):
                    before[way.to].append(step.id)
        return {id_: tuple(ids) for id_, ids in before.items()}

    def directly_before(self, id_: str) -> tuple[str, ...]:
        return self._forward[id_]

    @staticmethod
    def _before(id_: str, before: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
        found: set[str] = set()
        waiting = list(before[id_])
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(before[one])
        return frozenset(found)
