"""Draws the charts of the examples: `python -m tolok.documents.example_charts`.

Pictures of the fictional year are shared (`pictures/`); a chart of all indicators of one example
lies in its folder as `capaian.png`.
"""

from decimal import Decimal
from pathlib import Path
from typing import Final

from tolok.documents.catalogue import document
from tolok.documents.charts import Bar, Frame, achievement_bars, bars
from tolok.documents.document import SHARED_PICTURES
from tolok.documents.trends import trend

TARGET: Final = (Decimal(100), "target 100 %")
WITH_CHART: Final = {
    "F15": Frame(width=760, height=215, line=TARGET),
    "F16": Frame(width=960, height=129, line=TARGET),
    "LAP-CAPAIAN": Frame(width=840, height=215, line=TARGET),
}
COURSES: Final = {
    "W1": ("76.0", "80.3", "84.2", "86.0"),
    "W3": ("88.0", "81.0", "79.6", "83.1"),
    "B1": ("6.2", "6.6", "7.0", "7.1"),
    "K1": ("8.0", "9.4", "10.4", "9.1"),
    "K6": ("48.0", "58.0", "66.0", "71.5"),
    "P1": ("86.0", "90.6", "91.2", "95.4"),
    "P2": ("39.0", "41.2", "43.5", "42.8"),
}
"""The values of TW I to IV."""


def main() -> None:
    for code, course in COURSES.items():
        values = [Decimal(value) for value in course]
        for quarters in (3, 4):
            name = f"tren-{code.lower()}-{quarters}.png"
            (SHARED_PICTURES / name).write_bytes(trend(values[:quarters]))
    for code, frame in WITH_CHART.items():
        one = document(code)
        file: Path = one.folder / "capaian.png"
        file.write_bytes(achievement_bars(one.example().rows, frame))
    _evaluation()


def _evaluation() -> None:
    """The two further charts of F15: suppliers by category, the elements of the survey."""
    one = document("F15")
    facts = one.example()
    shares = [
        Bar(share.category, Decimal(share.packages)) for share in facts.suppliers.distribution
    ]
    elements = [
        Bar(element.code, (element.internal + element.external) / 2)
        for element in facts.survey.elements
    ]
    charts = {
        "penyedia.png": bars(shares, Frame(width=560, height=200, places=0)),
        "unsur.png": bars(elements, Frame(width=760, height=210, places=2)),
    }
    for name, picture in charts.items():
        (one.folder / name).write_bytes(picture)


if __name__ == "__main__":
    main()
