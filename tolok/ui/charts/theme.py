"""The inks of the charts. In the page each becomes a class of tolok.css, so that dark mode and
print change them with everything else; the colours here are those of tokens.css in light mode.
"""

from typing import Any, Final

INK: Final = "#14211f"  # target lines, values
NAME: Final = "#14211d"  # names of bars; INK, but not bold
INK_2: Final = "#465653"  # notes, the baseline
LINE: Final = "#758683"  # the zero line
ACCENT: Final = "#0a5a57"  # bars that stand out
ACCENT_MID: Final = "#8fbfba"  # bars
SURFACE: Final = "#ffffff"  # the edge around whiskers
WHISKER: Final = "#14211e"  # the interval; INK, but another class

CLASSES: Final = {
    ("path", ACCENT_MID): "col",
    ("path", ACCENT): "col on",
    ("line", INK): "tgt",
    ("line", INK_2): "base",
    ("line", LINE): "ax",
    ("line", SURFACE): "whb",
    ("line", WHISKER): "wh",
    ("text", INK): "lab",
    ("text", NAME): "nm",
    ("text", INK_2): "",
}
"""What draws it and with which ink -> its class. A combination that is missing here is a bug."""

FONT: Final = "Segoe UI, Roboto, system-ui, Noto Sans, Liberation Sans, sans-serif"

Spec = dict[str, Any]  # Vega-Lite, as JSON
