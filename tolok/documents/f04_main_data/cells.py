"""Cells of F4's wide tables: several short lines below each other."""

from typing import Final

from tolok.documents.building import Cell, Xml, p, when

_RIGHT: Final = '<w:jc w:val="right"/>'
_MIDDLE: Final = '<w:jc w:val="center"/>'


def day(field: str, otherwise: str = "–") -> str:
    """06/01/2026, or what stands for a day that has not come."""
    return f"{{% if {field} %}}{{{{ {field}|tanggal_pendek }}}}{{% else %}}{otherwise}{{% endif %}}"


def count(field: str, unit: str = "") -> str:
    """A number that may not be known yet."""
    words = f"{{{{ {field}|angka }}}} {unit}".strip()
    return f"{{% if {field} is none %}}–{{% else %}}{words}{{% endif %}}"


def stacked(first: str, *further: str) -> Cell:
    """A line, and more in small print below it; `fact(…)` leaves no gap where it is empty."""
    return Cell((p("Tabel", first), *(_small(one) for one in further)))


def centred(first: str, *further: str) -> Cell:
    return Cell((p("Tabel Tengah", first), *(_small(one, _MIDDLE) for one in further)))


def fact(field: str) -> str:
    """A text of the facts that may be empty."""
    return f"{_OPTIONAL}{field}"


def money(*lines: str) -> Cell:
    """In small print at the right, so that hundreds of billions stand on one line."""
    return Cell(tuple(_small(line, _RIGHT) for line in lines))


def small(*lines: str) -> Cell:
    return Cell(tuple(_small(line) for line in lines))


_OPTIONAL: Final = "?"


def _small(line: str, properties: str = "") -> Xml:
    if not line.startswith(_OPTIONAL):
        return p("Tabel Kecil", line, properties=properties)
    field = line.removeprefix(_OPTIONAL)
    return when(field, p("Tabel Kecil", f"{{{{ {field} }}}}", properties=properties))
