"""Fills the presentation: title, summary, achievement, values, charts, advice, decisions, end."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.enum.text import PP_ALIGN

from tolok.core.numbers import format_number
from tolok.documents.achievements import Achievement, Scale
from tolok.documents.facts import Missing
from tolok.documents.presentasi_slides import DOCUMENT, Facts, Series
from tolok.documents.presentasi_slides.charts import achievement_chart, series_chart
from tolok.documents.presentasi_slides.ends import closing, opening
from tolok.documents.presentasi_slides.of_plan import ACTIONS, TARGETS, action_row, target_row
from tolok.documents.presentasi_slides.of_report import (
    ADVICE,
    advice_row,
    value_columns,
    value_row,
)
from tolok.documents.presentasi_slides.paging import height, lines, paged, titled
from tolok.documents.presentasi_slides.shapes import (
    LEFT,
    WIDTH,
    Box,
    Column,
    Look,
    Slides,
    Tinted,
    row_height,
    table,
    text,
)
from tolok.documents.presentasi_slides.shapes import (
    fill as tint,
)

_COLUMNS: Final = 16  # in a chart
_TABLE_ROOM: Final = 13.5  # cm, below the head of a table
_TOP: Final = Box(LEFT, 3.0, WIDTH, 14)
_NO_INDICATORS: Final = "Belum ada indikator yang ditetapkan."
_BODY: Final = Look(size=20, gap=10)
_SMALL: Final = Look(size=12)


def fill(deck: Any, facts: Facts) -> None:
    footer = f"{facts.government} · {facts.period} · {DOCUMENT.code} · {DOCUMENT.title}"
    slides = Slides(deck, facts.issue, footer)
    opening(slides, facts)
    _summary(slides, facts)
    if facts.about == "laporan":
        _achievement(slides, facts)
        _values(slides, facts)
    else:
        _targets(slides, facts)
    for series in facts.charts:
        _series(slides, series)
    (_recommendations if facts.about == "laporan" else _actions)(slides, facts)
    _decisions(slides, facts)
    closing(slides, facts)


def _summary(slides: Slides, facts: Facts) -> None:
    points = [f"• {one}" for one in facts.summary] or ["Belum ada ringkasan."]
    for title, page in titled("Ringkasan", _sentences(points, 11)):
        slide = slides.add(title, facts.notes.summary)
        if facts.about == "rencana":
            text(slide, _TOP, page, _BODY)
            continue
        width = WIDTH / len(facts.counts)
        for at, count in enumerate(facts.counts):
            words = [format_number(count.number), count.marked]
            look = Look(size=16, bold=True, align=PP_ALIGN.CENTER)
            box = text(slide, Box(LEFT + at * width, 3.0, width - 0.3, 2.0), words, look)
            tint(box, count.tint)
        text(slide, Box(LEFT, 6.0, WIDTH, 11), page, _BODY)


def _achievement(slides: Slides, facts: Facts) -> None:
    title = "Capaian terhadap target (%)"
    if not facts.rows:
        text(slides.add(title, facts.notes.achievement), _TOP, [_NO_INDICATORS], _BODY)
    parts = [facts.rows[at : at + _COLUMNS] for at in range(0, len(facts.rows), _COLUMNS)]
    for heading, rows in titled(title, parts):
        slide = slides.add(heading, facts.notes.achievement)
        achievement_chart(slide, Box(LEFT, 2.8, WIDTH, 12.2), rows, facts.scale.cap)
        words = [*filter(None, map(_without, rows)), _legend(facts.scale)]
        text(slide, Box(LEFT, 15.1, WIDTH, 2.8), words, _SMALL)


def _legend(scale: Scale) -> str:
    reached, near, cap = map(format_number, (scale.reached, scale.near, scale.cap))
    return (
        f"Garis putus-putus: target 100. ● Tercapai ≥ {reached}; ▲ Mendekati {near} s.d. < "
        f"{reached} (bergaris); ■ Belum tercapai < {near} (bersilang); ▼ Waktu terlampaui "
        f"(berbintik); dibatasi 0–{cap}."
    )


def _without(row: Achievement) -> str:
    """Why an indicator has no column."""
    if isinstance(row.achievement, Missing):
        return f"{row.code} tidak digambar: {' '.join(row.reasons)}"
    return ""


def _values(slides: Slides, facts: Facts) -> None:
    rows = [value_row(row) for row in facts.rows]
    head = ("Nilai indikator", facts.notes.values)
    _tables(slides, head, value_columns(facts.position), rows, _NO_INDICATORS)


def _series(slides: Slides, series: Series) -> None:
    slide = slides.add(f"{series.title} ({series.unit})", series.notes)
    series_chart(slide, Box(LEFT, 2.8, WIDTH, 11.6), series)
    missing = [
        f"{point.label} tidak digambar: {point.value.reason}"
        for point in series.points
        if isinstance(point.value, Missing)
    ]
    text(slide, Box(LEFT, 14.8, WIDTH, 3), [series.words, *missing], Look(size=16, gap=4))


def _recommendations(slides: Slides, facts: Facts) -> None:
    rows = [advice_row(one) for one in facts.recommendations]
    head = ("Rekomendasi perbaikan", facts.notes.recommendations)
    _tables(slides, head, ADVICE, rows, "Tidak ada rekomendasi perbaikan.")


def _targets(slides: Slides, facts: Facts) -> None:
    rows = [target_row(row) for row in facts.rows]
    head = ("Baseline dan target", facts.notes.values)
    _tables(slides, head, TARGETS, rows, _NO_INDICATORS)


def _actions(slides: Slides, facts: Facts) -> None:
    rows = [action_row(one) for one in facts.recommendations]
    head = ("Rencana aksi", facts.notes.recommendations)
    _tables(slides, head, ACTIONS, rows, "Rencana aksi belum disusun.")


def _decisions(slides: Slides, facts: Facts) -> None:
    points = [f"□ {one}" for one in facts.decisions] or ["Tidak ada keputusan yang diminta."]
    for title, page in titled("Keputusan yang diminta", _sentences(points, 14)):
        text(slides.add(title, facts.notes.decisions), _TOP, page, _BODY)


def _tables(
    slides: Slides,
    head: tuple[str, str],
    columns: Sequence[Column],
    rows: Sequence[Sequence[str | Tinted]],
    none: str,
) -> None:
    """A table over as many slides as it needs, or the sentence; `head` is title and notes."""
    title, notes = head
    if not rows:
        text(slides.add(title, notes), _TOP, [none], _BODY)
    pages = list(paged(rows, _TABLE_ROOM, lambda row: row_height(columns, row)))
    for heading, page in titled(title, pages):
        table(slides.add(heading, notes), 2.9, columns, page)


def _sentences(points: Sequence[str], room: float) -> list[tuple[str, ...]]:
    """Sentences over as many slides as they need."""
    return list(
        paged(
            points,
            room,
            lambda one: height(lines(one, WIDTH, _BODY.size), _BODY.size, _BODY.gap),
        )
    )
