"""What an agency plans to buy in a year."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from tolok.demo.generator import money, seasons, words
from tolok.demo.generator.agencies import Agency
from tolok.demo.generator.dice import Dice
from tolok.demo.generator.facts import Kind, Need, Process
from tolok.demo.generator.names import place_name
from tolok.demo.generator.order import Mix

METHODS: Final = {
    Process.TENDER: {"Tender": 0.62, "Seleksi": 0.33, "Tender Cepat": 0.05},
    Process.DIRECT: {"Pengadaan Langsung": 0.985, "Penunjukan Langsung": 0.015},
    Process.RECORDED: {
        "Pengadaan Langsung": 0.84,
        "Dikecualikan": 0.13,
        "Penunjukan Langsung": 0.03,
    },
    Process.CATALOGUE: {"E-Purchasing": 1.0},
}
KINDS: Final = {
    "Tender": {Kind.WORKS: 0.78, Kind.GOODS: 0.12, Kind.SERVICES: 0.1},
    "Seleksi": {Kind.CONSULTING: 1.0},
    "Tender Cepat": {Kind.GOODS: 0.6, Kind.SERVICES: 0.4},
    "Pengadaan Langsung": {
        Kind.WORKS: 0.48,
        Kind.CONSULTING: 0.3,
        Kind.SERVICES: 0.12,
        Kind.GOODS: 0.1,
    },
    "E-Purchasing": {Kind.GOODS: 0.85, Kind.SERVICES: 0.15},
}
OTHER_KINDS: Final = {Kind.GOODS: 0.6, Kind.SERVICES: 0.4}
SUBJECTS: Final = {
    Kind.WORKS: words.WORKS,
    Kind.GOODS: words.GOODS,
    Kind.SERVICES: words.SERVICES,
    Kind.CONSULTING: words.CONSULTING,
}
FUNDING: Final = {"APBD": 0.9, "APBDP": 0.07, "BLUD": 0.025, "APBD;APBDP": 0.005}
FIRST_PLAN: Final = 70_000_000  # above the codes in use, below ten digits
UNREALISED: Final = 0.2  # planned, never begun, on top of the packages


class Planner:
    """Makes needs of one agency and year; plan codes run upwards."""

    def __init__(self, agency: Agency, year: int, *, seed: int, first_plan: int) -> None:
        self._agency = agency
        self._year = year
        self._dice = Dice(seed, agency.body.code, year, "needs")
        self._plan = FIRST_PLAN + first_plan

    def needs(self, size: int, mix: Mix) -> Iterator[Need]:
        """`size` needs, the processes in the shares of the mix, exactly."""
        tenders = max(1, round(size * mix.tender))
        direct = round(size * mix.direct)
        recorded = round(size * mix.recorded)
        for position in range(size):
            if position < tenders:
                yield self.need(Process.TENDER)
            elif position < tenders + direct:
                yield self.need(Process.DIRECT)
            elif position < tenders + direct + recorded:
                yield self.need(Process.RECORDED)
            else:
                yield self.need(Process.CATALOGUE)

    def unrealised(self, size: int) -> list[Need]:
        processes = {Process.DIRECT: 5.0, Process.CATALOGUE: 4.0, Process.TENDER: 0.4}
        return [self.need(self._dice.weighted(processes)) for _ in range(round(size * UNREALISED))]

    def need(self, process: Process) -> Need:
        dice = self._dice
        method = dice.weighted(METHODS[process])
        kind = dice.weighted(KINDS.get(method, OTHER_KINDS))
        unit = dice.weighted(self._agency.unit_weights)
        is_domestic = dice.chance(0.95)
        return Need(
            process=process,
            method=method,
            kind=kind,
            published_kind=published_kind(dice, kind),
            name=self._name(kind),
            unit=unit,
            officer=unit.officer,
            ceiling=money.ceiling(dice, method=method, kind=kind, year=self._year),
            plans=self._plans(process),
            funding=dice.weighted(FUNDING),
            account=self._account(unit.code, kind),
            starts=self._start(process),
            is_domestic=is_domestic,
            is_small=dice.chance(0.93),
        )

    def _start(self, process: Process) -> date:
        return seasons.start_of_selection(self._dice, process, self._year)

    def _name(self, kind: Kind) -> str:
        return self._dice.choice(SUBJECTS[kind]).format(place=place_name(self._dice))

    def _plans(self, process: Process) -> tuple[int, ...]:
        """One RUP entry, seldom two or three consolidated into one tender."""
        count = 1
        if process is Process.TENDER and self._dice.chance(0.05):
            count = self._dice.randint(2, 3)
        first = self._plan
        self._plan += count
        return tuple(range(first, first + count))

    def _account(self, unit_code: str, kind: Kind) -> str:
        """MAK: sub-activity and account, with the trailing dot of the real ones."""
        object_of_spending = "5.2.03.01.01.0006" if kind is Kind.WORKS else "5.1.02.01.01.0024"
        return f"{unit_code[:4]}.02.2.01.{self._dice.randint(1, 60):04}.{object_of_spending}."


def published_kind(dice: Dice, kind: Kind) -> str:
    """SPSE tells consultants apart by firm or person, construction or not."""
    match kind:
        case Kind.GOODS:
            return "Pengadaan Barang"
        case Kind.CONSULTING:
            who = "Badan Usaha" if dice.chance(0.9) else "Perorangan"
            field = "Konstruksi" if dice.chance(0.7) else "Non Konstruksi"
            return f"Jasa Konsultansi {who} {field}"
        case _:
            return str(kind)
