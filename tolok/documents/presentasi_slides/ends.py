"""The first slide and the last: who speaks about what, and how the copy is checked."""

import io

import segno

from tolok.core.dates import format_date
from tolok.documents.presentasi_slides import Facts
from tolok.documents.presentasi_slides.shapes import LEFT, WIDTH, Box, Look, Slides, text


def opening(slides: Slides, facts: Facts) -> None:
    report = f"Laporan Pencapaian Kinerja {facts.frequency.capitalize()}"
    title = report if facts.about == "laporan" else "Rencana Kinerja Pengadaan"
    slide = slides.add(title, facts.notes.opening)
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


def closing(slides: Slides, facts: Facts) -> None:
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
