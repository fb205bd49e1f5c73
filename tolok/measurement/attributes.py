"""The attributes of an indicator (*manual indikator*) as its page lists them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.dates import format_date
from tolok.core.formula.words import formula_in_words, in_words
from tolok.core.indicator import Indicator
from tolok.measurement.made_of import row_word
from tolok.measurement.showing import BETTER
from tolok.registry.dictionary import dictionary

EVERY_METHOD: Final = "semua metode"
ROW_KINDS: Final = {
    "paket": "paket pengadaan",
    "rup": "entri RUP",
    "anggaran": "anggaran satuan kerja",
}


@dataclass(frozen=True)
class Attribute:
    label: str
    text: str


def attributes(indicator: Indicator) -> list[Attribute]:
    """Those that have something to say, in the order of the manual."""
    return [Attribute(label, text) for label, text in _pairs(indicator) if text]


def _pairs(one: Indicator) -> Iterator[tuple[str, str]]:
    yield "Definisi", one.definition
    yield "Tujuan", one.goal
    yield "Bidang pengukuran", one.area
    yield "Jenis indikator", one.kind.value
    yield from _computation(one)
    yield "Satuan", one.unit
    yield "Arah", f"{BETTER[one.direction]} makin baik"
    yield "Ambang status", _thresholds(one)
    yield "Konsolidasi periode", one.consolidation.value
    yield "Sumber data", one.source
    yield "Cara pengumpulan", one.collection
    yield "Data yang dikumpulkan", listed([dictionary()[name].label for name in one.data_needed])
    yield "Pemantauan", one.monitoring.value
    yield "Pelaporan", one.reporting.value
    yield "Dasar hukum", one.legal_basis
    yield "Berlaku", _validity(one)


def _computation(one: Indicator) -> Iterator[tuple[str, str]]:
    if one.formula is None:
        yield "Diperlukan", one.needs
        return
    yield "Rumus dalam kata", formula_in_words(one.formula, rows=row_word(one))
    yield "Hanya yang", in_words(one.filter.condition) if one.filter else ""
    yield "Metode pemilihan", listed(one.scope) or EVERY_METHOD
    yield "Baris data", listed([ROW_KINDS[kind] for kind in one.rows])
    yield "Tanggal acuan", f"{one.reference_date.label}: menempatkan paket pada triwulan"


def _thresholds(one: Indicator) -> str:
    met, near = one.thresholds.met, one.thresholds.near
    return f"tercapai sejak {met} % target, mendekati sejak {near} %"


def _validity(one: Indicator) -> str:
    since = f"sejak {format_date(one.valid_from)}"
    return f"{since} sampai {format_date(one.valid_to)}" if one.valid_to else since


def listed(words: Sequence[str]) -> str:
    """W3, W4 dan K1."""
    *first, last = words or [""]
    return f"{', '.join(first)} dan {last}" if first else last
