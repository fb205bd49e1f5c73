"""The table of the overview as a workbook: the same rows and figures, with all their decimals."""

from collections.abc import Iterator
from typing import Any, Final

from tolok.dashboards.overview import Line, Overview
from tolok.measurement.showing import QUARTER_NAMES, QUARTERS
from tolok.registry.workbook import Column

COLUMNS: Final = (
    Column("Kode", 8),
    Column("Indikator", 40),
    Column("Bidang pengukuran", 22),
    Column("Nilai", 14),
    Column("Satuan", 10),
    Column("Terendah", 14),
    Column("Tertinggi", 14),
    Column("Kepastian", 18),
    Column("Baik bila", 14),
    Column("Target setahun", 14),
    Column("Setahun lalu", 14),
    *(Column(name, 12) for name in QUARTER_NAMES),
    Column("Baris dihitung", 10),
    Column("Baris tidak dihitung", 10),
    Column("Temuan terbuka", 10),
    Column("Keterangan", 60),
    Column("Versi rumus", 16),
    Column("Snapshot", 70),
)


def overview_rows(overview: Overview) -> Iterator[tuple[Any, ...]]:
    """One row for each indicator, in the order of the page."""
    for area, lines in overview.areas:
        for line in lines:
            yield _row(area, line)


def _row(area: str, line: Line) -> tuple[Any, ...]:
    shown, value = line.shown, line.shown.value
    quarters = (shown.quarters.get(number) for number in QUARTERS)
    settles = ", ".join(one.sentence for one in value.settles)
    return (
        shown.code,
        shown.indicator.name,
        area,
        value.value,
        shown.indicator.unit,
        value.lowest,
        value.highest,
        shown.state.word,
        shown.better,
        line.target,
        shown.before,
        *(quarter.value if quarter else None for quarter in quarters),
        value.rows,
        value.left_out,
        line.findings,
        value.reason or value.interval_reason or settles,
        value.formula_version,
        value.snapshot,
    )
