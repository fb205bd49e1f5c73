"""A column decides what its ambiguous cells mean; a cell alone never does."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tolok.core.numbers.forms import NumberForm
from tolok.core.numbers.reading import form_proved_by, read_number
from tolok.core.problem import Problem


def decide_column(values: Iterable[object]) -> NumberForm:
    """The form that the unambiguous cells prove: "1.234.567,89" one, "1234.56" the other.

    UNDECIDED when no cell proves anything, MIXED when cells prove both; in either case
    `read_number` refuses the ambiguous ones.
    """
    proved = {form_proved_by(value) for value in values if isinstance(value, str)}
    proved.discard(NumberForm.UNDECIDED)
    if len(proved) > 1:
        return NumberForm.MIXED
    return proved.pop() if proved else NumberForm.UNDECIDED


def read_column(values: Sequence[object]) -> list[Decimal | Problem | None]:
    """Every cell of one column, read in the form the column proves."""
    form = decide_column(values)
    return [read_number(value, form) for value in values]
