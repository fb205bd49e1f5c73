"""Who knows the facts of all papers of a document; rooms above say so when they start.

makers.register("F5", facts_of_every_package)  # in the room's AppConfig.ready
"""

from collections.abc import Callable, Iterable
from typing import Final

from tolok.archive.issuing.actions import About
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear

Maker = Callable[[FiscalYear], Iterable[tuple[About, object]]]
_MAKERS: Final[dict[str, Maker]] = {}


def register(document: str, maker: Maker) -> None:
    """What gives, for a year, each paper's subject and its facts (the dataclass or its JSON)."""
    _MAKERS[document] = maker


def known() -> tuple[str, ...]:
    """The documents that can be made in one go."""
    return tuple(_MAKERS)


def maker_of(document: str) -> Maker:
    """BN-01: a batch is made of documents whose facts somebody knows."""
    if document not in _MAKERS:
        message = (
            f"Fakta {document} belum dapat dikumpulkan sendiri. Buat naskahnya satu per satu, "
            "atau kirim fakta-faktanya sebagai daftar."
        )
        raise RefusedError(Problem("BN-01", "dokumen", message))
    return _MAKERS[document]
