"""The tables of a report's slides: values of the indicators, and what is recommended."""

from decimal import Decimal
from typing import Final

from pptx.enum.text import PP_ALIGN

from tolok.core.dates import format_date_short
from tolok.core.numbers import format_number
from tolok.documents.achievements import Achievement, Position, Recommendation
from tolok.documents.facts import Missing
from tolok.documents.presentasi_slides.shapes import Column, Tinted

ADVICE: Final = (
    Column("Indikator dan penyebab", 8.0),
    Column("Rekomendasi", 10.0),
    Column("Penanggung jawab", 4.6),
    Column("Tenggat", 3.0, PP_ALIGN.CENTER),
    Column("Ukuran keberhasilan", 5.2),
)


def value_columns(position: Position) -> tuple[Column, ...]:
    right, centre = PP_ALIGN.RIGHT, PP_ALIGN.CENTER
    return (
        Column("Kode", 1.8, centre),
        Column("Indikator", 10.0),
        Column("Satuan, arah", 3.2, centre),
        Column(f"Baseline {position.baseline_year}", 2.8, right),
        Column(f"Target {position.period}", 3.0, right),
        Column("Realisasi", 3.4, right),
        Column("Capaian (%)", 2.6, right),
        Column("Status", 4.0),
    )


def value_row(row: Achievement) -> list[str | Tinted]:
    upper = f"–{format_number(row.target_upper)}" if row.target_upper is not None else ""
    actual = [_number(row.actual)]
    if row.uncorrected is not None:
        actual.append(f"tanpa koreksi {format_number(row.uncorrected)}")
    if row.lowest is not None and row.highest is not None:
        actual.append(f"rentang {format_number(row.lowest)}–{format_number(row.highest)}")
    return [
        row.code,
        "\n".join((row.name, *row.reasons)),
        f"{row.unit}, {row.direction}",
        _number(row.baseline),
        _number(row.target) + upper,
        "\n".join(actual),
        _number(row.achievement),
        Tinted(row.marked, row.tint),
    ]


def advice_row(one: Recommendation) -> list[str | Tinted]:
    due = format_date_short(one.due) if one.due else "belum disepakati"
    return [f"{one.indicator}\n{one.cause}", one.text, one.responsible, due, one.measure]


def _number(value: Decimal | Missing) -> str:
    """A dash where it is missing; its reason stands beside the name."""
    return "–" if isinstance(value, Missing) else format_number(value)
