"""When things happen: seasons, durations, delays."""

from datetime import date, datetime, time, timedelta
from typing import Final

from tolok.demo.generator.dice import Dice
from tolok.demo.generator.facts import Process

# The month a selection begins: 0 is December of the year before, then January to December.
# Tenders crowd before the middle of the year, everything small before its end.
MONTHS: Final = {
    Process.TENDER: (8, 6, 12, 10, 8, 13, 12, 9, 7, 8, 5, 2, 0),
    Process.DIRECT: (1, 6, 6, 7, 7, 8, 9, 10, 9, 14, 13, 10, 0),
    Process.RECORDED: (0, 5, 6, 8, 7, 9, 8, 8, 8, 9, 11, 13, 8),
    Process.CATALOGUE: (0, 3, 5, 7, 7, 9, 9, 8, 8, 10, 13, 14, 7),
}


def start_of_selection(dice: Dice, process: Process, year: int) -> date:
    month = dice.weighted(dict(enumerate(MONTHS[process])))
    first = date(year, month, 1) if month else date(year - 1, 12, 1)
    return working_day(first + timedelta(days=dice.randint(0, 27)))


def working_day(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day  # noqa: PLR2004


def after(dice: Dice, day: date, low: int, high: int) -> date:
    return working_day(day + timedelta(days=dice.randint(low, high)))


def at_office_hours(dice: Dice, day: date) -> datetime:
    return datetime.combine(day, time(dice.randint(8, 16), dice.choice((0, 0, 0, 30, 59))))


def duration(dice: Dice, process: Process) -> int:
    """Days of work; months for tenders, weeks for Pengadaan Langsung."""
    if process is Process.TENDER:
        return dice.weighted({60: 2, 90: 5, 120: 6, 150: 6, 180: 3})
    return dice.weighted({7: 1, 14: 3, 20: 2, 30: 8, 45: 6, 60: 3, 90: 1})


def delay(dice: Dice, late_share: float) -> int:
    """Days between the due day and the BAST: negative is early."""
    if not dice.chance(late_share):
        return -dice.randint(0, 6)
    return dice.weighted({1: 30, 2: 16, 3: 12, 5: 12, 8: 10, 14: 8, 21: 5, 35: 4, 50: 3})


PROMISES: Final = (
    "{n} Hari Kalender",
    "{n} Hari Kalender",
    "{n} hari kalender",
    "{n} ({words}) hari kalender",
    "{n} (Hari) Kalender",
    "{n}",
    "{n} Hari Kerja",
    "Hari Kalender",
)
NUMBER_WORDS: Final = {
    7: "tujuh", 14: "empat belas", 20: "dua puluh", 30: "tiga puluh", 45: "empat puluh lima",
    60: "enam puluh", 90: "sembilan puluh", 120: "seratus dua puluh",
    150: "seratus lima puluh", 180: "seratus delapan puluh",
}  # fmt: skip


def promise(dice: Dice, days: int) -> str:
    """waktu_penyelesaian, in the forms PPKs type it; the last one forgets the number."""
    return dice.choice(PROMISES).format(n=days, words=NUMBER_WORDS[days])
