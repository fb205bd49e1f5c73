from datetime import date

import pytest

from tolok.core.durations import DayType
from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.cycle import frozen
from tolok.cycle.actions import (
    HowToOpen,
    Paper,
    discard_year,
    open_year,
    prepare_year,
    record_outside,
    start_year,
)
from tolok.cycle.models import FiscalYear, Holiday, SopTerms
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_administrator
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

WORKING = HowToOpen(days=DayType.WORKING)


@pytest.fixture(autouse=True)
def one_known_sop(known_sop):
    return known_sop


def test_a_year_is_opened_under_its_sop_and_the_trail_tells():
    admin = make_administrator()

    year = open_year(make_agency(), 2025, "singkat", actor=admin)

    assert (year.year, year.sop, year.sop_version) == (2025, "singkat", "1")
    assert year.status == FiscalYear.Status.OPEN
    entry = AuditEntry.objects.get()
    assert (entry.event, entry.agency, entry.actor_id) == ("cycle.open_year", "X101", admin.pk)
    assert entry.values_after()["sop"] == "singkat"


def test_a_year_begins_with_its_windows_and_its_own_list_of_holidays():
    year = open_year(make_agency(), 2025, "singkat")

    windows = {row.code: (row.opens, row.closes) for row in year.periods.all()}
    assert windows == {
        "TW1": (date(2025, 5, 1), date(2025, 5, 30)),
        "TW2": (date(2025, 8, 1), date(2025, 8, 30)),
        "TW3": (date(2025, 11, 1), date(2025, 11, 30)),
        "TW4": (date(2026, 1, 1), date(2026, 1, 30)),
        "TA": (None, None),
    }
    assert Holiday.objects.of_year(year.agency, 2025).filter(kind="joint").exists()
    assert Holiday.objects.of_year(year.agency, 2026).exists()


def test_in_working_days_a_window_lasts_longer():
    year = open_year(make_agency(), 2025, "singkat", how=WORKING)

    assert year.periods.get(code="TW2").closes == date(2025, 9, 15)


def test_two_years_may_run_side_by_side():
    open_year(make_agency(), 2025)
    open_year(make_agency(), 2026)

    assert FiscalYear.objects.running().count() == 2


@pytest.mark.parametrize(
    ("year", "sop", "how", "rule"),
    [
        (25, "", HowToOpen(), "TA-01"),
        (2101, "", HowToOpen(), "TA-01"),
        (2024, "", HowToOpen(), "TA-02"),
        (2025, "singkta", HowToOpen(), "TA-03"),
        (2025, "singkat", HowToOpen(starts_at_step="KT9"), "TA-04"),
        (2025, "", HowToOpen(starts_at_step="KT1.i"), "TA-04"),
        (2025, "singkat", HowToOpen(starts_on=date(2026, 1, 1)), "TA-05"),
    ],
)
def test_a_year_that_cannot_be_opened_is_refused(year, sop, how, rule):
    make_year(year=2024)

    with pytest.raises(RefusedError) as refusal:
        open_year(make_agency(), year, sop, how=how)

    assert rules_of(refusal) == {rule}
    assert FiscalYear.objects.count() == 1
    assert not AuditEntry.objects.exists()


def test_the_type_of_days_is_decided_once_for_an_sop_version_ta_09():
    admin = make_administrator()
    open_year(make_agency(), 2025, "singkat", how=WORKING, actor=admin)

    assert SopTerms.objects.get().set_by == admin
    assert open_year(make_agency(), 2026, "singkat").day_type is DayType.WORKING
    with pytest.raises(RefusedError) as refusal:
        open_year(make_agency(), 2027, "singkat", how=HowToOpen(days=DayType.CALENDAR))
    assert rules_of(refusal) == {"TA-09"}


def test_another_agency_decides_for_itself():
    open_year(make_agency(), 2025, "singkat", how=WORKING)

    other = open_year(make_agency("X202"), 2025, "singkat")

    assert other.day_type is DayType.CALENDAR


def test_a_prepared_year_runs_only_after_it_was_started():
    prepared = prepare_year(make_agency(), 2025, "singkat", how=HowToOpen(starts_at_step="KT2"))

    assert (prepared.status, prepared.opened_at) == (FiscalYear.Status.PREPARING, None)

    started = start_year(prepared)

    assert started.status == FiscalYear.Status.OPEN
    events = AuditEntry.objects.values_list("event", flat=True)
    assert list(events) == ["cycle.open_year", "cycle.prepare_year"]


def test_a_running_year_is_not_started_again_ta_06():
    with pytest.raises(RefusedError) as refusal:
        start_year(make_year())

    assert rules_of(refusal) == {"TA-06"}


def test_a_prepared_year_is_discarded_with_what_was_decided_for_it_alone():
    prepared = prepare_year(make_agency(), 2025, "singkat", how=WORKING)

    discard_year(prepared)

    assert not FiscalYear.objects.exists()
    assert not SopTerms.objects.exists()
    assert AuditEntry.objects.first().event == "cycle.discard_year"


def test_what_other_years_run_by_stays_decided():
    open_year(make_agency(), 2025, "singkat", how=WORKING)

    discard_year(prepare_year(make_agency(), 2026, "singkat"))

    assert SopTerms.objects.get().days == "working"


def test_a_prepared_year_with_papers_is_not_discarded_ta_11():
    prepared = prepare_year(make_agency(), 2025, "singkat")
    record_outside(prepared, "KT2", Paper("Undangan", date(2025, 1, 10)))

    with pytest.raises(RefusedError) as refusal:
        discard_year(prepared)

    assert rules_of(refusal) == {"TA-11"}


def test_the_versions_of_the_rules_are_frozen_at_opening_and_later_changes_named(monkeypatch):
    versions = {"B1": "1", "B2": "1"}
    monkeypatch.setattr(frozen, "SOURCES", {"indikator": lambda agency, year: versions})

    year = open_year(make_agency(), 2025, "singkat")
    versions["B1"] = "2"

    assert year.rulebook == {"indikator": {"B1": "1", "B2": "1"}, "sop": {"singkat": "1"}}
    assert len(year.rulebook_sha256) == 64
    assert frozen.changed_since(year) == ("indikator B1",)
