"""The same form as a workbook: dates and values are cells, days, sums and shares formulas."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from xlsxwriter.utility import xl_col_to_name

from tolok.documents.f04_main_data import Facts
from tolok.documents.f04_main_data.rows import ActionRow, ContractRow, SelectionRow
from tolok.documents.facts import Missing
from tolok.documents.sheets import Book, Formula, Sheet, Value

CONTRACT_HEADS: Final = (
    *("No", "Paket", "Kode RUP", "Area strategis", "Jenis", "Metode", "Pagu", "Penyedia"),
    *("Nomor kontrak", "Tanggal kontrak", "Nilai kontrak", "Akhir kontrak", "Adendum"),
    *("Tanggal BAST", "Terlambat (hari)", "Sebab", "Status", "Nilai PDN", "Nilai UMK-K"),
    *("Nilai penyedia (F5)", "Kendala", "Bukti"),
)
SELECTION_HEADS: Final = (
    *("No", "Paket", "Kode RUP", "Kode tender", "Unit kerja", "Jenis", "Metode", "Pagu", "HPS"),
    *("Pengumuman", "Penetapan menurut jadwal awal", "Penetapan", "Lama (hari)"),
    *("Perubahan jadwal", "Pendaftar", "Penawar", "Penawar sah", "Sanggah", "Sanggah benar"),
    *("Dijawab tepat waktu", "Hasil", "Sebab", "Pemenang", "Nilai penawaran"),
    *("Efisiensi (%)", "Kendala", "Bukti"),
)
ACTION_HEADS: Final = (
    *("No", "Rencana aksi", "Indikator", "Penanggung jawab", "Batas waktu", "Target periode"),
    *("Realisasi", "Status", "Kendala", "Tindak lanjut", "Bukti"),
)


def fill(book: Book, facts: Facts) -> None:
    if facts.ppk:
        _contracts(book, facts)
    if facts.pokja:
        _selections(book, facts)
    _actions(book, facts)


def _start(book: Book, facts: Facts, name: str, heads: Sequence[str]) -> Sheet:
    widths = [6, 36, *[16] * (len(heads) - 2)]
    sheet = book.sheet(name, widths=widths, landscape=True)
    sheet.row(["FORMULIR ISIAN UTAMA DATA KINERJA PENGADAAN"], "title")
    sheet.row([f"TAHUN ANGGARAN {facts.year}, {facts.period}"], "label")
    sheet.skip()
    return sheet


def _head(sheet: Sheet, heads: Sequence[str]) -> int:
    at = sheet.row(list(heads), "head")
    sheet.repeat(at, at)
    return at


def _contracts(book: Book, facts: Facts) -> None:
    sheet = _start(book, facts, "PPK", CONTRACT_HEADS)
    if facts.ppk:
        sheet.row(["", "Pejabat Pembuat Komitmen", facts.ppk.signer.name], "label")
        sheet.row(["", "Perangkat Daerah", facts.ppk.unit], "label")
    head = _head(sheet, CONTRACT_HEADS)
    for at, row in enumerate(facts.contracts, 1):
        _contract(sheet, at, row)
    if not facts.contracts:
        sheet.row(["", "Belum ada paket yang dilaporkan PPK."], "label")
        return
    last = sheet.next_row - 1
    _sums(
        sheet,
        (head + 1, last),
        len(CONTRACT_HEADS),
        {
            "G": facts.ceiling_total,
            "K": facts.contract_total,
            "R": facts.domestic_total,
            "S": facts.small_total,
        },
    )
    total = last + 1
    for label, letter, share in (
        ("PDN terhadap nilai kontrak", "R", facts.domestic_percent),
        ("UMK-K terhadap nilai kontrak", "S", facts.small_percent),
    ):
        words = share.reason if isinstance(share, Missing) else "belum ada nilai kontrak"
        text = f'=IF(K{total}=0,"{words}",{letter}{total}/K{total}*100)'
        sheet.row(["", label, Formula(text, share)], ["text", "text", "percent"])


def _contract(sheet: Sheet, number: int, row: ContractRow) -> None:
    at = sheet.next_row
    late = f'=IF(OR(L{at}="",N{at}=""),"",MAX(0,N{at}-L{at}))'
    days = "" if row.late_days is None else row.late_days
    values: list[tuple[Value, str]] = [
        *((number, "centre"), (row.package, "text"), (row.rup_code, "text"), (row.area, "text")),
        *((row.kind, "text"), (row.method, "text"), (row.ceiling, "rupiah")),
        *((row.supplier, "text"), (row.number, "text"), (row.signed_on, "date")),
        *((row.value, "rupiah"), (row.ends, "date"), (row.addenda, "text")),
        *((row.handed_over, "date"), (Formula(late, days), "whole"), (row.late_cause, "text")),
        *((row.status, "centre"), (row.domestic, "rupiah"), (row.small, "rupiah")),
        *((row.rating, "centre"), (row.obstacles, "text"), (row.evidence, "text")),
    ]
    sheet.row([value for value, _ in values], [style for _, style in values])


def _selections(book: Book, facts: Facts) -> None:
    sheet = _start(book, facts, "Pokja", SELECTION_HEADS)
    if facts.pokja:
        sheet.row(["", "Pokja Pemilihan", facts.pokja.signer.name], "label")
        sheet.row(["", "Unit", facts.pokja.unit], "label")
    head = _head(sheet, SELECTION_HEADS)
    for at, row in enumerate(facts.selections, 1):
        _selection(sheet, at, row)
    if not facts.selections:
        sheet.row(["", "Belum ada paket yang dilaporkan Pokja."], "label")
        return
    totals = {"I": facts.estimate_total, "X": facts.award_total}
    _sums(sheet, (head + 1, sheet.next_row - 1), len(SELECTION_HEADS), totals)


def _selection(sheet: Sheet, number: int, row: SelectionRow) -> None:
    at = sheet.next_row
    lasted = Formula(
        f'=IF(OR(J{at}="",L{at}=""),"",L{at}-J{at})', "" if row.days is None else row.days
    )
    missing = row.saving.reason if isinstance(row.saving, Missing) else "belum ada pemenang"
    saved = f'=IF(COUNT(I{at},X{at})<2,"{missing}",(I{at}-X{at})/I{at}*100)'
    values: list[tuple[Value, str]] = [
        *((number, "centre"), (row.package, "text"), (row.rup_code, "text")),
        *((row.tender_code, "text"), (row.work_unit, "text"), (row.kind, "text")),
        *((row.method, "text"), (row.ceiling, "rupiah"), (row.estimate, "rupiah")),
        *((row.announced, "date"), (row.planned_award, "date"), (row.awarded, "date")),
        *((lasted, "whole"), (row.schedule_changes, "whole"), (row.registered, "whole")),
        *((row.bids, "whole"), (row.valid_bids, "whole"), (row.objections, "whole")),
        *((row.upheld, "whole"), (row.answered_in_time, "whole"), (row.outcome, "centre")),
        *((row.outcome_cause, "text"), (row.winner, "text"), (row.award, "rupiah")),
        *((Formula(saved, row.saving), "percent"), (row.obstacles, "text")),
        (row.evidence, "text"),
    ]
    sheet.row([value for value, _ in values], [style for _, style in values])


def _sums(sheet: Sheet, span: tuple[int, int], columns: int, totals: dict[str, Decimal]) -> None:
    """The sums of these columns below the rows."""
    letters = [str(xl_col_to_name(at)) for at in range(columns)]
    values: list[Value] = [
        Formula(f"=SUM({letter}{span[0]}:{letter}{span[1]})", totals[letter])
        if letter in totals
        else "JUMLAH" * (letter == "B")
        for letter in letters
    ]
    sheet.row(values, "total")


def _actions(book: Book, facts: Facts) -> None:
    sheet = _start(book, facts, "Rencana aksi", ACTION_HEADS)
    _head(sheet, ACTION_HEADS)
    for at, row in enumerate(facts.actions, 1):
        _action(sheet, at, row)
    if not facts.actions:
        sheet.row(["", "Tidak ada rencana aksi yang dilaporkan."], "label")


def _action(sheet: Sheet, number: int, row: ActionRow) -> None:
    values: list[Value] = [
        *(number, row.activity, row.indicator, row.responsible, row.due, row.target),
        *(row.realised, row.status, row.obstacles, row.follow_up, row.evidence),
    ]
    sheet.row(values, ["centre", *["text"] * 3, "date", *["text"] * 6])
