"""One agency's year, put together."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from tolok.demo.generator import money, seasons
from tolok.demo.generator.agencies import Agency, Pokja
from tolok.demo.generator.bidding import Agreed, Bidding, Codes, award
from tolok.demo.generator.contracts import Contracting
from tolok.demo.generator.dice import Dice
from tolok.demo.generator.facts import (
    Attempt,
    Award,
    Bidder,
    CatalogueOrder,
    Need,
    Outcome,
    Package,
    Process,
    Receipt,
    Recorded,
    YearFacts,
)
from tolok.demo.generator.names import ulid
from tolok.demo.generator.needs import Planner
from tolok.demo.generator.order import Part

STRIDE: Final = 200_000  # codes kept free for one agency and year
DIRECT_FAILS: Final = 0.09
DIRECT_RUNNING: Final = 0.05
SUBSTITUTE: Final = 0.12  # of tenders: one Pokja member stood in for
ORDER_STATES: Final = {
    ("COMPLETED", "COMPLETED"): 0.42,
    ("PAYMENT_OUTSIDE_SYSTEM", "COMPLETED"): 0.22,
    ("ON_PROCESS", "BUYER_CONFIRMED"): 0.12,
    ("ON_PROCESS", "DELIVERED"): 0.08,
    ("ON_PROCESS", "PROCESSING"): 0.06,
    ("ON_PROCESS", "DRAFT"): 0.06,
    ("ON_ADDENDUM", "SHIPPING"): 0.01,
    ("CANCELLED_ON_NEGOTIATION", "DRAFT"): 0.03,
}
RECORDED_STATES: Final = {
    "Paket Selesai": 0.86,
    "Paket Sedang Berjalan": 0.1,
    "Paket Dibatalkan": 0.04,
}


def make_year(agency: Agency, part: Part, *, seed: int) -> YearFacts:
    return YearMaker(agency, part, seed=seed).make()


class YearMaker:
    """Holds the streams of chance and the running codes of one agency and year."""

    def __init__(self, agency: Agency, part: Part, *, seed: int) -> None:
        def dice(stream: str) -> Dice:
            return Dice(seed, agency.body.code, part.year, stream)

        self.agency = agency
        self.part = part
        self.pulled = date(part.year + 1, 1, 15)
        self._dice = dice("year")
        self._planner = Planner(agency, part.year, seed=seed, first_plan=part.position * STRIDE)
        self._bidding = Bidding(dice("bids"), agency.suppliers, pulled=self.pulled)
        self._contracting = Contracting(
            dice("contracts"), year=part.year, pulled=self.pulled, suppliers=agency.suppliers
        )
        self._package_codes, self._process_codes = self._codes(), self._codes()

    def make(self) -> YearFacts:
        needs = list(self._planner.needs(self.part.size, self.part.mix))
        by = {process: [need for need in needs if need.process is process] for process in Process}
        tenders = [self._tender(need) for need in by[Process.TENDER]]
        return YearFacts(
            agency=self.agency,
            year=self.part.year,
            pulled=self.pulled,
            packages=tenders + [self._direct(need) for need in by[Process.DIRECT]],
            recorded=[self._recorded(need) for need in by[Process.RECORDED]],
            orders=[self._order(need) for need in by[Process.CATALOGUE]],
            unrealised=self._planner.unrealised(self.part.size),
            guest_packages=self._guests(len(tenders)),
        )

    def _guests(self, tenders: int) -> list[Package]:
        """A few tenders of the body that shares the LPSE."""
        unit = self.agency.guest_unit
        needs = [self._planner.need(Process.TENDER) for _ in range(max(1, tenders // 60))]
        return [self._tender(need._replace(unit=unit, officer=unit.officer)) for need in needs]

    def _codes(self) -> Codes:
        start = 10_000 + (self.part.year - 2015) * STRIDE + self.agency.index * 3 * STRIDE
        return Codes(lpse=self.agency.lpse, year=self.part.year, start=start)

    # --- The processes

    def _tender(self, need: Need) -> Package:
        hps = money.estimate(self._dice, need.ceiling)
        course = self._bidding.course(need, hps, self._process_codes)
        return Package(
            need=need,
            code=self._package_codes.next(),
            estimate=hps,
            pokja=self._pokja(),
            buyer=None,
            attempts=course.attempts,
            award=course.award,
            contract=self._contracting.contract(need, course.award, hps),
        )

    def _pokja(self) -> Pokja:
        pokja = self._dice.choice(self.agency.pokjas)
        if not self._dice.chance(SUBSTITUTE):
            return pokja
        return Pokja((*pokja.members[:-1], self._dice.choice(self.agency.reserves)))

    def _direct(self, need: Need) -> Package:
        hps = money.estimate(self._dice, need.ceiling)
        attempts = self._direct_attempts(need, hps)
        won = self._direct_award(need, attempts[-1])
        return Package(
            need=need,
            code=self._package_codes.next(),
            estimate=hps,
            pokja=None,
            buyer=self._dice.choice(self.agency.buyers),
            attempts=attempts,
            award=won,
            contract=self._contracting.contract(need, won, hps),
        )

    def _direct_attempts(self, need: Need, hps: Decimal) -> tuple[Attempt, ...]:
        """One invited supplier; failed ones are mostly tried a second time."""
        announced = seasons.at_office_hours(self._dice, need.starts)
        first = self._direct_attempt(hps, announced, version=1)
        if first.outcome is not Outcome.FAILED or not self._dice.chance(0.6):
            return (first,)
        again = announced + timedelta(days=self._dice.randint(4, 15))
        return (first, self._direct_attempt(hps, again, version=2))

    def _direct_attempt(self, hps: Decimal, announced: datetime, *, version: int) -> Attempt:
        roll = self._dice.random()
        outcome = Outcome.DONE
        if roll < DIRECT_FAILS:
            outcome = Outcome.FAILED
        elif roll < DIRECT_FAILS + DIRECT_RUNNING:
            outcome = Outcome.RUNNING
        invited = Bidder(
            code=0,
            supplier=self._dice.choice(self.agency.suppliers),
            offer=None if outcome is Outcome.FAILED else money.direct_offer(self._dice, hps),
            won=outcome is Outcome.DONE,
        )
        reason = "Peserta tidak lulus evaluasi penawaran" if outcome is Outcome.FAILED else ""
        code = self._process_codes.next()
        return Attempt(code, version, announced, outcome, (invited,), reason)

    def _direct_award(self, need: Need, last: Attempt) -> Award | None:
        invited = last.bidders[0]
        if last.outcome is not Outcome.DONE or invited.offer is None:
            return None
        value = min(invited.offer, money.share(self._dice, invited.offer, 0.994, 1.0))
        decided = last.announced + timedelta(days=self._dice.randint(4, 12))
        agreed = Agreed(invited.offer, value, decided)
        return award(self._dice, need, invited.supplier, agreed)

    def _recorded(self, need: Need) -> Recorded:
        dice = self._dice
        state = dice.weighted(RECORDED_STATES)
        supplier = dice.choice(self.agency.suppliers)
        receipts = () if state == "Paket Dibatalkan" else tuple(self._receipts(need))
        total = sum((receipt.value for receipt in receipts), Decimal(0))
        return Recorded(
            need=need,
            code=self._package_codes.next(),
            number=self._process_codes.next(),
            receipts=receipts,
            state=state,
            supplier=supplier,
            domestic=total if need.is_domestic else Decimal(0),
            small=total if supplier.is_small else Decimal(0),
        )

    def _receipts(self, need: Need) -> Iterable[Receipt]:
        dice = self._dice
        count = dice.weighted({1: 0.6, 2: 0.15, 3: 0.1, 4: 0.07, 6: 0.05, 12: 0.03})
        forms = {"Kwitansi": 0.5, "Surat Perjanjian": 0.2, "Bukti Pembelian": 0.2,
                 "Dokumen Lainnya": 0.08, "Surat Pesanan": 0.02}  # fmt: skip
        for number in range(count):
            day = need.starts + timedelta(days=number * 28 + dice.randint(0, 20))
            day = min(day, date(self.part.year, 12, 31))
            value = (need.ceiling * Decimal(dice.randint(70, 100)) / 100 / count).quantize(
                Decimal(1)
            )
            yield Receipt(day, value, dice.weighted(forms))

    def _order(self, need: Need) -> CatalogueOrder:
        dice = self._dice
        state, shipment = dice.weighted(ORDER_STATES)
        return CatalogueOrder(
            need=need,
            key=ulid(dice),
            day=need.starts,
            total=(need.ceiling * Decimal(dice.randint(85, 100)) / 100).quantize(Decimal(1)),
            products=dice.weighted({1: 0.5, 2: 0.13, 3: 0.08, 4: 0.15, 6: 0.14}),
            state=state,
            shipment=shipment,
            supplier=dice.choice(self.agency.suppliers),
        )
