"""Where the quirks act: the tables of one agency and year, and the truth they leave."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from tolok.demo.generator.dice import Dice
from tolok.demo.generator.facts import Package, Process, YearFacts
from tolok.demo.generator.order import FileForm, Part
from tolok.demo.generator.tables import Row, Tables
from tolok.demo.generator.tables.common import Cell
from tolok.demo.generator.truth import Quirk, Slip, Truth


@dataclass
class Scene:
    facts: YearFacts
    part: Part
    form: FileForm
    seed: int
    tables: Tables
    truth: Truth
    _spoiled: set[int] = field(default_factory=set)  # codes of packages that carry a quirk already
    _index: dict[tuple[str, str], dict[Cell, list[Row]]] = field(default_factory=dict)

    def dice(self, quirk: Quirk) -> Dice:
        return Dice(self.seed, self.facts.body.code, self.facts.year, "quirk", quirk)

    def note(self, quirk: Quirk, table: str, key: Cell, change: tuple[str, Cell, Cell]) -> None:
        """`change` is the field, what is published and what is true."""
        slip = Slip(self.facts.body.code, self.facts.year, table, key, *change)
        self.truth.slips[quirk].append(slip)

    def set(self, quirk: Quirk, table: str, key: Cell, change: tuple[Row, str, Cell]) -> None:
        """Publish another value in a row's field and note it; `change` is row, field, value."""
        row, name, published = change
        self.note(quirk, table, key, (name, published, row[name]))
        row[name] = published

    def fresh(self, quirk: Quirk, packages: Iterable[Package], share: float) -> list[Package]:
        """A share of the packages, none of them spoiled twice: each error can be told alone."""
        packages = list(packages)
        free = [package for package in packages if package.code not in self._spoiled]
        count = min(len(free), max(1, round(len(packages) * share)))
        chosen = self.dice(quirk).sample_share(free, count / len(free) if free else 0)
        self._spoiled.update(package.code for package in chosen)
        return chosen

    def find(self, table: str, column: str, key: Cell) -> list[Row]:
        at = (table, column)
        if at not in self._index:
            self._index[at] = _indexed(self.tables[table], itemgetter(column))
        return self._index[at].get(key, [])

    def drop(self, table: str, rows: Sequence[Row]) -> None:
        gone = {id(row) for row in rows}
        self.replace(table, [row for row in self.tables[table] if id(row) not in gone])

    def replace(self, table: str, rows: list[Row]) -> None:
        self.tables[table] = rows
        self._index = {at: index for at, index in self._index.items() if at[0] != table}

    # --- The e-contract tables of a package

    def contract_table(self, package: Package, name: str) -> str:
        prefix = "Tender" if package.need.process is Process.TENDER else "NonTender"
        return f"SPSE-{prefix}Ekontrak-{name}"

    def contract_rows(self, package: Package, name: str) -> list[Row]:
        table = self.contract_table(package, name)
        column = "kd_tender" if package.need.process is Process.TENDER else "kd_nontender"
        return self.find(table, column, package.last.code)


def _indexed(rows: Iterable[Row], key_of: Callable[[Row], Cell]) -> dict[Cell, list[Row]]:
    index: dict[Cell, list[Row]] = {}
    for row in rows:
        index.setdefault(key_of(row), []).append(row)
    return index
