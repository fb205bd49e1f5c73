"""The formula language of indicators: read against the data dictionary, checked, compiled.

`read_formula` and `read_filter` give a checked value or the problems (F-01 …). A formula is a
factor times a numerator over a denominator, each a sum over rows, so every value can be explained.
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
