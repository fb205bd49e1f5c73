"""Statuses that are missing or say little."""

from typing import Final

from tolok.demo.generator.facts import Outcome
from tolok.demo.generator.quirks.scene import Scene
from tolok.demo.generator.truth import Quirk

TENDERS: Final = "SPSE-TenderPengumuman"
DIRECT: Final = "SPSE-NonTenderPengumuman"
BLANKED: Final = (
    "tanggal_status",
    "mtd_evaluasi",
    "mtd_kualifikasi",
    "jenis_pengadaan",
    "kualifikasi_paket",
    "kontrak_pembayaran",
)
DASHES: Final = 0.001


def repeated_tender(scene: Scene) -> None:
    """A repeat keeps kd_pkt_dce and gets a new kd_tender: announcements are not packages."""
    for package in scene.facts.tenders():
        for attempt in package.attempts[1:]:
            change = ("kd_pkt_dce", package.code, package.attempts[0].code)
            scene.note(Quirk.REPEATED_TENDER, TENDERS, attempt.code, change)


def running_without_value(scene: Scene) -> None:
    """Running tenders stand in the table of values, with nothing in it."""
    for package in scene.facts.tenders():
        if package.last.outcome is Outcome.RUNNING:
            change = ("nilai_kontrak", None, None)
            table = "SPSE-TenderSelesaiNilai"
            scene.note(Quirk.RUNNING_WITHOUT_VALUE, table, package.last.code, change)


def null_status(scene: Scene) -> None:
    """In early years every failed tender lacks its status, and more with it."""
    if not scene.part.is_early:
        return
    for row in scene.tables[TENDERS]:
        if row["status_tender"] == Outcome.FAILED:
            scene.set(Quirk.NULL_STATUS, TENDERS, row["kd_tender"], (row, "status_tender", None))
            row.update(dict.fromkeys(BLANKED))


def dash_status(scene: Scene) -> None:
    """ "-" for a status, and no announcement date."""
    running = [row for row in scene.tables[DIRECT] if row["status_nontender"] == Outcome.RUNNING]
    dice = scene.dice(Quirk.DASH_STATUS)
    share = DASHES * len(scene.tables[DIRECT]) / max(1, len(running))
    for row in dice.sample_share(running, share):
        key = row["kd_nontender"]
        scene.set(Quirk.DASH_STATUS, DIRECT, key, (row, "status_nontender", "-"))
        row["tgl_pengumuman_nontender"] = None
