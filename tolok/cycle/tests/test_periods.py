"""Windows are moved, periods locked: at the right time, once, and with a trace."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from tolok.core.period import Window, fiscal_year, month, quarter
from tolok.core.problem import RefusedError
from tolok.cycle.actions import change_window, lock_period, unlock_period
from tolok.cycle.locks import Late, require_open
from tolok.cycle.models import FiscalYear, LateChange
from tolok.cycle.testing import make_period, make_year
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_administrator
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
JUNE = Window(date(2025, 6, 2), date(2025, 7, 1))
LATE = Late("Nilai kontrak 101", "Adendum baru diterima")


def locked(code="TW1", **fields):
    return make_period(code=code, locked_at=timezone.now(), **fields)


def at(monkeypatch, moment):
    monkeypatch.setattr(timezone, "now", lambda: moment)


def refused(act, *given, **named):
    with pytest.raises(RefusedError) as refusal:
        act(*given, **named)
    return refusal.value.problems[0].rule


def test_a_window_is_moved_and_the_trail_tells():
    changed = change_window(make_period(), JUNE, actor=make_administrator())

    assert changed.window == JUNE
    entry = AuditEntry.objects.get()
    assert entry.event == "cycle.change_window"
    assert entry.values_before()["dibuka"] == "2025-05-01"
    assert entry.values_after()["dibuka"] == "2025-06-02"


@pytest.mark.parametrize(
    ("code", "window", "rule"),
    [
        ("TA", JUNE, "JP-01"),
        ("TW1", Window(date(2025, 6, 2), date(2025, 6, 1)), "JP-02"),
        ("TW2", JUNE, "JP-03"),
    ],
)
def test_a_window_that_makes_no_sense_is_refused(code, window, rule):
    assert refused(change_window, make_period(code=code), window) == rule


def test_the_window_of_a_locked_quarter_stays_jp_04():
    assert refused(change_window, locked(), JUNE) == "JP-04"


def test_a_quarter_that_is_over_is_locked_once_kp_01():
    period = make_period()

    assert lock_period(period, actor=make_administrator()).is_locked

    assert refused(lock_period, period) == "KP-01"


@pytest.mark.parametrize("zone", ["WIB", "WITA", "WIT"])
def test_a_quarter_is_locked_only_after_midnight_on_the_units_own_clock_kp_02(monkeypatch, zone):
    # T19: 31 March ends at 17.00 UTC in the west, 16.00 in the middle, 15.00 in the east
    hour = {"WIB": 17, "WITA": 16, "WIT": 15}[zone]
    year = make_year(make_agency(time_zone=zone))
    period = make_period(year)

    at(monkeypatch, datetime(2025, 3, 31, hour - 1, 59, tzinfo=UTC))
    assert refused(lock_period, period) == "KP-02"

    at(monkeypatch, datetime(2025, 3, 31, hour, 1, tzinfo=UTC))
    assert lock_period(period).is_locked


def test_a_lock_is_taken_off_for_a_reason():
    period = unlock_period(locked(), "Berkas SPSE belum lengkap", actor=make_administrator())

    assert not period.is_locked
    assert AuditEntry.objects.get().event == "cycle.unlock_period"


def test_what_is_not_locked_is_not_unlocked_kp_03():
    assert refused(unlock_period, make_period(), "Berkas SPSE belum lengkap") == "KP-03"


def test_an_open_period_takes_changes_without_a_trace():
    assert require_open(make_year(), quarter(2025, 1), Late("Nilai"), actor=None) is None


def test_a_closed_year_takes_no_change_kp_04():
    year = make_year(status=FiscalYear.Status.CLOSED, closed_at=timezone.now())

    assert refused(require_open, year, quarter(2025, 1), LATE, actor=None) == "KP-04"


def test_a_locked_period_takes_none_without_a_reason_kp_05():
    year = locked().year

    assert refused(require_open, year, quarter(2025, 1), Late("Nilai"), actor=None) == "KP-05"
    assert not LateChange.objects.exists()


@pytest.mark.parametrize("touched", [quarter(2025, 1), month(2025, 3), fiscal_year(2025)])
def test_a_late_change_leaves_its_reason_in_the_period_and_in_the_trail(touched):
    admin = make_administrator()

    late = require_open(locked().year, touched, LATE, actor=admin)

    assert (late.period.code, late.reason, late.made_by) == ("TW1", LATE.reason, admin)
    assert AuditEntry.objects.get().event == "cycle.change_after_lock"


def test_the_quarters_beside_a_locked_one_stay_open():
    assert require_open(locked().year, quarter(2025, 2), Late("Nilai"), actor=None) is None


def test_a_year_locked_as_a_whole_locks_all_of_its_quarters():
    year = locked("TA").year

    assert refused(require_open, year, quarter(2025, 2), Late("Nilai"), actor=None) == "KP-05"
