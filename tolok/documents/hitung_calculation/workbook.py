"""The same calculation with live formulas: change a row, and value, achievement, status follow."""

from decimal import Decimal
from typing import Final

from tolok.documents.facts import Missing
from tolok.documents.formulas import reason_of
from tolok.documents.hitung_calculation import CountedRow, Facts
from tolok.documents.sheets import Book, Formula, Sheet, Value

_RESULT: Final = ["total_text", "total"]


def fill(book: Book, facts: Facts) -> None:
    sheet = book.sheet("HITUNG", widths=(34, 50, 24, 30, 22, 22))
    sheet.row(["FORMULIR PERHITUNGAN INDIKATOR KINERJA"], "title")
    sheet.row([f"Tahun Anggaran {facts.year}, {facts.period}"], "label")
    sheet.skip()
    _manual(sheet, facts)
    sheet.skip()
    totals = _rows(sheet, facts)
    sheet.skip()
    _result(sheet, facts, totals)
    _left_out(book, facts)


def _manual(sheet: Sheet, facts: Facts) -> None:
    sheet.row(["Indikator", f"{facts.code} {facts.name}"], "text")
    for one in facts.attributes:
        sheet.row([one.label, one.text], "text")
    sheet.row(["Rumus", facts.formula], "text")
    sheet.row(["Pembilang", facts.numerator], "text")
    sheet.row(["Penyebut", facts.denominator or "–"], "text")


def _rows(sheet: Sheet, facts: Facts) -> int | None:
    """The rows and their sums; gives the row of the sums, if there is anything to add."""
    words: list[Value] = ["No", "Paket yang dihitung", "Kode", "Perangkat Daerah"]
    head = sheet.row([*words, "Pembilang", "Penyebut"], "head")
    sheet.repeat(head, head)
    rows = [_row(sheet, at, row) for at, row in enumerate(facts.rows, 1)]
    if not rows:
        sheet.row(["", "Tidak ada paket yang dihitung pada periode ini."], "label")
        return None
    sums: list[Value] = [Formula(f"=SUM(E{rows[0]}:E{rows[-1]})", facts.numerator_total)]
    if facts.denominator_total is not None:
        sums.append(Formula(f"=SUM(F{rows[0]}:F{rows[-1]})", facts.denominator_total))
    styles = ["total_text"] * 4 + ["total"] * len(sums)
    return sheet.row(["", "JUMLAH", "", "", *sums], styles)


def _row(sheet: Sheet, number: int, row: CountedRow) -> int:
    values: list[Value] = [number, row.name, row.code, row.work_unit, row.numerator]
    styles = ["centre", "text", "text", "text", "input", "input"]
    return sheet.row([*values, row.denominator], styles)


def _result(sheet: Sheet, facts: Facts, totals: int | None) -> None:
    """Bounds and the scale are cells, so that another year needs no other formula."""
    low, high = facts.target.low, facts.target.high
    given: list[tuple[str, Value]] = [
        ("Faktor", facts.factor),
        ("Desimal", facts.places),
        ("Baseline", facts.baseline),
        ("Target (batas bawah)", low),
        ("Target (batas atas)", low if high is None else high),
        ("Tercapai sejak (%)", facts.scale.reached),
        ("Mendekati sejak (%)", facts.scale.near),
        ("Batas atas capaian (%)", facts.scale.cap),
    ]
    first = sheet.next_row
    for label, value in given:
        sheet.row([label, value], ["text", "input"])
    at = {label: f"B{first + place}" for place, (label, _) in enumerate(given)}
    actual = sheet.row(["Realisasi", _actual(facts, totals, at)], _RESULT)
    cell = f"B{actual}"
    achieved = Formula(_achievement(facts, cell, at), facts.reading.achievement)
    row = sheet.row(["Capaian (%)", achieved], _RESULT)
    status = Formula(_status(facts, f"B{row}", at), facts.reading.status)
    sheet.row(["Status", status], ["total_text", "total_text"])


def _actual(facts: Facts, totals: int | None, at: dict[str, str]) -> Formula | Decimal | Missing:
    """Never divided by nothing; without rows the facts say why there is no value."""
    actual = facts.reading.actual
    if totals is None:
        return actual
    factor, places = at["Faktor"], at["Desimal"]
    if facts.denominator_total is None:
        return Formula(f"=ROUND(E{totals}*{factor},{places})", actual)
    divided = f"ROUND(E{totals}/F{totals}*{factor},{places})"
    return Formula(f"=IF(F{totals}=0,{reason_of(actual)},{divided})", actual)


def _achievement(facts: Facts, actual: str, at: dict[str, str]) -> str:
    """The rule of core/achievement.py: off a range, its nearer bound counts."""
    low, high = at["Target (batas bawah)"], at["Target (batas atas)"]
    bound = f"IF({actual}<{low},{low},{high})"
    more, less = f"{actual}/{bound}*100", f"(200-{actual}/{bound}*100)"
    ways = {"naik": more, "turun": less, "rentang": f"IF({actual}>{high},{less},{more})"}
    inside = f"AND({low}<>{high},{actual}>={low},{actual}<={high})"
    percent = f"IF({inside},100,{ways[facts.direction]})"
    cut = f"ROUND(MIN(MAX({percent},0),{at['Batas atas capaian (%)']}),2)"
    known = f"AND(ISNUMBER({actual}),ISNUMBER({low}),N({low})>0)"
    return f"=IF({known},{cut},{reason_of(facts.reading.achievement)})"


def _status(facts: Facts, percent: str, at: dict[str, str]) -> str:
    near = f'IF({percent}>={at["Mendekati sejak (%)"]},"Mendekati","Belum tercapai")'
    below = '"Waktu terlampaui"' if facts.ended else near
    reached = f'IF({percent}>={at["Tercapai sejak (%)"]},"Tercapai",{below})'
    return f'=IF(ISNUMBER({percent}),{reached},"Belum ada data")'


def _left_out(book: Book, facts: Facts) -> None:
    sheet = book.sheet("Tidak dihitung", widths=(6, 60, 24, 60))
    words: list[Value] = ["No", "Paket yang tidak dihitung atau belum pasti", "Kode", "Alasan"]
    head = sheet.row(words, "head")
    sheet.repeat(head, head)
    for at, one in enumerate(facts.left_out, 1):
        sheet.row([at, one.name, one.code, one.reason], ["centre", "text", "text", "text"])
    if not facts.left_out:
        sheet.row(["", "Tidak ada paket yang dikeluarkan dari perhitungan."], "label")
