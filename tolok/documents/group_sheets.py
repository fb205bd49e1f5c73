"""A recap over Pokja or units as a workbook (F10, F11): sums over packages, then means."""

from dataclasses import dataclass

from tolok.documents.formulas import reason_of
from tolok.documents.ratings import GroupRecap, GroupRow
from tolok.documents.recap_sheets import RecapSheet, Span
from tolok.documents.sheets import Book, Formula, Value


@dataclass(frozen=True)
class GroupHead:
    """What stands above the rows, and what a row is."""

    name: str  # of the sheet, "F10"
    title: str
    about: tuple[str, str]  # label and value
    group: str  # "Pokja Pemilihan"
    violations: str = "Pelanggaran terbukti"  # what a value of 0 means


def fill_groups(book: Book, facts: GroupRecap, head: GroupHead) -> None:
    """Points are summed over the packages of each group; the rest is computed from them."""
    names = [share.name for share in facts.result.shares]
    behind = ["Jumlah nilai", "Rata-rata", "Kategori", *names]
    recap = RecapSheet(book, head.name, facts, behind)
    recap.violations = head.violations
    recap.title(head.title, head.about)
    recap.heads("No", f"{head.group} (jumlah angka per aspek)", "Uraian", "Paket", "Dinilai")
    rows = [_row(recap, at, row) for at, row in enumerate(facts.rows, 1)]
    if not rows:
        recap.nothing()
        return
    total = _total(recap, facts, Span(rows[0], rows[-1]))
    _means(recap, total)
    counts = [f"{recap.behind(3 + at)}{total}" for at in range(len(names))]
    mean = f"{recap.behind(1)}{total}"
    recap.end(counts, rated=f"E{total}", packages=f"D{total}", mean=mean)


def _row(recap: RecapSheet, number: int, row: GroupRow) -> int:
    at = recap.sheet.next_row
    mean = f"{recap.behind(1)}{at}"
    values: list[Value] = [
        *(number, row.name, row.about, row.packages, row.rated),
        *row.points,
        Formula(f"={recap.weighted(at)}", row.total),
        Formula(f"=IF(E{at}=0,{reason_of(row.mean)},{recap.behind(0)}{at}/E{at})", row.mean),
        recap.category(mean, row.category),
        *row.counts,
    ]
    return recap.row(values, ["number", "number", "centre", *["input"] * len(row.counts)])


def _total(recap: RecapSheet, facts: GroupRecap, span: Span) -> int:
    """Sums of the groups; the mean is the sum of values over the packages rated."""
    at, result = recap.sheet.next_row, facts.result
    mean = f"{recap.behind(1)}{at}"
    points = [sum(row.points[aspect] for row in facts.rows) for aspect in _each(result.aspects)]
    values: list[Value] = [
        *("", "JUMLAH DAN RATA-RATA", ""),
        Formula(f"=SUM({span.of('D')})", result.packages),
        Formula(f"=SUM({span.of('E')})", result.rated),
        *(
            Formula(f"=SUM({span.of(recap.aspect(aspect))})", total)
            for aspect, total in enumerate(points)
        ),
        Formula(f"=SUM({span.of(recap.behind(0))})", facts.total),
        Formula(f"=IF(E{at}=0,{reason_of(result.mean)},{recap.behind(0)}{at}/E{at})", result.mean),
        recap.category(mean, result.category),
        *(
            Formula(f"=SUM({span.of(recap.behind(3 + band))})", share.packages)
            for band, share in enumerate(result.shares)
        ),
    ]
    return recap.total(values)


def _means(recap: RecapSheet, total: int) -> None:
    """The mean of each aspect, under its sum."""
    means: list[Value] = [
        Formula(
            f"=IF(E{total}=0,{reason_of(aspect.mean)},{recap.aspect(at)}{total}/E{total})",
            aspect.mean,
        )
        for at, aspect in enumerate(recap.result.aspects)
    ]
    recap.total(["", "Rata-rata per aspek", "", "", "", *means])


def _each(many: tuple[object, ...]) -> range:
    return range(len(many))
