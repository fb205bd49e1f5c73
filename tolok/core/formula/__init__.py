"""The formula language of indicators: read against the data dictionary, checked, compiled.

`read_formula` and `read_filter` give a checked value or the problems (F-01 …). A formula is a
factor times a numerator over a denominator, each a sum over rows, so every value can be explained.

To find the way: `gate` (short, plain text only) → `rows`, `aggregates`, `shape` (what is let
through, as `nodes`) → `formula`. `words` tells it in Indonesian, `sql` writes it for an engine.
`measure` adds the rows it is about; `totals` asks for the sums of many at once, `listing` for the
rows behind one. `bounds`, `corners`, `cases`, `unsettled` and `interval` make the honest interval.
"""

from tolok.core.formula.dictionary import Dictionary, Field, FieldType
from tolok.core.formula.formula import Filter, Formula, read_filter, read_formula

__all__ = [
    "Dictionary",
    "Field",
    "FieldType",
    "Filter",
    "Formula",
    "read_filter",
    "read_formula",
]
