"""Files that are empty, say so in XML, or have ragged lines."""

from typing import Final

from tolok.demo.generator.quirks.scene import Scene
from tolok.demo.generator.truth import Quirk

NOTHING: Final = "zero bytes"
NO_DATA: Final = "<invalid_response>Data Kosong, silakan ulangi</invalid_response>"
EMPTY_TABLES: Final = {"RUP-KomponenMaster": NOTHING, "Ecat-PaketEPurchasing-Lama": NO_DATA}
SHOPS: Final = "Bela-TokoDaringRealisasi"
RAGGED: Final = 0.01
RAGGED_TABLE: Final = "RUP-PaketSwakelola-Terumumkan"


class Unescaped(str):
    """Text whose inner quotes the CSV writer of the source does not double."""

    __slots__ = ()


def empty_file(scene: Scene) -> None:
    """ISB answers "no data" with zero bytes or with XML, whatever form was asked for."""
    if scene.form == "parquet":
        return
    for table, body in EMPTY_TABLES.items():
        scene.note(Quirk.EMPTY_FILE, table, body, ("", 0, 0))
    if scene.part.is_early:
        rows = len(scene.tables.pop(SHOPS))
        scene.note(Quirk.EMPTY_FILE, SHOPS, NO_DATA, ("", 0, rows))


def ragged_line(scene: Scene) -> None:
    """Quotes inside quotes: the line falls into more fields than the heading has."""
    if scene.form != "csv":
        return
    dice = scene.dice(Quirk.RAGGED_LINE)
    for row in dice.sample_share(scene.tables[RAGGED_TABLE], RAGGED):
        change = (row, "uraian_pekerjaan", Unescaped('Honor "Tim Teknis", "Tim Ahli", dan rapat'))
        scene.set(Quirk.RAGGED_LINE, RAGGED_TABLE, row["kd_rup"], change)
