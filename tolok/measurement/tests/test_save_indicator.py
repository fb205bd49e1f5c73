"""An agency adds or changes an indicator: checked, tried, versioned, never rewritten."""

import pytest

from tolok.core.problem import RefusedError
from tolok.measurement.actions import save_indicator, try_indicator
from tolok.measurement.catalogue import shipped
from tolok.measurement.in_force import indicators_in_force
from tolok.measurement.models import IndicatorVersion
from tolok.measurement.testing import keep_snapshot, make_attributes, make_row
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
YEAR = 2025


@pytest.fixture
def agency():
    return make_agency()


@pytest.fixture
def user(agency):
    return make_user(agency=agency)


def given(code="X1", **changed):
    """As a form gives them: days as text."""
    return make_attributes(code, **{"valid_from": "2020-01-01", **changed})


def save(agency, user, code="X1", reason="Diminta pimpinan", **changed):
    return save_indicator(agency, YEAR, given(code, **changed), actor=user, reason=reason)


def of_code(agency, code):
    return {one.code: one for one in indicators_in_force(agency, YEAR)}.get(code)


def test_a_new_indicator_counts_from_then_on(agency, user):
    version = save(agency, user)

    assert str(version) == "X1 v1"
    assert of_code(agency, "X1").name == "Indikator X1"
    assert version.formula_version == of_code(agency, "X1").version


def test_a_change_is_a_new_version_and_the_old_one_stays(agency, user):
    first = save(agency, user)
    second = save(agency, user, unit="persen")

    assert (second.number, of_code(agency, "X1").unit) == (2, "persen")
    assert IndicatorVersion.objects.get(pk=first.pk).attributes["unit"] == "%"


def test_a_shipped_indicator_is_changed_for_this_agency_only(agency, user):
    save(agency, user, code="B1", name="Penghematan")

    assert of_code(agency, "B1").name == "Penghematan"
    assert of_code(make_agency("X202"), "B1").name == "Efisiensi terhadap HPS"
    assert len(indicators_in_force(agency, YEAR)) == len(shipped())


def test_an_indicator_that_ended_no_longer_counts(agency, user):
    save(agency, user, code="B1", valid_to="2024-12-31")

    assert of_code(agency, "B1") is None


def test_it_is_tried_on_the_year_s_data_before_it_is_saved(agency):
    rows = [make_row(1, status="selesai"), make_row(2, status="gagal")]
    snapshot = keep_snapshot(agency, YEAR, rows)

    trial = try_indicator(agency, YEAR, given())

    assert (trial.value.value, trial.value.snapshot) == (50, snapshot.sha256)
    assert not IndicatorVersion.objects.exists()


def test_without_data_it_is_only_checked(agency):
    assert try_indicator(agency, YEAR, given()).value is None


def test_a_wrong_formula_is_refused_and_nothing_is_saved(agency, user):
    with pytest.raises(RefusedError) as refusal:
        save(agency, user, formula="sum(nilai_kontrk)")

    assert [(one.rule, one.where) for one in refusal.value.problems] == [("F-09", "formula")]
    assert not IndicatorVersion.objects.exists()
    assert not AuditEntry.objects.exists()


def test_a_day_that_is_none_is_refused(agency, user):
    with pytest.raises(RefusedError) as refusal:
        save(agency, user, valid_from="kemarin")

    assert refusal.value.problems[0].rule == "IK-03"


def test_the_same_again_is_refused(agency, user):
    save(agency, user)

    with pytest.raises(RefusedError) as refusal:
        save(agency, user)

    assert refusal.value.problems[0].rule == "M-04"


def test_a_change_tells_why(agency, user):
    with pytest.raises(RefusedError) as refusal:
        save(agency, user, reason="  ")

    assert refusal.value.problems[0].rule == "M-05"


def test_the_trail_says_who_changed_what(agency, user):
    save(agency, user)
    save(agency, user, unit="persen", reason="Satuan diseragamkan")

    entry = AuditEntry.objects.order_by("seq").last()
    assert (entry.event, entry.subject) == ("measurement.save_indicator", "X1 v2")
    assert entry.actor_id == user.pk
    assert '"unit": "%"' in entry.before
    assert "Satuan diseragamkan" in entry.after


def test_versions_of_other_agencies_are_not_seen(agency, user):
    save(make_agency("X202"), make_user(agency=make_agency("X202")))

    assert not IndicatorVersion.objects.visible_to(user).exists()
