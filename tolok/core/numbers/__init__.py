"""The one place where numbers are read and written (Indonesian forms; never guessed).

`read_column` reads a whole column, which alone decides what "1.234" means. `read_number` reads
one value, with the form of its column where one is known. A value is a `Decimal`; None is an
empty cell; a `Problem` (N-01 ...) says why a cell is refused and how to settle it.
"""

from tolok.core.numbers.columns import decide_column, read_column
from tolok.core.numbers.forms import NumberForm
from tolok.core.numbers.printing import (
    format_number,
    format_percent,
    format_rupiah,
    round_half_up,
)
from tolok.core.numbers.reading import LIMIT, read_number, read_percent

__all__ = [
    "LIMIT",
    "NumberForm",
    "decide_column",
    "format_number",
    "format_percent",
    "format_rupiah",
    "read_column",
    "read_number",
    "read_percent",
    "round_half_up",
]
