"""Fills the presentation: title, summary, achievement, values, charts, advice, decisions, end."""

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final, TypeVar

import segno
from pptx.enum.text import PP_ALIGN

from tolok.core.dates import format_date, format_date_short
from tolok.core.numbers import format_number
from tolok.documents.achievements import Achievement, Recommendation, Scale
from tolok.documents.facts import Missing
from tolok.documents.presentasi_slides import DOCUMENT, Facts, Series
from tolok.documents.presentasi_slides.charts import achievement_chart, series_chart
from tolok.documents.presentasi_slides.shapes import (
    LEFT,
    WIDTH,
    Box,
    Column,
    Look,
    Slides,
    Tinted,
    table,
    text,
)
from tolok.documents.presentasi_slides.shapes import (
    fill as tint,
)

Part = TypeVar("Part")
_POINTS: Final = 6  # sentences on a slide
_ROWS: Final = 8  # indicators in a table
_ADVICE: Final = 4
_COLUMNS: Final = 16  # in a chart
_BODY: Final = Look(size=20, gap=10)
_SMALL: Final = Look(size=12)


def fill(deck: Any, facts: Facts) -> None:
    footer = f"{facts.government} · {facts.period} · {DOCUMENT.code} · {DOCUMENT.title}"
    slides = Slides(deck, facts.issue, footer)
    _opening(slides, facts)
    _summary(slides, facts)
    _achievement(slides, facts)
    _values(slides, facts)
    for series in facts.charts:
        _series(slides, series)
    _recommendations(slides, facts)
    _decisions(slides, facts)
    _closing(slides, facts)


def _opening(slides: Slides, facts: Facts) -> None:
    slide = slides.add(
        f"Laporan Pencapaian Kinerja {facts.frequency.capitalize()}", facts.notes.opening
    )
    text(
        slide,
        Box(LEFT, 4.2, WIDTH, 2),
        ["Pengadaan Barang/Jasa", facts.period],
        Look(28, bold=True),
    )
    position = facts.position
    lines = [
        facts.government,
        facts.unit,
        f"Disampaikan kepada {facts.audience}",
        facts.held.place_and_date,
        f"Penyaji: {facts.presenter}",
    ]
    text(slide, Box(LEFT, 8.2, WIDTH, 5), lines, Look(size=18, gap=4))
    standing = (
        f"Tahun Anggaran {position.year} · posisi {position.period} ({position.standing}) · "
        f"data per {format_date(position.data_date)} pukul {position.data_time}"
    )
    text(slide, Box(LEFT, 15.6, WIDTH, 1), [standing], Look(size=14))


def _summary(slides: Slides, facts: Facts) -> None:
    for title, points in _pages("Ringkasan", facts.summary, _POINTS, "Belum ada ringkasan."):
        slide = slides.add(title, facts.notes.summary)
        width = WIDTH / len(facts.counts)
        for at, count in enumerate(facts.counts):
            words = [format_number(count.number), count.marked]
            look = Look(size=16, bold=True, align=PP_ALIGN.CENTER)
            box = text(slide, Box(LEFT + at * width, 3.0, width - 0.3, 2.0), words, look)
            tint(box, count.tint)
        text(slide, Box(LEFT, 6.0, WIDTH, 11), [f"• {one}" for one in points], _BODY)


def _achievement(slides: Slides, facts: Facts) -> None:
    pages = _pages("Capaian terhadap target (%)", facts.rows, _COLUMNS, "Belum ada indikator.")
    for title, rows in pages:
        slide = slides.add(title, facts.notes.achievement)
        found = [row for row in rows if isinstance(row, Achievement)]
        achievement_chart(slide, Box(LEFT, 2.8, WIDTH, 12.6), found)
        words = [row if isinstance(row, str) else _without(row) for row in rows]
        legend = _legend(facts.scale)
        text(slide, Box(LEFT, 15.5, WIDTH, 2.4), [*filter(None, words), legend], _SMALL)


def _legend(scale: Scale) -> str:
    reached, near, cap = map(format_number, (scale.reached, scale.near, scale.cap))
    return (
        f"Garis putus-putus: target 100. ● Tercapai ≥ {reached}; ▲ Mendekati {near} s.d. < "
        f"{reached} (bergaris); ■ Belum tercapai < {near} (bersilang); ▼ Waktu terlampaui (berbintik); "
        f"dibatasi 0–{cap}."
    )


