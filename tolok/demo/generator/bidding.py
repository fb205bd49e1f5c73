"""Announcements, registrants and offers of tenders."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from tolok.demo.generator import money, seasons
from tolok.demo.generator.agencies import Supplier
from tolok.demo.generator.dice import Dice
from tolok.demo.generator.facts import Attempt, Award, Bidder, Need, Outcome

# Real offers of a finished tender: mean 2.3, two of five have one only.
OFFERS: Final = {1: 0.4, 2: 0.26, 3: 0.15, 4: 0.09, 5: 0.05, 6: 0.03, 7: 0.02}
FAILS: Final = 0.16  # of all announcements
REPEATED: Final = 0.76  # of the failed ones
MOST_ATTEMPTS: Final = 4
RUNNING: Final = 0.015
SELECTION_DAYS: Final = {"Tender": (22, 48), "Seleksi": (40, 75), "Tender Cepat": (5, 12)}
REASONS: Final = (
    "Tidak ada peserta yang menyampaikan dokumen penawaran",
    "Tidak ada peserta yang lulus evaluasi penawaran",
    "Ditemukan kesalahan dalam Dokumen Pemilihan",
)


class Course(NamedTuple):
    """All attempts at one tender, and what came of them."""

    attempts: tuple[Attempt, ...]
    award: Award | None


class Bidding:
    """Runs the tenders of one agency and year."""

    def __init__(self, dice: Dice, suppliers: Sequence[Supplier], *, pulled: date) -> None:
        self._dice = dice
        self._suppliers = suppliers
        self._pulled = pulled
        self._bidder = 0

    def course(self, need: Need, hps: Decimal, codes: "Codes") -> Course:
        """Announce until it is done, is given up or still runs."""
        attempts: list[Attempt] = []
        announced = seasons.at_office_hours(self._dice, need.starts)
        while True:
            days = self._dice.randint(*SELECTION_DAYS[need.method])
            outcome = self._outcome(announced + timedelta(days=days))
            attempt = self._attempt(hps, codes.next(), len(attempts) + 1, announced, outcome)
            attempts.append(attempt)
            if outcome is not Outcome.FAILED or not self._again(len(attempts)):
                return Course(tuple(attempts), self._award(need, attempt, days))
            announced += timedelta(days=self._dice.randint(18, 45))

    def _outcome(self, ends: datetime) -> Outcome:
        roll = self._dice.random()
        if roll < FAILS:
            return Outcome.FAILED
        is_running = roll < FAILS + RUNNING or ends.date() > self._pulled
        return Outcome.RUNNING if is_running else Outcome.DONE

    def _again(self, attempts: int) -> bool:
        return attempts < MOST_ATTEMPTS and self._dice.chance(REPEATED)

    def _attempt(
        self, hps: Decimal, code: int, version: int, announced: datetime, outcome: Outcome
    ) -> Attempt:
        failed = outcome is Outcome.FAILED
        return Attempt(
            code=code,
            version=version,
            announced=announced,
            outcome=outcome,
            bidders=tuple(self._bidders(hps, outcome)),
            why_failed=self._dice.choice(REASONS) if failed else "",
        )

    def _bidders(self, hps: Decimal, outcome: Outcome) -> list[Bidder]:
        """About fifty register, two hand in an offer; the lowest wins."""
        dice = self._dice
        count = round(dice.about(42, spread=0.55, low=8, high=190))
        registered = dice.sample(self._suppliers, min(count, len(self._suppliers)))
        offers: list[Decimal] = []
        if outcome is Outcome.DONE:
            offers = sorted(money.tender_offer(dice, hps) for _ in range(dice.weighted(OFFERS)))
        return [
            self._registrant(supplier, offers[place] if place < len(offers) else None, place)
            for place, supplier in enumerate(registered)
        ]

    def _registrant(self, supplier: Supplier, offer: Decimal | None, place: int) -> Bidder:
        self._bidder += 1
        return Bidder(self._bidder, supplier, offer, won=offer is not None and place == 0)

    def _award(self, need: Need, last: Attempt, days: int) -> Award | None:
        if last.outcome is not Outcome.DONE:
            return None
        winner = last.bidders[0]
        if winner.offer is None:
            raise AssertionError("a finished tender has a winning offer")
        value = winner.offer
        if need.method == "Seleksi":
            value = min(value, money.share(self._dice, value, 0.985, 1.0))
        decided = last.announced + timedelta(days=days)
        return award(self._dice, need, winner.supplier, Agreed(winner.offer, value, decided))


class Agreed(NamedTuple):
    offer: Decimal
    value: Decimal
    decided: datetime


def award(dice: Dice, need: Need, supplier: Supplier, agreed: Agreed) -> Award:
    """The award with its domestic (PDN) and small-business (UMK) parts."""
    value = agreed.value
    local = money.share(dice, value, 0.4, 1.0) if dice.chance(0.3) else value
    decided = seasons.working_day(agreed.decided.date())
    return Award(
        supplier=supplier,
        decided=seasons.at_office_hours(dice, decided),
        offer=agreed.offer,
        negotiated=value,
        value=value,
        domestic=local if need.is_domestic else Decimal(0),
        small=value if supplier.is_small else Decimal(0),
    )


class Codes:
    """Codes as SPSE gives them: until 2024 they end with the LPSE's number, since with zeros."""

    CENTRAL_SINCE: Final = 2025

    def __init__(self, *, lpse: int, year: int, start: int) -> None:
        self._lpse = lpse
        self._central = year >= self.CENTRAL_SINCE
        self._number = start

    def next(self) -> int:
        self._number += 1
        if self._central:
            return 10_000_000_000 + self._number * 1000
        return self._number * 1000 + self._lpse % 1000
