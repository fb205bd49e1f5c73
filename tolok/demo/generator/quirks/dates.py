"""Dates out of order, and hand-overs missing or doubled."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from tolok.demo.generator.facts import Contract, Package
from tolok.demo.generator.quirks.scene import Scene
from tolok.demo.generator.tables.common import Cell, Row, english, midnight_z
from tolok.demo.generator.truth import Quirk

OUT_OF_ORDER: Final = 0.01
ENDS_AS_IT_STARTS: Final = 0.008
MISSING: Final = 0.03
DUPLICATES: Final = 0.1

Wrong = tuple[str, str, Cell]  # table of the e-contract, column, value


def dates_out_of_order(scene: Scene) -> None:
    """Contract before the award, work that ends before it begins, BAST before the start."""
    handed_over = [
        package
        for package in _contracted(scene)
        if package.contract and package.contract.started and len(package.contract.handovers) == 1
    ]
    chosen = scene.fresh(Quirk.DATES_OUT_OF_ORDER, handed_over, OUT_OF_ORDER)
    for number, package in enumerate(chosen):
        _set_date(scene, Quirk.DATES_OUT_OF_ORDER, package, DISORDERS[number % len(DISORDERS)])


def _early_contract(package: Package, contract: Contract) -> Wrong:
    first = min(contract.appointed, package.last.announced.date())
    return "Kontrak", "tgl_kontrak", midnight_z(first - timedelta(days=9))


def _wrong_year(package: Package, contract: Contract) -> Wrong:
    due = contract.due or contract.appointed
    return "SPMKSPP", "tgl_selesai_pekerjaan", english(_year_before(due), package.last.code)


def _early_handover(package: Package, contract: Contract) -> Wrong:
    del package
    started = contract.started or contract.appointed
    return "BAPBAST", "tgl_bast", midnight_z(started - timedelta(days=13))


DISORDERS: Final = (_early_contract, _wrong_year, _early_handover)


def _year_before(day: date) -> date:
    return day - timedelta(days=365)


def work_ends_as_it_starts(scene: Scene) -> None:
    """The SPMK's end of work is its begin."""
    working = [
        package
        for package in _contracted(scene)
        if package.contract and package.contract.started and package.contract.handovers
    ]
    for package in scene.fresh(Quirk.WORK_ENDS_AS_IT_STARTS, working, ENDS_AS_IT_STARTS):
        _set_date(scene, Quirk.WORK_ENDS_AS_IT_STARTS, package, _ends_at_once)


def _ends_at_once(package: Package, contract: Contract) -> Wrong:
    return "SPMKSPP", "tgl_selesai_pekerjaan", english(contract.started, package.last.code)


def _set_date(
    scene: Scene, quirk: Quirk, package: Package, make: Callable[[Package, Contract], Wrong]
) -> None:
    if package.contract is None:
        return
    name, column, value = make(package, package.contract)
    for row in scene.contract_rows(package, name):
        table = scene.contract_table(package, name)
        scene.set(quirk, table, package.last.code, (row, column, value))


def contract_ends_as_it_starts(scene: Scene) -> None:
    """All of SPSE's tender contracts: tgl_kontrak_akhir repeats the day of signing."""
    for package in scene.facts.tenders():
        if package.contract and package.contract.signed:
            change = (
                "tgl_kontrak_akhir",
                midnight_z(package.contract.signed),
                midnight_z(package.contract.due),
            )
            table = scene.contract_table(package, "Kontrak")
            scene.note(Quirk.CONTRACT_ENDS_AS_IT_STARTS, table, package.last.code, change)


def missing_bast(scene: Scene) -> None:
    """A finished contract without any hand-over on record."""
    done = [one for one in _contracted(scene) if one.contract and one.contract.handovers]
    gone: dict[str, list[Row]] = {}
    for package in scene.fresh(Quirk.MISSING_BAST, done, MISSING):
        rows = scene.contract_rows(package, "BAPBAST")
        table = scene.contract_table(package, "BAPBAST")
        change = ("tgl_bast", None, rows[-1]["tgl_bast"])
        scene.note(Quirk.MISSING_BAST, table, package.last.code, change)
        gone.setdefault(table, []).extend(rows)
    for table, rows in gone.items():
        scene.drop(table, rows)


def duplicate_row(scene: Scene) -> None:
    """A second pull left exact copies of hand-overs in the file."""
    table = "SPSE-NonTenderEkontrak-BAPBAST"
    rows = scene.tables[table]
    copies = scene.dice(Quirk.DUPLICATE_ROW).sample_share(rows, DUPLICATES)
    for row in copies:
        change = ("", row["no_bast"], None)
        scene.note(Quirk.DUPLICATE_ROW, table, row["kd_nontender"], change)
    scene.replace(table, [*rows, *(dict(row) for row in copies)])


def _contracted(scene: Scene) -> list[Package]:
    return [package for package in scene.facts.packages if package.contract]