def _without(row: Achievement) -> str:
    """Why an indicator has no column."""
    if isinstance(row.achievement, Missing):
        return f"{row.code} tidak digambar: {' '.join(row.reasons)}"
    return ""


def _values(slides: Slides, facts: Facts) -> None:
    right, centre = PP_ALIGN.RIGHT, PP_ALIGN.CENTER
    columns = (
        Column("Kode", 1.8, centre),
        Column("Indikator", 10.0),
        Column("Satuan, arah", 3.2, centre),
        Column(f"Baseline {facts.position.baseline_year}", 2.8, right),
        Column(f"Target {facts.position.period}", 3.0, right),
        Column("Realisasi", 3.4, right),
        Column("Capaian (%)", 2.6, right),
        Column("Status", 4.0),
    )
    for title, rows in _pages("Nilai indikator", facts.rows, _ROWS, "Belum ada indikator."):
        slide = slides.add(title, facts.notes.values)
        found = [row for row in rows if isinstance(row, Achievement)]
        table(slide, 2.9, columns, [_row(row) for row in found])


def _row(row: Achievement) -> list[str | Tinted]:
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
    columns = (
        Column("Indikator dan penyebab", 8.0),
        Column("Rekomendasi", 10.0),
        Column("Penanggung jawab", 4.6),
        Column("Tenggat", 3.0, PP_ALIGN.CENTER),
        Column("Ukuran keberhasilan", 5.2),
    )
    none = "Tidak ada rekomendasi perbaikan."
    pages = _pages("Rekomendasi perbaikan", facts.recommendations, _ADVICE, none)
    for title, found in pages:
        slide = slides.add(title, facts.notes.recommendations)
        if not facts.recommendations:
            text(slide, Box(LEFT, 3.0, WIDTH, 2), [none], _BODY)
            continue
        rows = [_advice(one) for one in found if isinstance(one, Recommendation)]
        table(slide, 2.9, columns, rows)


def _advice(one: Recommendation) -> list[str | Tinted]:
    due = format_date_short(one.due) if one.due else "belum disepakati"
    return [f"{one.indicator}\n{one.cause}", one.text, one.responsible, due, one.measure]


def _decisions(slides: Slides, facts: Facts) -> None:
    none = "Tidak ada keputusan yang diminta."
    for title, points in _pages("Keputusan yang diminta", facts.decisions, _POINTS, none):
        slide = slides.add(title, facts.notes.decisions)
        text(slide, Box(LEFT, 3.2, WIDTH, 13), [f"□ {one}" for one in points], _BODY)


def _closing(slides: Slides, facts: Facts) -> None:
    slide = slides.add("Terima kasih", facts.notes.closing)
    text(slide, Box(LEFT, 4.0, WIDTH, 3), [facts.unit, facts.government], Look(size=20, gap=6))
    issue = facts.issue
    if issue.link:
        out = io.BytesIO()
        segno.make(issue.link, error="m").save(out, kind="png", scale=6, border=1)
        left, top, width, height = Box(LEFT, 8.0, 4.5, 4.5).place
        picture = slide.shapes.add_picture(out, left, top, width, height)
        picture._element.nvPicPr.cNvPr.set("descr", f"Kode QR ke {issue.link}")
    if issue.code:
        words = [f"Kode verifikasi {issue.code}", issue.address]
        text(slide, Box(LEFT, 12.8, WIDTH, 2), [*filter(None, words)], Look(size=14))


def _pages(
    title: str, found: Sequence[Part], size: int, none: str
) -> Iterator[tuple[str, Sequence[Part | str]]]:
    """So many on each slide, the slides numbered; one slide with a sentence for nothing."""
    if not found:
        yield title, [none]
        return
    total = -(-len(found) // size)
    for at in range(total):
        number = f" ({at + 1}/{total})" if total > 1 else ""
        yield f"{title}{number}", found[at * size : (at + 1) * size]


def _number(value: Decimal | Missing) -> str:
    """A dash where it is missing; its reason stands beside the name."""
    return "–" if isinstance(value, Missing) else format_number(value)
