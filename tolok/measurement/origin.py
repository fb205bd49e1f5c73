"""From the rows in scope to the rows counted: why the others were left out, and how many."""

from collections.abc import Mapping
from typing import Final

from tolok.core.indicator import Indicator
from tolok.core.numbers import format_number
from tolok.measurement.listed import Part
from tolok.measurement.made_of import row_word
from tolok.measurement.values import Value
from tolok.ui.parts import Origin, OriginStep

MINUS: Final = "−"  # noqa: RUF001
MOST_REASONS: Final = 3


def origin_of(
    indicator: Indicator, value: Value, reasons: Mapping[str, int], rows_page: str
) -> Origin:
    word, left_out = row_word(indicator), f"{rows_page}?lihat={Part.LEFT_OUT}"
    return Origin(
        formula=indicator.formula.text if indicator.formula else "",
        version=indicator.version,
        snapshot=value.snapshot,
        steps=(
            OriginStep(format_number(value.rows + value.left_out), f"{word} dalam cakupan"),
            *_reasons(reasons, left_out),
            OriginStep(format_number(value.rows), f"{word} dihitung", rows_page),
        ),
    )


def _reasons(reasons: Mapping[str, int], page: str) -> list[OriginStep]:
    counted = list(reasons.items())
    steps = [_step(count, reason, page) for reason, count in counted[:MOST_REASONS]]
    if rest := sum(count for _, count in counted[MOST_REASONS:]):
        steps.append(_step(rest, "karena alasan lain", page))
    return steps


def _step(count: int, reason: str, page: str) -> OriginStep:
    return OriginStep(f"{MINUS} {format_number(count)}", reason, page)
