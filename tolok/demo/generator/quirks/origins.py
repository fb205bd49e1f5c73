"""Rows of another body, units under other codes, plans of which a part is missing."""

from typing import Final

from tolok.demo.generator.quirks.scene import Scene
from tolok.demo.generator.tables import tender
from tolok.demo.generator.truth import Quirk

PLAN_TABLES: Final = (
    "RUP-MasterSatker",
    "RUP-StrukturAnggaranPD",
    "RUP-PaketPenyedia-Terumumkan",
    "RUP-PaketSwakelola-Terumumkan",
)
PLANS: Final = "RUP-PaketPenyedia-Terumumkan"
KEPT_UNITS: Final = 3
RENUMBERED: Final = 2  # every second unit


def other_body(scene: Scene) -> None:
    """An enterprise of the region uses the same LPSE: its tenders stand in the same files."""
    facts = scene.facts
    guest = facts.agency.guest
    for table, rows in tender.rows_of(facts, guest, facts.guest_packages).items():
        for row in rows:
            change = ("kd_klpd", guest.code, guest.code)
            scene.note(Quirk.OTHER_BODY, table, row["kd_tender"], change)
        scene.replace(table, [*scene.tables[table], *rows])


def unit_code_changed(scene: Scene) -> None:
    """Units were renumbered in the early year: SiRUP has the old code and a longer name."""
    if not scene.part.is_early:
        return
    units = scene.facts.agency.units[::RENUMBERED]
    old = {unit.code: unit.old_code for unit in units}
    suffix = scene.facts.agency.full_name.upper()
    for unit in units:
        change = ("kd_satker_str", unit.old_code, unit.code)
        scene.note(Quirk.UNIT_CODE_CHANGED, PLAN_TABLES[0], unit.plan_id, change)
    for table in PLAN_TABLES:
        for row in scene.tables[table]:
            if row["kd_satker_str"] in old:
                row["kd_satker_str"] = old[str(row["kd_satker_str"])]
                row["nama_satker"] = f"{row['nama_satker']} {suffix}"


def partial_rup(scene: Scene) -> None:
    """A snapshot that holds the plans of three units only."""
    if not scene.part.is_early:
        return
    kept = {unit.plan_id for unit in scene.facts.agency.units[-KEPT_UNITS:]}
    rows = scene.tables[PLANS]
    left = [row for row in rows if row["kd_satker"] in kept]
    scene.note(Quirk.PARTIAL_RUP, PLANS, PLANS, ("", len(left), len(rows)))
    scene.replace(PLANS, left)
