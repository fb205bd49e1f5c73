"""Chapters IV to VIII of F15: suppliers, Pokja, survey, analysis, advice and the next year."""

from tolok.documents.building import (
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Xml,
    bold,
    note,
    p,
    space,
    table,
    when,
)
from tolok.documents.building.achievements import number
from tolok.documents.building.reports import chart, listed, recommendations_table


def suppliers(sheet: Sheet) -> tuple[Xml, ...]:
    return (
        p("Heading 1", "\nKINERJA PENYEDIA"),
        *_rating("suppliers", "Indeks Kinerja Penyedia", "kontrak selesai", sheet),
        p("Heading 2", "Kinerja per Penyedia"),
        _rated(sheet, "suppliers.suppliers", "Penyedia"),
        p("Heading 2", "Kinerja per Satuan Kerja"),
        _rated(sheet, "suppliers.work_units", "Satuan kerja"),
    )


def pokja(sheet: Sheet) -> tuple[Xml, ...]:
    return (
        p("Heading 1", "\nKINERJA POKJA PEMILIHAN"),
        *_rating("pokja", "Indeks Kinerja Pokja Pemilihan", "paket selesai dipilih", sheet),
        p("Heading 2", "Kinerja per Pokja Pemilihan"),
        _rated(sheet, "pokja.pokja", "Pokja Pemilihan"),
        p("Heading 2", "Kinerja per Unit"),
        _rated(sheet, "pokja.units", "Unit"),
    )


def survey(sheet: Sheet) -> tuple[Xml, ...]:
    return (
        p("Heading 1", "\nSURVEI KEPUASAN PELANGGAN"),
        p("Heading 2", "Indeks Kepuasan Masyarakat"),
        p("Isi Bagian", "{{ survey.words }}"),
        _groups(sheet),
        note(
            "Bobot setiap unsur {{ survey.weight }}. Indeks gabungan (rata-rata tertimbang menurut "
            "jumlah responden): {{ survey.combined|angka(2) }}. Sampel paling sedikit menurut "
            "Krejcie dan Morgan."
        ),
        p("Heading 2", "Nilai Setiap Unsur"),
        _elements(sheet),
        space(8),
        chart("survey.chart", "Nilai rata-rata setiap unsur (1–4)", width=17.0, height=5.2),
        p("Heading 2", "Saran Responden"),
        listed("survey.suggestions", "Tidak ada saran responden."),
    )


def analysis(sheet: Sheet) -> tuple[Xml, ...]:
    columns = (
        Column("No", 1.0, "center"),
        Column("Indikator", 3.8),
        Column("Metode", 2.0, "center"),
        Column("Temuan", round((sheet.text_width - 6.8) / 2, 2)),
        Column("Akar penyebab", round((sheet.text_width - 6.8) / 2, 2)),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.indicator }}",
        "{{ one.method }}",
        "{{ one.finding }}",
        "{{ one.cause }}",
    )
    empty = ("findings", "Tidak ada indikator yang memerlukan analisis penyebab.")
    return (
        p("Heading 1", "\nANALISIS"),
        p("Isi", "{{ analysis_words }}"),
        table(columns, Each("one in findings", row), empty=empty),
    )


def next_year(sheet: Sheet) -> tuple[Xml, ...]:
    return (
        p("Heading 1", "\nREKOMENDASI DAN RENCANA TAHUN BERIKUT"),
        p("Heading 2", "Rekomendasi Perbaikan"),
        recommendations_table(sheet),
        p("Heading 2", "Rencana Kinerja Tahun {{ next_year_number }}"),
        p("Isi Bagian", "{{ next_words }}"),
        _targets(sheet),
        p("Heading 2", "Penutup"),
        p("Isi Bagian", "{{ closing }}"),
    )


def _rating(part: str, title: str, object_: str, sheet: Sheet) -> tuple[Xml, ...]:
    """What suppliers and Pokja have in common: coverage, mean, index, distribution."""
    coverage = (
        f"Dinilai {{{{ {part}.rated|angka }}}} dari {{{{ {part}.finished|angka }}}} {object_}. "
        f"Nilai rata-rata: {{{{ {part}.mean|angka(2) }}}} (skala 0–3); indeks (rata-rata ÷ 3 × "
        f"100): "
    )
    columns = (
        Column("Kategori", 6.0),
        Column("Jumlah paket", 4.0, "right"),
    )
    row = Row.of("{{ share.category }}", "{{ share.packages|angka }}")
    empty = (f"{part}.distribution", "Belum ada paket yang dinilai.")
    return (
        p("Heading 2", title),
        p("Isi Bagian", f"{{{{ {part}.words }}}}"),
        p("Isi Bagian", coverage, bold(f"{{{{ {part}.index|angka(2) }}}}"), ".", keep=True),
        table(columns, Each(f"share in {part}.distribution", row), empty=empty),
        note(f"Instrumen: {{{{ {part}.instrument }}}}."),
        chart(f"{part}.chart", "Jumlah paket menurut kategori", width=12.0, height=4.6),
    )


