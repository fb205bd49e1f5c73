"""The data sheet to be filled in: blanks are checked, what follows from them is computed."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from xlsxwriter.utility import xl_col_to_name

from tolok.core.dates import format_date_short
from tolok.documents.sheets import Book, Formula, Sheet, Value
from tolok.documents.template_data_collection import Facts, Record
from tolok.documents.template_data_collection.columns import FIELDS, Field

_METHODS: Final = (
    *("Tender", "Seleksi", "Tender Cepat"),
    *("Penunjukan Langsung", "Pengadaan yang Dikecualikan"),
)
_STYLES: Final = {
    "text": "input",
    "number": "input_whole",
    "rupiah": "input_rupiah",
    "date": "input_date",
    "formula": "number",
}
_COLUMN: Final = {field.name: xl_col_to_name(at) for at, field in enumerate(FIELDS, 1)}
_SUMMED: Final = ("pagu", "hps", "contract_value", "domestic", "small_business")


def fill(book: Book, facts: Facts) -> None:
    sheet = book.sheet("Data", widths=(6, *(field.width for field in FIELDS)), landscape=True)
    sheet.row(["TEMPLATE DATA KINERJA"], "title")
    sheet.row([f"TAHUN ANGGARAN {facts.year} · {facts.period} · {facts.work_unit}"], "label")
    sheet.skip()
    sheet.row(["", *(field.group for field in FIELDS)], "head")
    head = sheet.row(["No", *(field.head for field in FIELDS)], "head")
    sheet.repeat(head, head)
    first = sheet.next_row
    for at, record in enumerate(_with_blanks(facts), 1):
        _record(sheet, at, record)
    last = sheet.next_row - 1
    _total(sheet, facts, first, last)
    _checks(sheet, first, last)
    _instructions(book, facts)


def _with_blanks(facts: Facts) -> Sequence[Record | None]:
    return (*facts.packages, *(None for _ in range(max(1, facts.blank_rows))))


def _record(sheet: Sheet, number: int, record: Record | None) -> None:
    at = sheet.next_row
    values = [_value(field, record, at) for field in FIELDS]
    sheet.row([number, *values], ["centre", *(_STYLES[field.kind] for field in FIELDS)])


def _value(field: Field, record: Record | None, row: int) -> Value:
    known = getattr(record, field.name) if record else None
    if field.kind == "formula":
        return Formula(_FORMULAS[field.name].format(**_cells(row)), "" if known is None else known)
    return None if known == "" else known


def _cells(row: int) -> dict[str, str]:
    return {name: f"{column}{row}" for name, column in _COLUMN.items()}


_FORMULAS: Final = {
    "selection_days": '=IF(OR({announced}="",{appointed}=""),"",{appointed}-{announced})',
    "days_late": (
        '=IF(OR({contract_end}="",{handed_over}=""),"",MAX(0,{handed_over}-{contract_end}))'
    ),
    "saving": '=IF(OR({hps}="",{hps}=0,{contract_value}=""),"",({hps}-{contract_value})/{hps}*100)',
}


def _total(sheet: Sheet, facts: Facts, first: int, last: int) -> None:
    def sum_of(field: Field) -> Value:
        if field.name not in _SUMMED:
            return "JUMLAH" if field.name == "package" else ""
        known = (getattr(record, field.name) for record in facts.packages)
        column = _COLUMN[field.name]
        value = sum((one for one in known if one is not None), Decimal(0))
        return Formula(f"=SUM({column}{first}:{column}{last})", value)

    sheet.row(["", *(sum_of(field) for field in FIELDS)], "total")


def _checks(sheet: Sheet, first: int, last: int) -> None:
    """A wrong entry is refused where it is written, and the sheet says why."""
    for at, field in enumerate(FIELDS, 2):
        if field.name == "method":
            sheet.choices(_METHODS, rows=(first, last), column=at)
        elif field.kind in ("number", "rupiah"):
            sheet.not_negative(rows=(first, last), column=at, whole=field.kind == "number")
        elif field.kind == "date":
            sheet.dates(rows=(first, last), column=at)


def _instructions(book: Book, facts: Facts) -> None:
    sheet = book.sheet("Petunjuk", widths=(6, 28, 70, 22, 18, 12))
    sheet.row(["PETUNJUK PENGISIAN"], "title")
    until = f"{format_date_short(facts.closes)} pukul {facts.closing_time}"
    sheet.row([f"Dikirim paling lambat {until}."], "label")
    sheet.row(["Yang tidak diketahui dibiarkan kosong; jangan diisi nol."], "label")
    sheet.skip()
    heads = ["No", "Isian", "Arti dan cara mengisi", "Sumber", "Diisi oleh", "Sifat"]
    head = sheet.row(heads, "head")
    sheet.repeat(head, head)
    for at, one in enumerate(facts.meanings, 1):
        values: list[Value] = [at, one.field, one.meaning, one.source, one.filled_by, one.need]
        sheet.row(values, ["centre", "text", "text", "text", "text", "centre"])
