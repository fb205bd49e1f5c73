"""What all papers of a plan need: its content, the letterhead, who signs, where it stands."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal, cast

from tolok.archive.letterhead import kop_of, officer_of, place_of
from tolok.core.numbers import round_half_up
from tolok.core.planning.content import Content, Indicator
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Signer
from tolok.organisation.clock import today_in
from tolok.people.models import Role
from tolok.planning.models import PlanVersion, Submission
from tolok.planning.reading import content_kept

JAYAWIJAYA: Final = "jayawijaya-2020"  # its plan is printed in parts a to g
DRAFT: Final = Issue("konsep", "", "")  # the archive gives the issued copy its code
NO_NUMBER: Final = "____"


@dataclass(frozen=True)
class Setting:
    """A version, read once for the papers made of it."""

    version: PlanVersion
    content: Content

    @property
    def kop(self) -> Kop:
        return kop_of(self.version.agency)

    @property
    def organisation(self) -> str:
        return f"Pemerintah {self.version.agency.name}"

    @property
    def is_jayawijaya(self) -> bool:
        return self.version.plan.year.sop == JAYAWIJAYA

    @property
    def author_role(self) -> Role:
        return Role.KEPALA_UKPBJ if self.is_jayawijaya else Role.COORDINATOR

    @property
    def leader_role(self) -> Role:
        return Role.PIMPINAN if self.is_jayawijaya else Role.KETUA_TIM

    @property
    def closing_time(self) -> str:
        return self.version.agency.zone.end_of_day

    @cached_property
    def approval(self) -> Submission | None:
        """None while nobody has approved it."""
        found = self.version.submissions.filter(outcome=Submission.Outcome.APPROVED)
        return found.select_related("decided_by").first()

    @property
    def decided_on(self) -> date | None:
        return self.approval.decided_on if self.approval else None

    @property
    def day(self) -> date:
        """Of its papers: when it was approved; before that, today."""
        return self.decided_on or today_in(self.version.agency)

    def signed(self, day: date | None = None) -> Dated:
        return Dated(place_of(self.version.agency), day or self.decided_on)

    def signer(self, role: Role, *above: str) -> Signer:
        """`above` stands over the office."""
        return officer_of(self.version.agency, role, *above)

    def leader(self, *above: str) -> Signer:
        """Who approved it, whoever holds the office by now; before that, who would."""
        if self.approval and self.approval.decided_by:
            return decider_of(self.approval, *above)
        return self.signer(self.leader_role, *above)


def decider_of(decision: Submission, *above: str) -> Signer:
    """By the office in which it was decided: Plt., Plh., or as somebody's substitute."""
    first, _, rest = decision.decided_as.partition(" ")
    person = decision.decided_by
    if person is None:
        raise ValueError(f"nobody has decided on {decision}")
    variant: Literal["langsung", "Plt.", "Plh."] = "langsung"
    title = decision.decided_as
    if first in ("Plt.", "Plh."):
        variant, title = cast('Literal["Plt.", "Plh."]', first), rest
    return Signer(variant, (*above, title.upper()), person.name, person.rank, person.nip)


def setting_of(version: PlanVersion) -> Setting:
    return Setting(version, content_kept(version))


def baseline_value(one: Indicator, *, brief: bool = False) -> Decimal | Missing:
    """With the decimals of its indicator; `brief` where a narrow column has no room for the
    reason, which then stands elsewhere in the paper."""
    given = one.baseline
    if given.value is None:
        return Missing("belum ada" if brief else given.reason or "baseline belum diisi")
    return round_half_up(given.value, one.decimals)
