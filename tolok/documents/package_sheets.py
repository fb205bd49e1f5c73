"""A recap over packages as a workbook (F6, F9): change points, and values, means follow."""

from collections.abc import Callable
from dataclasses import dataclass

from tolok.documents.facts import Missing
from tolok.documents.ratings import PackageRecap, PackageRow
from tolok.documents.recap_sheets import RecapSheet, Span, mean_of
from tolok.documents.sheets import Formula, Value

BEHIND = ("Nilai", "Kategori", "Keterangan")


@dataclass(frozen=True)
class PackageHead:
    """What stands above the rows, and what a row says of its package."""

    title: str
    about: tuple[tuple[str, str], ...]  # labels and values
    words: tuple[str, str, str, str]  # heads of the columns B to E
    cells: Callable[[PackageRow], tuple[Value, Value, Value, Value]]


def fill_packages(recap: RecapSheet, facts: PackageRecap, head: PackageHead) -> Span | None:
    """Gives the rows of the packages, None when there are none."""
    recap.title(head.title, *head.about)
    recap.heads("No", *head.words)
    rows = [_package(recap, at, row, head.cells(row)) for at, row in enumerate(facts.rows, 1)]
    if not rows:
        recap.nothing()
        return None
    span = Span(rows[0], rows[-1])
    values = span.of(recap.behind(0))
    names = span.of(recap.behind(1))
    mean = _means(recap, span)
    counts = [f"COUNTIF({names},B{recap.bands.first + at})" for at in range(_bands(facts))]
    recap.end(counts, rated=f"COUNT({values})", packages=f"ROWS({values})", mean=mean)
    return span


def _package(recap: RecapSheet, number: int, row: PackageRow, about: tuple[Value, ...]) -> int:
    """Without all points the value is its reason, which stands in the last column."""
    at = recap.sheet.next_row
    reason = f"{recap.behind(2)}{at}"
    said = f'IF({reason}="","belum dinilai",{reason})'
    rated = f"COUNT({recap.points(at)})={len(recap.result.aspects)}"
    value = f"=IF({rated},{recap.weighted(at)},{said})"
    missing = row.value.reason if isinstance(row.value, Missing) else ""
    values: list[Value] = [
        *(number, *about),
        *(row.ratings or [""] * len(recap.result.aspects)),
        Formula(value, row.value),
        recap.category(f"{recap.behind(0)}{at}", row.category),
        missing or row.note,
    ]
    return recap.row(values, ["number", "centre", "text"])


def _means(recap: RecapSheet, span: Span) -> str:
    """The row of means; gives the cell of the mean value."""
    at, result = recap.sheet.next_row, recap.result
    mean = f"{recap.behind(0)}{at}"
    values: list[Value] = [
        *("", "RATA-RATA PAKET YANG DINILAI", "", "", ""),
        *(
            mean_of(span.of(recap.aspect(aspect)), one.mean)
            for aspect, one in enumerate(result.aspects)
        ),
        mean_of(span.of(recap.behind(0)), result.mean),
        recap.category(mean, result.category),
        "",
    ]
    recap.total(values)
    return mean


def _bands(facts: PackageRecap) -> int:
    return len(facts.result.shares)
