"""What the simulation of a year is told of an SOP's clocks."""

from datetime import date

from tolok.core.calendar import WorkCalendar
from tolok.core.durations import DayType
from tolok.core.period import collection_window, quarter
from tolok.core.timetable import YearFrame, lay_out
from tolok.cycle import sops

WINDOWS = {f"TW{number}": collection_window(quarter(2025, number)) for number in (1, 2, 3, 4)}

ROUNDS = [f"KT5.{number}" for number in (1, 2, 3, 4)]


def test_the_shipped_sops_are_known_to_the_year():
    assert {"kaltim-2024", "jayawijaya-2020"} <= set(sops.KNOWN)
    assert sops.find("kaltim-2024").step_name("KT1.i").startswith("Menerima penugasan")


def test_kaltims_clocks_are_shared_where_the_sop_shares_them():
    clocks = {one.id: one.after for one in sops.find("kaltim-2024").clocks(WINDOWS)}

    assert list(clocks) == ["KT1", "KT2", "KT3", "KT4", *ROUNDS, "KT6", "KT7", "KT8"]
    assert clocks["KT6"] == ("KT4", "KT5.4")
    assert "KT4" not in clocks["KT5.1"]


def test_kaltims_year_is_laid_out_as_the_sop_means_it():
    frame = YearFrame(2025, date(2025, 1, 2), DayType.CALENDAR, WorkCalendar())

    planned = {
        one.step.id: one.due for one in lay_out(sops.find("kaltim-2024").clocks(WINDOWS), frame)
    }

    assert planned["KT1"] == date(2025, 1, 31)
    assert planned["KT5.4"] == date(2026, 1, 30)
    assert planned["KT6"] == date(2026, 3, 16)


def test_jayawijaya_has_no_clocks():
    assert sops.find("jayawijaya-2020").clocks(WINDOWS) == ()
