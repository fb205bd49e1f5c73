"""The same recap as a workbook: change points, and values, means and shares follow."""

from tolok.documents.f09_pokja_recap import Facts
from tolok.documents.facts import Missing
from tolok.documents.ratings import PackageRow
from tolok.documents.recap_sheets import RecapSheet, Span, mean_of
from tolok.documents.sheets import Book, Formula, Value


def fill(book: Book, facts: Facts) -> None:
    recap = RecapSheet(book, "F9", facts, ["Nilai", "Kategori", "Keterangan"])
    recap.title(
        "REKAPITULASI KINERJA PER POKJA PEMILIHAN",
        ("Pokja Pemilihan", facts.pokja),
        ("Unit/satuan pelaksana", facts.unit),
    )
    recap.heads("No", "Paket pengadaan", "Kode", "Perangkat Daerah", "Metode")
    rows = [_package(recap, at, row) for at, row in enumerate(facts.rows, 1)]
    if not rows:
        recap.nothing()
        return
    span = Span(rows[0], rows[-1])
    values = span.of(recap.behind(0))
    names = span.of(recap.behind(1))
    mean = _means(recap, span)
    counts = [f"COUNTIF({names},B{recap.bands.first + at})" for at in range(_bands(facts))]
    recap.end(counts, rated=f"COUNT({values})", packages=f"ROWS({values})", mean=mean)


def _package(recap: RecapSheet, number: int, row: PackageRow) -> int:
    """Without points the value is its reason, which stands in the last column."""
    at = recap.sheet.next_row
    reason = f"{recap.behind(2)}{at}"
    value = f"=IF(COUNT({recap.points(at)})=0,{reason},{recap.weighted(at)})"
    missing = row.value.reason if isinstance(row.value, Missing) else ""
    values: list[Value] = [
        *(number, row.name, row.code, row.work_unit, row.method),
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


def _bands(facts: Facts) -> int:
    return len(facts.result.shares)
