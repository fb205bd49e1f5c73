"""What the files hide: every error put in on purpose, and the inputs of the true indicators."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from tolok.demo.generator.tables.common import Cell


class Quirk(StrEnum):
    """The kinds of error, each seen in real files."""

    # Values
    TEN_FOLD_VALUE = "ten_fold_value"
    TWO_VALUES = "two_values"
    VALUE_ROW_MISSING = "value_row_missing"
    DUMMY_PDN = "dummy_pdn"
    PERCENT_AS_PDN = "percent_as_pdn"

    # Statuses and attempts
    NULL_STATUS = "null_status"
    DASH_STATUS = "dash_status"
    REPEATED_TENDER = "repeated_tender"
    RUNNING_WITHOUT_VALUE = "running_without_value"

    # Dates and hand-overs
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    WORK_ENDS_AS_IT_STARTS = "work_ends_as_it_starts"
    CONTRACT_ENDS_AS_IT_STARTS = "contract_ends_as_it_starts"
    MISSING_BAST = "missing_bast"
    DUPLICATE_ROW = "duplicate_row"

    # Bidders, suppliers, people
    NO_RECORDED_BID = "no_recorded_bid"
    SUPPLIER_VARIANT = "supplier_variant"
    TAX_NUMBER_EMPTY = "tax_number_empty"
    STAFF_NUMBER_ROUNDED = "staff_number_rounded"

    # Bodies, units, plans, files
    OTHER_BODY = "other_body"
    UNIT_CODE_CHANGED = "unit_code_changed"
    PARTIAL_RUP = "partial_rup"
    EMPTY_FILE = "empty_file"
    RAGGED_LINE = "ragged_line"


class Slip(NamedTuple):
    """One wrong cell, row or file, with what would be right."""

    agency: str
    year: int
    table: str
    key: Cell  # of the row, in its table; for a file as a whole its form
    field: str
    published: Cell
    true: Cell


@dataclass
class Truth:
    slips: dict[Quirk, list[Slip]] = field(default_factory=lambda: {one: [] for one in Quirk})
    inputs: list[Mapping[str, object]] = field(default_factory=list)

    def write(self, path: Path) -> None:
        """One slip a line, so that two runs can be compared by eye."""
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield "{"
        for quirk, slips in self.slips.items():
            yield f'"{quirk}": ['
            yield from _list(slip._asdict() for slip in slips)
            yield "],"
        yield '"inputs": ['
        yield from _list(iter(self.inputs))
        yield "]"
        yield "}"


def _list(things: Iterator[Mapping[str, object]]) -> Iterator[str]:
    held = ""
    for thing in things:
        if held:
            yield held + ","
        held = json.dumps(thing, ensure_ascii=False)
    if held:
        yield held
