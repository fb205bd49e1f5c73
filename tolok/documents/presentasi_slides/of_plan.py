"""What the deck shows of a plan in place of achievements and advice: targets and actions."""

from decimal import Decimal
from typing import Final

from pptx.enum.text import PP_ALIGN

from tolok.core.dates import format_date_short
from tolok.core.numbers import format_number
from tolok.documents.achievements import Achievement, Recommendation
from tolok.documents.facts import Missing
from tolok.documents.presentasi_slides.shapes import Column, Tinted

TARGETS: Final = (
    Column("Kode", 1.8, PP_ALIGN.CENTER),
    Column("Indikator", 15.0),
    Column("Satuan, arah", 5.0, PP_ALIGN.CENTER),
    Column("Baseline", 4.4, PP_ALIGN.RIGHT),
    Column("Target setahun", 4.6, PP_ALIGN.RIGHT),
)
ACTIONS: Final = (
    Column("Indikator", 7.4),
    Column("Kegiatan", 9.6),
    Column("Penanggung jawab", 5.4),
    Column("Selesai", 2.8, PP_ALIGN.CENTER),
    Column("Output", 5.6),
)


def target_row(row: Achievement) -> list[str | Tinted]:
    """Why a baseline or target is missing stands below the name."""
    missing = [one.reason for one in (row.baseline, row.target) if isinstance(one, Missing)]
    upper = f"\u2013{format_number(row.target_upper)}" if row.target_upper is not None else ""
    return [
        row.code,
        "\n".join((row.name, *missing)),
        f"{row.unit}, {row.direction}",
        _number(row.baseline),
        _number(row.target) + upper,
    ]


def action_row(one: Recommendation) -> list[str | Tinted]:
    due = format_date_short(one.due) if one.due else "belum ditetapkan"
    return [one.indicator, one.text, one.responsible, due, one.measure]


def _number(value: Decimal | Missing) -> str:
    return "\u2013" if isinstance(value, Missing) else format_number(value)
