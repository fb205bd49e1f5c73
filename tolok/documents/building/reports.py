"""What reports share: cover, unnumbered chapters, corrections, explanations, recommendations."""

from typing import Final

from tolok.documents.building.achievements import number, status_cell
from tolok.documents.building.paper import Sheet
from tolok.documents.building.paragraphs import (
    bold,
    each,
    numbered,
    p,
    picture,
    space,
    when,
)
from tolok.documents.building.tables import Cell, Column, Each, Row, table
from tolok.documents.building.xml import Xml, join

_ON_A_NEW_PAGE: Final = '<w:pageBreakBefore/><w:spacing w:after="240"/><w:jc w:val="center"/>'


def cover(*title: str, under: tuple[str, ...]) -> Xml:
    """The first page: arms, title, whose report it is; facts `kop`."""
    lines = [p("Kop Unit", line) for line in title]
    below = [p("Kop Induk", line) for line in under]
    below.append(each("line in kop.address", p("Kop Alamat", "{{ line }}")))
    arms = when("kop.logo", picture("kop.logo", width=4.0, height=4.4))
    return join([space(90), arms, space(60), *lines, space(260), *below])


def front_heading(words: str) -> Xml:
    """KATA PENGANTAR, RINGKASAN EKSEKUTIF: a page of its own, listed in the contents."""
    return p("Lampiran", words, properties=_ON_A_NEW_PAGE)


def paragraphs(field: str, style: str = "Isi") -> Xml:
    """Each text of a field as a paragraph, or the sentence that it is still to be written."""
    shown = each(f"one in {field}", p(style, "{{ one }}"))
    return when(field, shown, otherwise=(p(style, "Bagian ini belum ditulis."),))


def listed(field: str, empty: str, style: str = "Isi Bagian") -> Xml:
    """A numbered list, or the sentence that there is nothing."""
    return when(field, each(f"one in {field}", numbered("{{ one }}")), otherwise=(p(style, empty),))


def explanations(field: str = "explanations", *, restart: int | None = None) -> Xml:
    """Each indicator that needs words: why it stands there, and what is done.

    `restart` makes them the a., b. of the restarted list above.
    """
    shown = each(
        f"one in {field}",
        numbered(
            bold("{{ one.code }} {{ one.name }}. "),
            "{{ one.text }}",
            "{% if one.follow_up %} Tindak lanjut: {{ one.follow_up }}{% endif %}",
            level="Huruf" if restart else "Angka",
            restart=restart,
        ),
    )
    none = p("Isi Bagian", "Tidak ada indikator yang memerlukan penjelasan.")
    return when(field, shown, otherwise=(none,))


def activities_table(sheet: Sheet, field: str = "activities") -> Xml:
    """What was done, when, with what result."""
    columns = (
        Column("No", 1.0, "center"),
        Column("Kegiatan", 6.2),
        Column("Waktu", 3.6),
        Column("Hasil", round(sheet.text_width - 10.8, 2)),
    )
    row = Row.of("{{ loop.index }}.", "{{ one.name }}", "{{ one.when }}", "{{ one.result }}")
    empty = (field, "Tidak ada kegiatan pada periode ini.")
    return table(columns, Each(f"one in {field}", row), empty=empty)


def recommendations_table(sheet: Sheet, field: str = "recommendations") -> Xml:
    """What to improve, for which indicator and cause, by whom and when."""
    widths = (1.0, 3.6, 3.0, 2.4, 3.0)
    columns = (
        Column("No", widths[0], "center"),
        Column("Indikator dan penyebab", widths[1]),
        Column("Rekomendasi", round(sheet.text_width - sum(widths), 2)),
        Column("Penanggung jawab", widths[2]),
        Column("Tenggat", widths[3], "center"),
        Column("Ukuran keberhasilan", widths[4]),
    )
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", bold("{{ one.indicator }}")), p("Tabel Kecil", "{{ one.cause }}"))),
        "{{ one.text }}",
        "{{ one.responsible }}",
        due_cell(),
        "{{ one.measure }}",
    )
    empty = (field, "Tidak ada rekomendasi perbaikan.")
    return table(columns, Each(f"one in {field}", row), empty=empty)


def due_cell(field: str = "one.due") -> str:
    """A date, or that there is none yet."""
    day = f"{{{{ {field}|tanggal_pendek }}}}"
    return f"{{% if {field} %}}{day}{{% else %}}belum disepakati{{% endif %}}"


def corrections_table(sheet: Sheet, field: str = "corrections") -> Xml:
    """Each corrected value without and with its correction, side by side."""
    values = (1.6, 1.5, 2.3)
    first = (1.0, round(sheet.text_width - 1.0 - 2 * sum(values), 2))
    columns = (
        Column("No", first[0], "center"),
        Column("Indikator dan koreksi", first[1]),
        *(_reading_columns(*values) * 2),
    )
    heads = (
        Row.heading(
            Cell("No", merge="restart"),
            Cell("Indikator dan koreksi", merge="restart"),
            Cell("Tanpa koreksi", 3),
            Cell("Dengan koreksi", 3),
        ),
        Row.heading(
            Cell("", merge="continue"),
            Cell("", merge="continue"),
            *("Realisasi", "Capaian (%)", "Status") * 2,
        ),
    )
    grounds = (
        "{{ one.reason }} Bukti: {{ one.evidence }} "
        "Ditetapkan {{ one.decided_by }}, {{ one.decided }}."
    )
    words = (
        p("Tabel", bold("{{ one.code }} {{ one.name }}")),
        p("Tabel", "{{ one.what }}"),
        p("Tabel Kecil", grounds),
    )
    row = Row.of("{{ loop.index }}.", Cell(words), *_reading("before"), *_reading("after"))
    empty = (field, "Tidak ada nilai yang dikoreksi.")
    return table(columns, Each(f"one in {field}", row), heads=heads, empty=empty)


def _reading_columns(actual: float, achievement: float, status: float) -> tuple[Column, ...]:
    return (Column("", actual, "right"), Column("", achievement, "right"), Column("", status))


def _reading(side: str) -> tuple[Cell, Cell, Cell]:
    reading = f"one.{side}"
    reason = when(f"{reading}.actual is kosong", p("Tabel Kecil", f"{{{{ {reading}.actual }}}}"))
    return (
        number(f"{reading}.actual", reason),
        number(f"{reading}.achievement"),
        status_cell(reading),
    )


def chart(field: str, title: str, *, width: float, height: float) -> Xml:
    """A chart below its question, where it could be drawn."""
    return when(
        field, p("Tabel Judul", title), picture(field, width=width, height=height), space(6)
    )
