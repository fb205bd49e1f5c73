"""The charts pages ask for, each for one question."""

from collections.abc import Sequence
from typing import Final

from django.utils.safestring import SafeString

from tolok.ui.charts.bars import Bar, Chart, Scale, table_of
from tolok.ui.charts.drawing import Link, drawn
from tolok.ui.charts.lying import above, beside, lying
from tolok.ui.charts.upright import Upright, upright

_QUARTERS: Final = Upright(width=350, height=220, aside=78)
_CLASSES: Final = Upright(width=600, height=180, gap=0.06)
_WIDE: Final = beside(width=540, names=216)
_PHONE: Final = 296  # what a screen of 360 px leaves inside a card


def quarter_bars(title: str, bars: Sequence[Bar], scale: Scale) -> Chart:
    """How did the year go? TW I to IV, target and baseline as lines."""
    picture = drawn(upright(bars, scale, _QUARTERS), title, _links(bars, scale))
    return Chart(title, picture, SafeString(), table_of(bars, scale, "Triwulan"))


def unit_bars(title: str, bars: Sequence[Bar], scale: Scale, first: str = "Unit kerja") -> Chart:
    """Who is above and who is below? One lying bar each, in the order given; no baseline."""
    wide = drawn(lying(bars, scale, _WIDE), title, _links(bars, scale))
    return Chart(title, wide, _on_phone(title, bars, scale), table_of(bars, scale, first))


def histogram(title: str, bars: Sequence[Bar], scale: Scale, first: str = "Kelas") -> Chart:
    """How is it distributed? One bar for each class; on a phone they lie down."""
    wide = drawn(upright(bars, scale, _CLASSES), title, _links(bars, scale))
    return Chart(title, wide, _on_phone(title, bars, scale), table_of(bars, scale, first))


def _on_phone(title: str, bars: Sequence[Bar], scale: Scale) -> SafeString:
    return drawn(lying(bars, scale, above(_PHONE, bars)), title, _links(bars, scale))


def _links(bars: Sequence[Bar], scale: Scale) -> tuple[Link, ...]:
    """Where each bar leads and what a screen reader says of it."""
    return tuple(Link(bar.href, _spoken(bar, scale)) for bar in bars)


def _spoken(bar: Bar, scale: Scale) -> str:
    value = f"{bar.label}: {scale.text(bar.value)} {scale.unit}"
    return f"{value}, {bar.note}" if bar.note else value
