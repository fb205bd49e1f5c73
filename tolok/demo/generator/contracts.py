"""From award to hand-over, as far as the e-contract was kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Final

from tolok.demo.generator import money, seasons
from tolok.demo.generator.agencies import Supplier
from tolok.demo.generator.dice import Dice
from tolok.demo.generator.facts import Award, Contract, Ending, Handover, Need, Process
from tolok.demo.generator.order import LAST_YEAR

VALUE_ADDENDUM: Final = "Perubahan volume pekerjaan sesuai kondisi lapangan"
ADDENDA: Final = (VALUE_ADDENDUM, "Penambahan Waktu", "Perubahan Pejabat Penandatangan Kontrak")
ADDENDUM_SHARE: Final = 0.05
BROKEN_OFF_SHARE: Final = 0.04  # of started contracts without hand-over
JOINT_SHARE: Final = 0.04  # of tenders


@dataclass(frozen=True)
class Habits:
    """How well an agency keeps its e-contracts; they grow better by the year."""

    appointed: float
    signed: float
    started: float
    handed_over: float
    late: float

    @classmethod
    def of(cls, year: int) -> "Habits":
        behind = min(3, LAST_YEAR - year)
        return cls(
            appointed=0.9 - 0.05 * behind,
            signed=0.92 - 0.03 * behind,
            started=0.93 - 0.02 * behind,
            handed_over=0.72 - 0.09 * behind,
            late=0.08 + 0.025 * behind,
        )


class Contracting:
    """Makes the contracts of one agency and year, as known on the day of the pull."""

    def __init__(
        self, dice: Dice, *, year: int, pulled: date, suppliers: Sequence[Supplier]
    ) -> None:
        self._dice = dice
        self._year = year
        self._pulled = pulled
        self._habits = Habits.of(year)
        self._suppliers = suppliers

    def contract(self, need: Need, award: Award | None, hps: Decimal) -> Contract | None:
        if award is None or not self._dice.chance(self._habits.appointed):
            return None
        wait = (5, 14) if need.process is Process.TENDER else (1, 4)
        appointed = seasons.after(self._dice, award.decided.date(), *wait)
        if appointed > self._pulled:
            return None
        signed = self._step(appointed, self._habits.signed, 1, 12)
        started = self._step(signed, self._habits.started, 0, 5)
        days = seasons.duration(self._dice, need.process)
        due = self._due(started, days)
        addendum = self._addendum(started)
        revised = self._revised(award.value, hps) if addendum == VALUE_ADDENDUM else None
        handovers = self._handovers(started, due, revised or award.value)
        return Contract(
            appointed=appointed,
            signed=signed,
            started=started,
            due=due,
            promise=seasons.promise(self._dice, days),
            handovers=handovers,
            ending=self._ending(started, handovers),
            addendum=addendum,
            revised=revised,
            partner=self._partner(need, award),
        )

    def _step(self, before: date | None, share: float, low: int, high: int) -> date | None:
        """The next step, if it was recorded and had come about by the day of the pull."""
        if before is None or not self._dice.chance(share):
            return None
        day = seasons.after(self._dice, before, low, high)
        return day if day <= self._pulled else None

    def _due(self, started: date | None, days: int) -> date | None:
        """The fiscal year's last day ends every contract that could end within it."""
        if started is None:
            return None
        due = started + timedelta(days=days - 1)
        last = date(self._year, 12, 31)
        return min(due, last) if started < last - timedelta(days=6) else due

    def _handovers(
        self, started: date | None, due: date | None, value: Decimal
    ) -> tuple[Handover, ...]:
        if started is None or due is None or not self._dice.chance(self._habits.handed_over):
            return ()
        last = due + timedelta(days=seasons.delay(self._dice, self._habits.late))
        last = max(last, started)
        if last > self._pulled:
            return ()
        count = self._dice.weighted({1: 0.85, 2: 0.06, 3: 0.05, 4: 0.04})
        return tuple(self._parts(started, last, value, min(count, 1 + (last - started).days)))

    def _parts(self, started: date, last: date, value: Decimal, count: int) -> list[Handover]:
        part = (value / count).quantize(Decimal(1), ROUND_DOWN)
        parts = []
        for number in range(1, count + 1):
            day = started + (last - started) * number // count
            payment = value - part * (count - 1) if number == count else part
            paid_on = day + timedelta(days=self._dice.randint(0, 9))
            parts.append(Handover(day, paid_on, payment, 100 * number // count))
        return parts

    def _ending(self, started: date | None, handovers: Sequence[Handover]) -> Ending:
        if handovers:
            return Ending.DONE
        is_broken_off = started is not None and self._dice.chance(BROKEN_OFF_SHARE)
        return Ending.BROKEN_OFF if is_broken_off else Ending.RUNNING

    def _addendum(self, started: date | None) -> str:
        if started is None or not self._dice.chance(ADDENDUM_SHARE):
            return ""
        return self._dice.choice(ADDENDA)

    def _revised(self, value: Decimal, hps: Decimal) -> Decimal:
        """A few percent less or more, never above HPS."""
        return min(hps, money.share(self._dice, value, 0.93, 1.06))

    def _partner(self, need: Need, award: Award) -> Supplier | None:
        """A second firm in a joint operation."""
        if need.process is not Process.TENDER or not self._dice.chance(JOINT_SHARE):
            return None
        partner = self._dice.choice(self._suppliers)
        return partner if partner != award.supplier else None
