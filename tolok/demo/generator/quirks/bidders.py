"""Bids that were never recorded."""

from typing import Final

from tolok.demo.generator.quirks.scene import Scene
from tolok.demo.generator.truth import Quirk

BIDDERS: Final = "SPSE-PesertaTender"
WITHOUT_BIDS: Final = 0.01


def no_recorded_bid(scene: Scene) -> None:
    """A finished tender whose registrants show no offer."""
    won = [package for package in scene.facts.tenders() if package.award]
    for package in scene.fresh(Quirk.NO_RECORDED_BID, won, WITHOUT_BIDS):
        rows = scene.find(BIDDERS, "kd_tender", package.last.code)
        offers = sum(row["nilai_penawaran"] is not None for row in rows)
        change = ("nilai_penawaran", 0, offers)
        scene.note(Quirk.NO_RECORDED_BID, BIDDERS, package.last.code, change)
        for row in rows:
            row["nilai_penawaran"] = row["nilai_terkoreksi"] = None
