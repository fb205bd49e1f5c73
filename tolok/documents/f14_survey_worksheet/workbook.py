"""The worksheet with live formulas: change a score, and NRR, IKM and letter follow."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from tolok.documents.f14_survey_worksheet import Facts, Unsur
from tolok.documents.formulas import letter, reason_of
from tolok.documents.sheets import Book, Formula, Sheet, Value

_FIRST: Final = 3  # the column of the first unsur
_HUNDREDTHS: Final = Decimal("0.11")  # the weight as the regulation prints it


def fill(book: Book, facts: Facts) -> None:
    unsur = len(facts.unsur)
    sheet = book.sheet("F14", widths=(24, 18, *[10] * unsur, 30), landscape=True)
    sheet.row(["KERTAS KERJA PERHITUNGAN SURVEI KEPUASAN PELANGGAN KINERJA PENGADAAN"], "title")
    sheet.row([f"{facts.survey}, Tahun Anggaran {facts.year}, {facts.period}"], "label")
    sheet.row([facts.unit], "label")
    exact = Formula(f"=1/{unsur}", Decimal(1) / unsur) if unsur else None
    weight = exact if facts.weighting == "tepat" else _HUNDREDTHS
    at = sheet.row(["Bobot", weight, facts.weight], ["label", "plain", "label"])
    sheet.skip()
    head = sheet.row(["No", "Responden", *(one.code for one in facts.unsur), "Ket"], "head")
    sheet.repeat(head, head)
    if not facts.rows:
        sheet.row(["", "Belum ada jawaban yang masuk."], "label")
        return
    for number, row in enumerate(facts.rows, 1):
        styles = ["centre", "centre", *["input"] * unsur, "text"]
        sheet.row([number, row.code, *row.scores, row.note], styles)
    weighted = _foot(sheet, facts, (head + 1, sheet.next_row - 1), f"$B${at}")
    _result(sheet, facts, weighted)


def _foot(sheet: Sheet, facts: Facts, rows: tuple[int, int], weight: str) -> int:
    """Four lines by unsur; an unsur nobody answered says so in place of a mean."""

    def line(label: str, formula: Callable[[str, Unsur], Formula]) -> int:
        columns = [letter(_FIRST + at) for at in range(len(facts.unsur))]
        cells = [formula(column, one) for column, one in zip(columns, facts.unsur, strict=True)]
        return sheet.row([label, "", *cells, ""], "total")

    def answers(column: str) -> str:
        return f"{column}{rows[0]}:{column}{rows[1]}"

    total = line(
        "Σ nilai per unsur",
        lambda column, one: Formula(
            f"=IF(COUNT({answers(column)})=0,{reason_of(one.total)},SUM({answers(column)}))",
            one.total,
        ),
    )
    count = line(
        "Banyak jawaban", lambda column, one: Formula(f"=COUNT({answers(column)})", one.answered)
    )
    mean = line(
        "NRR per unsur",
        lambda column, one: Formula(
            f"=IF({column}{count}=0,{reason_of(one.average)},{column}{total}/{column}{count})",
            one.average,
        ),
    )
    weighted = line(
        "NRR tertimbang",
        lambda column, one: Formula(
            f"=IF({column}{count}=0,{reason_of(one.weighted)},{column}{mean}*{weight})",
            one.weighted,
        ),
    )
    sheet.skip()
    _unsur(sheet, facts.unsur, mean)
    return weighted


def _unsur(sheet: Sheet, unsur: Sequence[Unsur], mean: int) -> None:
    """What each code means, and its average on the scale to 100."""
    sheet.row(["Kode", "Unsur pelayanan", "NRR", "NRR × 25"], "head")
    for at, one in enumerate(unsur):
        cell = f"{letter(_FIRST + at)}{mean}"
        converted = f"=IF(ISNUMBER({cell}),{cell}*25,{reason_of(one.converted)})"
        values: list[Value] = [
            one.code,
            one.name,
            Formula(f"={cell}", one.average),
            Formula(converted, one.converted),
        ]
        sheet.row(values, ["centre", "text", "number", "number"])
    sheet.skip()


def _result(sheet: Sheet, facts: Facts, weighted: int) -> None:
    """IKM only when every unsur has an answer; the letter is read off the rounded IKM."""
    last = letter(_FIRST + len(facts.unsur) - 1)
    cells = f"{letter(_FIRST)}{weighted}:{last}{weighted}"
    missing = reason_of(facts.index)
    total = f"=IF(COUNT({cells})<{len(facts.unsur)},{missing},SUM({cells}))"
    styles = ["total_text", "total"]
    index = sheet.row(["Jumlah NRR tertimbang", Formula(total, facts.index)], styles)
    rounded = f"=IF(ISNUMBER(B{index}),ROUND(B{index}*25,2),B{index})"
    ikm = sheet.row(["IKM unit pelayanan", Formula(rounded, facts.ikm)], styles)
    first = sheet.next_row + 3
    bounds = f"$B${first}:$B${first + len(facts.qualities) - 1}"
    for label, column, value in (
        ("Mutu pelayanan", "A", facts.letter),
        ("Kinerja unit pelayanan", "C", facts.meaning),
    ):
        names = bounds.replace("$B$", f"${column}$")
        found = f"=IF(ISNUMBER(B{ikm}),LOOKUP(B{ikm},{bounds},{names}),{reason_of(value)})"
        sheet.row([label, Formula(found, value)], ["total_text", "total_text"])
    sheet.row(["Mutu", "Mulai dari", "Kinerja", "Interval"], "head")
    for one in facts.qualities:
        values: list[Value] = [one.letter, one.least, one.meaning, one.interval]
        sheet.row(values, ["centre", "number", "text", "text"])
