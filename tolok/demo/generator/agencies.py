"""The invented bodies, their work units, people and suppliers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from tolok.demo.generator import names, words
from tolok.demo.generator.dice import Dice

FIRST_CODE: Final = 900
ZONES: Final = ("WITA", "WIB", "WIT")
KINDS: Final = (
    ("Kabupaten", "Kab.", "KABUPATEN"),
    ("Kota", "Kota", "KOTA"),
    ("Provinsi", "Provinsi", "PROVINSI"),
)


@dataclass(frozen=True)
class Person:
    name: str
    number: str  # NIP
    office: str = ""


@dataclass(frozen=True)
class Supplier:
    code: int
    name: str
    form: str  # "CV", "PT" or "" for a person
    tax_number: str  # fifteen digits
    head: Person
    account: str
    is_small: bool

    @property
    def legal_name(self) -> str:
        return f"{self.form}. {self.name}" if self.form else self.name


@dataclass(frozen=True)
class WorkUnit:
    code: str  # kd_satker_str
    name: str
    plan_id: int  # SiRUP's own number
    process_id: str  # SPSE's own number
    address: str
    officer: Person  # PPK

    @property
    def old_code(self) -> str:
        """The code before the renumbering of the first year."""
        group, serial, branch = self.code.rsplit(".", 2)
        return f"{group}.{(int(serial) + 50) % 100:02}.{branch}"


@dataclass(frozen=True)
class Pokja:
    members: tuple[Person, ...]


@dataclass(frozen=True)
class Body:
    """A body whose packages stand in an LPSE's files."""

    code: str
    name: str
    kind: str


@dataclass(frozen=True)
class Agency:
    body: Body
    full_name: str
    place: str
    lpse: int
    index: int
    zone: str
    units: tuple[WorkUnit, ...]
    pokjas: tuple[Pokja, ...]
    reserves: tuple[Person, ...]  # stand in for Pokja members
    buyers: tuple[Person, ...]  # pejabat pengadaan
    suppliers: tuple[Supplier, ...]
    guest: Body  # an enterprise of the region that uses the same LPSE

    @cached_property
    def unit_weights(self) -> Mapping[WorkUnit, float]:
        return dict(zip(self.units, words.WORK_UNIT_WEIGHTS, strict=False))

    @property
    def guest_unit(self) -> WorkUnit:
        """The guest has one unit, itself, with a code of two digits."""
        unit = self.units[-1]
        process_id = f"{999_000 + self.index}{self.lpse}"
        return replace(unit, code="01", name=self.guest.name, process_id=process_id)

    @property
    def url(self) -> str:
        return f"https://lpse.{self.body.code.lower()}.example/eproc4"


def make_agency(index: int, *, seed: int, yearly: int) -> Agency:
    """The same agency for the same index, seed and size: its people and suppliers last."""
    code = f"D{FIRST_CODE + index}"
    dice = Dice(seed, code, "agency")
    place = _place(index)
    long_kind, short_kind, kind = KINDS[index // 216 % 3]
    members = [_person(dice) for _ in range(15)]
    return Agency(
        body=Body(code, f"{short_kind} {place}", kind),
        full_name=f"{long_kind} {place}",
        place=place,
        lpse=FIRST_CODE + index,
        index=index,
        zone=ZONES[index % 3],
        units=_units(dice, index=index, count=min(40, max(8, yearly // 25))),
        pokjas=tuple(Pokja(tuple(dice.sample(members[:12], size))) for size in (3, 3, 3, 5, 5, 3)),
        reserves=tuple(members[12:]),
        buyers=tuple(_person(dice) for _ in range(6)),
        suppliers=tuple(
            _supplier(dice, number=number) for number in range(min(3000, max(120, yearly // 3)))
        ),
        guest=Body(f"B{FIRST_CODE + index}", f"Perumda Air Minum Tirta {place}", "BUMD"),
    )


def _place(index: int) -> str:
    """216 pairs of words; the first is "Contoh Jaya", the agency of the demo."""
    last = words.PLACE_LAST[index % len(words.PLACE_LAST)]
    first = words.FICTION[index // len(words.PLACE_LAST) % len(words.FICTION)]
    return f"{first} {last}"


def _person(dice: Dice, office: str = "") -> Person:
    name = names.person_name(dice) + dice.choice(words.TITLES)
    return Person(name, names.staff_number(dice), office)


def _units(dice: Dice, *, index: int, count: int) -> tuple[WorkUnit, ...]:
    known = list(words.WORK_UNITS[:count])
    for number in range(count - len(known)):
        known.append((f"7.01.0.00.0.00.{32 + number}.0000", f"KECAMATAN {_sector(number)}"))
    return tuple(
        WorkUnit(
            code=code,
            name=name,
            plan_id=900_000 + index * 100 + position,
            process_id=f"{900_000 + index * 100 + position}{FIRST_CODE + index}",
            address=f"Jl. {names.place_name(dice)} No. {dice.randint(1, 99)}",
            officer=_person(dice, dice.choice(words.OFFICES)),
        )
        for position, (code, name) in enumerate(known)
    )


def _sector(number: int) -> str:
    return (
        f"{words.FICTION[number % len(words.FICTION)]} {number // len(words.FICTION) + 1}".upper()
    )


def _supplier(dice: Dice, *, number: int) -> Supplier:
    form = dice.weighted({"CV": 0.58, "PT": 0.3, "": 0.12})
    head = _person(dice, "Direktur")
    return Supplier(
        code=700_000_000 + number * 1009,
        name=f"{names.company_name(dice)}" if form else head.name.split(",")[0],
        form=form,
        tax_number=names.tax_number(dice),
        head=head,
        account=f"00{dice.randrange(10**11):011}",
        is_small=form != "PT" or dice.chance(0.6),
    )
