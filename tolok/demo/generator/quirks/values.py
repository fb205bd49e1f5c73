"""Wrong money."""

from decimal import Decimal
from typing import Final

from tolok.demo.generator.facts import Package, Process
from tolok.demo.generator.quirks.scene import Scene
from tolok.demo.generator.tables.common import Cell, Row, amount
from tolok.demo.generator.truth import Quirk

TENDER_VALUES: Final = "SPSE-TenderSelesaiNilai"
DIRECT_VALUES: Final = "SPSE-NonTenderSelesai"
TEN_FOLD_TENDERS: Final = 0.012
TEN_FOLD_DIRECT: Final = 0.002
TWO_VALUES: Final = 0.006
MISSING_ROWS: Final = 0.008
DUMMY_PDN: Final = 0.14
PERCENT: Final = 0.03


def ten_fold_value(scene: Scene) -> None:
    """A digit too many: the offer is right, the UMK share and the e-contract repeat the error."""
    for packages, share in (
        (scene.facts.tenders(), TEN_FOLD_TENDERS),
        (scene.facts.directs(), TEN_FOLD_DIRECT),
    ):
        signed = [one for one in packages if one.contract and one.contract.signed]
        for package in scene.fresh(Quirk.TEN_FOLD_VALUE, signed, share):
            _times_ten(scene, package)


def _times_ten(scene: Scene, package: Package) -> None:
    table, rows = _value_rows(scene, package)
    contract = scene.contract_table(package, "Kontrak")
    for where, row in [
        *((table, row) for row in rows),
        *((contract, row) for row in scene.contract_rows(package, "Kontrak")),
    ]:
        for name in ("nilai_kontrak", "nilai_umk_kontrak"):
            value = row[name]
            if value:
                wrong = amount(Decimal(str(value)) * 10)
                change = (row, name, wrong)
                scene.set(Quirk.TEN_FOLD_VALUE, where, package.last.code, change)


def _value_rows(scene: Scene, package: Package) -> tuple[str, list[Row]]:
    if package.need.process is Process.TENDER:
        return TENDER_VALUES, scene.find(TENDER_VALUES, "kd_tender", package.last.code)
    return DIRECT_VALUES, scene.find(DIRECT_VALUES, "kd_nontender", package.last.code)


def two_values(scene: Scene) -> None:
    """A second row for the same tender, with another contract value."""
    won = [package for package in scene.facts.tenders() if package.award]
    for package in scene.fresh(Quirk.TWO_VALUES, won, TWO_VALUES):
        row = dict(scene.find(TENDER_VALUES, "kd_tender", package.last.code)[0])
        scene.replace(TENDER_VALUES, [*scene.tables[TENDER_VALUES], row])
        other = amount(Decimal(str(row["nilai_kontrak"])) * 93 // 100)
        change = (row, "nilai_kontrak", other)
        scene.set(Quirk.TWO_VALUES, TENDER_VALUES, package.last.code, change)


def value_row_missing(scene: Scene) -> None:
    """A finished tender that has no row of values."""
    won = [package for package in scene.facts.tenders() if package.award]
    for package in scene.fresh(Quirk.VALUE_ROW_MISSING, won, MISSING_ROWS):
        rows = scene.find(TENDER_VALUES, "kd_tender", package.last.code)
        true = rows[0]["nilai_kontrak"]
        change = ("nilai_kontrak", None, true)
        scene.note(Quirk.VALUE_ROW_MISSING, TENDER_VALUES, package.last.code, change)
        scene.drop(TENDER_VALUES, rows)


def dummy_pdn(scene: Scene) -> None:
    """0 or 1 typed into the PDN value, so that the form could be sent."""
    dice = scene.dice(Quirk.DUMMY_PDN)
    for package in (*scene.facts.tenders(), *scene.facts.directs()):
        table, rows = _value_rows(scene, package)
        if not rows or not rows[0]["nilai_pdn_kontrak"] or not dice.chance(DUMMY_PDN):
            continue
        wrong = dice.weighted({0: 0.85, 1: 0.15})
        contract = scene.contract_table(package, "Kontrak")
        for row in rows:
            _publish_pdn(scene, table, package, (row, "nilai_pdn_kontrak", wrong))
        for row in scene.contract_rows(package, "Kontrak"):
            _publish_pdn(scene, contract, package, (row, "nilai_pdn_kontrak", wrong))


def _publish_pdn(scene: Scene, table: str, package: Package, change: tuple[Row, str, Cell]) -> None:
    scene.set(Quirk.DUMMY_PDN, table, package.last.code, change)


def percent_as_pdn(scene: Scene) -> None:
    """Recorded spending: 100, meant as percent, where rupiah belong."""
    table = "SPSE-PencatatanNonTender"
    filled = [row for row in scene.tables[table] if row["nilai_pdn_pct"]]
    for row in scene.dice(Quirk.PERCENT_AS_PDN).sample_share(filled, PERCENT):
        change = (row, "nilai_pdn_pct", 100)
        scene.set(Quirk.PERCENT_AS_PDN, table, row["kd_nontender_pct"], change)
