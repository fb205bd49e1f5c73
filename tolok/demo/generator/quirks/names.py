"""Names and numbers of suppliers and officials, as they come out of hand-filled forms."""

from typing import Final

from tolok.demo.generator.dice import Dice
from tolok.demo.generator.quirks.scene import Scene
from tolok.demo.generator.tables.common import Row
from tolok.demo.generator.truth import Quirk

DIRECT: Final = "SPSE-NonTenderSelesai"
APPOINTMENTS: Final = "SPSE-NonTenderEkontrak-SPPBJ"
VARIANTS: Final = 0.05
EMPTY: Final = 0.04
ROUNDED: Final = 0.03
BLANK_FORMS: Final = ("", "", "", "__.___.___._-___.___")


def supplier_variant(scene: Scene) -> None:
    """The same supplier, written otherwise."""
    dice = scene.dice(Quirk.SUPPLIER_VARIANT)
    firms = [row for row in scene.tables[DIRECT] if ". " in str(row["nama_penyedia"])]
    for row in dice.sample_share(firms, VARIANTS):
        change = (row, "nama_penyedia", variant(dice, str(row["nama_penyedia"])))
        scene.set(Quirk.SUPPLIER_VARIANT, DIRECT, row["kd_nontender"], change)


def variant(dice: Dice, legal_name: str) -> str:
    form, name = legal_name.split(". ", 1)
    forms = (
        f"{form} {name}",
        f"{form}.{name}",
        f"{form}. {name.upper()}",
        f"{name}, {form}",
        f"{form.lower()}.{name.lower()}",
        f"{form}.  {name}",
    )
    return dice.choice(forms)


def tax_number_empty(scene: Scene) -> None:
    """No NPWP, or the mask of an empty form field; the sixteen digits remain."""
    dice = scene.dice(Quirk.TAX_NUMBER_EMPTY)
    for row in dice.sample_share(scene.tables[DIRECT], EMPTY):
        change = (row, "npwp_penyedia", dice.choice(BLANK_FORMS))
        scene.set(Quirk.TAX_NUMBER_EMPTY, DIRECT, row["kd_nontender"], change)


def staff_number_rounded(scene: Scene) -> None:
    """A NIP that passed through a spreadsheet: a number that lost its last digits."""
    dice = scene.dice(Quirk.STAFF_NUMBER_ROUNDED)
    for row in dice.sample_share(scene.tables[APPOINTMENTS], ROUNDED):
        change = (row, "nip_ppk", _rounded(row))
        scene.set(Quirk.STAFF_NUMBER_ROUNDED, APPOINTMENTS, row["kd_nontender"], change)


def _rounded(row: Row) -> int:
    return round(int(str(row["nip_ppk"])), -3)