def _rated(sheet: Sheet, field: str, head: str) -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column(head, round(sheet.text_width - 12.4, 2)),
        Column("Jumlah paket", 1.9, "right"),
        Column("Rata-rata", 2.0, "right"),
        Column("Kategori", 2.8, "center"),
        Column("Keterangan", 4.7),
    )
    reason = when("one.mean is kosong", p("Tabel Kecil", "{{ one.mean }}"))
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", "{{ one.name }}"), reason)),
        "{{ one.packages|angka }}",
        Cell(
            "{% if one.mean is kosong %}–{% else %}{{ one.mean|angka(2) }}{% endif %}",
        ),
        "{% if one.category is kosong %}–{% else %}{{ one.category }}{% endif %}",
        "{{ one.note|atau('–') }}",
    )
    empty = (field, "Belum ada yang dinilai.")
    return table(columns, Each(f"one in {field}", row), empty=empty)


def _groups(sheet: Sheet) -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Kelompok responden", round(sheet.text_width - 13.2, 2)),
        Column("Populasi", 2.0, "right"),
        Column("Sampel paling sedikit", 2.4, "right"),
        Column("Responden", 2.4, "right"),
        Column("IKM", 1.8, "right"),
        Column("Mutu", 3.6),
    )
    reason = when("one.index is kosong", p("Tabel Kecil", "{{ one.index }}"))
    few = when("one.too_few", p("Tabel Kecil", "Sampel kurang."))
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", "{{ one.name }}"), reason, few)),
        "{{ one.population|angka }}",
        "{{ one.sample|angka }}",
        "{{ one.respondents|angka }}",
        "{% if one.index is kosong %}–{% else %}{{ one.index|angka(2) }}{% endif %}",
        "{% if one.letter is kosong %}–{% else %}{{ one.letter }}{% endif %}"
        "{% if one.quality %} ({{ one.quality }}){% endif %}",
    )
    empty = ("survey.groups", "Survei belum dilaksanakan.")
    return table(columns, Each("one in survey.groups", row), empty=empty)


def _elements(sheet: Sheet) -> Xml:
    columns = (
        Column("Unsur", 1.6, "center"),
        Column("Nama unsur", round(sheet.text_width - 7.6, 2)),
        Column("Rata-rata internal", 3.0, "right"),
        Column("Rata-rata eksternal", 3.0, "right"),
    )
    reasons = (
        when("one.internal is kosong", p("Tabel Kecil", "Internal: {{ one.internal }}")),
        when("one.external is kosong", p("Tabel Kecil", "Eksternal: {{ one.external }}")),
    )
    row = Row.of(
        "{{ one.code }}",
        Cell((p("Tabel", "{{ one.name }}"), *reasons)),
        number("one.internal"),
        number("one.external"),
    )
    empty = ("survey.elements", "Belum ada unsur yang dinilai.")
    return table(columns, Each("one in survey.elements", row), empty=empty)


def _targets(sheet: Sheet) -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Indikator", round(sheet.text_width - 10.6, 2)),
        Column("Satuan", 1.8, "center"),
        Column("Realisasi {{ position.year }}", 2.4, "right"),
        Column("Target {{ next_year_number }}", 2.4, "right"),
        Column("Perubahan", 3.0),
    )
    reasons = (
        when("one.actual is kosong", p("Tabel Kecil", "{{ one.actual }}")),
        when("one.target is kosong", p("Tabel Kecil", "{{ one.target }}")),
    )
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", bold("{{ one.code }}"), " {{ one.name }}"), *reasons)),
        "{{ one.unit }}",
        number("one.actual"),
        number("one.target"),
        "{{ one.change }}",
    )
    empty = ("next_year", "Target tahun berikut belum diusulkan.")
    return table(columns, Each("one in next_year", row), empty=empty)
