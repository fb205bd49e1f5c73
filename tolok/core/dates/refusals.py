"""Why a cell is not read as a date: one function per rule, the sentence the user gets."""

import re
from typing import Final

from tolok.core.blank import quoted
from tolok.core.dates.names import MONTH_NUMBER
from tolok.core.problem import Problem

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100

_LETTER_AS_DIGIT: Final = re.compile(r"\b(?:[0-9]+[oil]+[0-9oil]*|[oil]+[0-9][0-9oil]*)\b", re.I)
_PERIOD: Final = re.compile(
    r"(?:tw|triwulan|smt|semester|ta|tahun(?: anggaran)?)\b.*"
    rf"|(?:{'|'.join(MONTH_NUMBER)})(?:[ -]+[0-9]{{2,4}})?"
    r"|(?:19|20)[0-9]{2}(?:-[0-9]{2})?",
    re.I,
)
_WRITE_LIKE: Final = "Tulis seperti 21 Maret 2024 atau 21/03/2024"


def unreadable(text: str) -> Problem:
    """Which kind of unreadable: a code, a slip of the keyboard, a period, or no date at all."""
    digits = text.replace(" ", "")
    if re.fullmatch("[0-9]{18}", digits):
        return staff_number(text)
    if _LETTER_AS_DIGIT.search(text):
        return letter_for_digit(text)
    if _PERIOD.fullmatch(text):
        return period(text)
    if re.fullmatch("[0-9]+(?:[.][0-9]+)?", digits):
        return bare_number(text)
    return not_a_date(text)


def not_a_date(text: str) -> Problem:
    """D-01: no form of a date we know."""
    return Problem("D-01", "", f"{quoted(text)} tidak terbaca sebagai tanggal. {_WRITE_LIKE}.")


def month_first(text: str) -> Problem:
    """D-02: day/month/year always; a month above 12 shows that the month was put first."""
    return Problem(
        "D-02",
        "",
        f"{quoted(text)} tampaknya ditulis bulan/hari/tahun, sedangkan di sini tanggal dibaca "
        f"hari/bulan/tahun. {_WRITE_LIKE}.",
    )


def impossible(text: str) -> Problem:
    """D-03: a day the calendar does not have, such as 29 February 2023 or 31 June."""
    return Problem(
        "D-03", "", f"{quoted(text)} tidak ada di kalender. Periksa hari, bulan, dan tahunnya."
    )


def wrong_weekday(text: str, actual: str) -> Problem:
    """D-04: the weekday and the date contradict each other; one of them is a slip."""
    return Problem(
        "D-04", "", f"{quoted(text)}: tanggal itu jatuh pada hari {actual}. Periksa keduanya."
    )


def year_out_of_range(text: str) -> Problem:
    """D-05: years before 1900 or after 2100 are dummies (1 January 0001, 31-12-9999)."""
    return Problem(
        "D-05",
        "",
        f"Tahun pada {quoted(text)} di luar {FIRST_YEAR}-{LAST_YEAR}; tampaknya isian pengganti. "
        "Tulis tanggal sebenarnya, atau kosongkan bila belum ada.",
    )


def period(text: str) -> Problem:
    """D-06: a month, quarter, semester or year is not one day."""
    return Problem(
        "D-06", "", f"{quoted(text)} menyebut periode, bukan satu tanggal. {_WRITE_LIKE}."
    )


def letter_for_digit(text: str) -> Problem:
    """D-07: the letter O or l typed for the digit 0 or 1."""
    return Problem(
        "D-07",
        "",
        f"{quoted(text)} memuat huruf di antara angka (misalnya huruf O, bukan angka 0). "
        "Ketik ulang angkanya.",
    )


def staff_number(text: str) -> Problem:
    """D-08: eighteen digits are a NIP, which begins with a date of birth but is none."""
    return Problem(
        "D-08", "", f"{quoted(text)} adalah NIP, bukan tanggal. Periksa apakah kolomnya tertukar."
    )


def bare_number(text: str) -> Problem:
    """D-09: a bare number is a spreadsheet's date only where the column is known to hold dates."""
    return Problem(
        "D-09",
        "",
        f"{quoted(text)} hanya angka. Bila berasal dari lembar kerja, ubah format sel menjadi "
        f"Tanggal; selain itu, {_WRITE_LIKE[0].lower()}{_WRITE_LIKE[1:]}.",
    )


def impossible_time(text: str) -> Problem:
    """D-10: hours go to 23 and minutes to 59."""
    return Problem("D-10", "", f"Jam pada {quoted(text)} tidak ada. Tulis seperti 14.30 WIB.")


def foreign_zone(text: str) -> Problem:
    """D-11: a time with another zone than WIB, WITA or WIT is not converted by guess."""
    return Problem(
        "D-11",
        "",
        f"Zona waktu pada {quoted(text)} bukan WIB, WITA, atau WIT. Tulis waktu setempat.",
    )
