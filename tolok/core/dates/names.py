"""Months and weekdays: as we write them, and as people spell them."""

from typing import Final

MONTHS: Final = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
WEEKDAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_MONTH_SPELLINGS: Final = (
    "jan januari january",
    "feb peb februari pebruari february",
    "mar mrt maret march",
    "apr april",
    "mei may",
    "jun juni june",
    "jul juli july",
    "agu agt ags agus agust aug agustus august",
    "sep sept september",
    "okt oct oktober october",
    "nov nop november nopember",
    "des dec desember december",
)
_WEEKDAY_SPELLINGS: Final = (
    "senin sen monday mon",
    "selasa sel tuesday tue",
    "rabu rab wednesday wed",
    "kamis kam thursday thu",
    "jumat jum'at jum friday fri",
    "sabtu sab saturday sat",
    "minggu min mgg ahad sunday sun",
)

MONTH_NUMBER: Final = {
    name: number for number, names in enumerate(_MONTH_SPELLINGS, 1) for name in names.split()
}
WEEKDAY_NUMBER: Final = {
    name: number for number, names in enumerate(_WEEKDAY_SPELLINGS) for name in names.split()
}
