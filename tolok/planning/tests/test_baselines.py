"""Baselines: computed with their data and interval, typed with a source, or not there and why."""

from decimal import Decimal

import pytest

from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.measurement.testing import make_measured_agency
from tolok.planning.actions.baselines import compute_baseline, no_baseline, type_baseline
from tolok.planning.actions.indicators import add_own_indicator
from tolok.planning.models import Baseline
from tolok.planning.past import help_for
from tolok.planning.testing import coordinator_of, make_plan
from tolok.registry.models import Snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def measured(lasting):
    return make_measured_agency()


@pytest.fixture
def agency(measured, stay):
    """With data of 2025: B1 is 10 %, W3 lies between 50 and 100 %."""
    return measured


@pytest.fixture
def b1(plan):
    return plan.indicators.get(code="B1")


def test_a_computed_baseline_names_its_data_and_interval(agency, b1, coordinator):
    kept = compute_baseline(b1, year=2025, actor=coordinator)

    assert (kept.kind, kept.value, kept.year) == ("dihitung", Decimal(10), 2025)
    assert kept.snapshot == Snapshot.objects.current(agency, 2025).sha256
    assert (kept.lowest, kept.highest) == (10, 10)
    assert kept.formula_version == b1.formula_version


@pytest.mark.parametrize(("year", "said"), [(2024, "Belum ada data TA 2024"), (2026, "sebelum TA")])
def test_without_data_of_an_earlier_year_the_reason_is_given(b1, coordinator, year, said):
    with pytest.raises(RefusedError, match=said) as refusal:
        compute_baseline(b1, year=year, actor=coordinator)

    assert rules_of(refusal) == {"RN-29"}
    assert b1.baseline.kind == "diketik"


def test_an_indicator_of_words_is_typed(plan, coordinator):
    own = add_own_indicator(plan, "X7", "Kecepatan layanan", actor=coordinator)

    with pytest.raises(RefusedError, match="tidak dihitung dari data") as refusal:
        compute_baseline(own, year=2025, actor=coordinator)

    assert rules_of(refusal) == {"RN-29"}


def test_a_typed_baseline_has_a_source(b1, coordinator):
    kept = type_baseline(b1, text="6,4", year=2025, source="LKjIP 2025", actor=coordinator)

    assert (kept.value, kept.source, kept.snapshot) == (Decimal("6.4"), "LKjIP 2025", "")
    with pytest.raises(RefusedError) as refusal:
        type_baseline(b1, text="6,4", year=2025, source=" ", actor=coordinator)
    assert rules_of(refusal) == {"RN-22"}


def test_an_empty_baseline_is_never_zero(b1, coordinator):
    with pytest.raises(RefusedError) as refusal:
        type_baseline(b1, text="", year=2025, source="LKjIP", actor=coordinator)

    assert rules_of(refusal) == {"RN-30"}


def test_no_baseline_needs_the_reason(b1, coordinator):
    kept = no_baseline(b1, reason="Penilaian baru dimulai.", actor=coordinator)

    assert (kept.kind, kept.value) == ("belum ada", None)
    with pytest.raises(RefusedError) as refusal:
        no_baseline(b1, reason="", actor=coordinator)
    assert rules_of(refusal) == {"RN-22"}


def test_help_tells_every_quarter_of_the_years_that_have_data(b1):
    found = help_for(b1)

    assert [(one.period, one.value) for one in found.past] == [
        ("TW I 2025", None),
        ("TW II 2025", Decimal(10)),
        ("TW III 2025", Decimal(10)),
        ("TW IV 2025", None),
    ]
    assert found.proposals is None
    assert found.peers == ()


def test_three_agencies_of_the_same_kind_can_be_compared_with_and_two_cannot(agency, b1):
    for code in ("X102", "X103"):
        make_measured_agency(code)
    assert help_for(b1).peers == ()

    make_measured_agency("X104")
    assert help_for(b1).peers == (10, 10, 10)
    assert help_for(b1).peer_spread.median == 10


def test_a_plan_measured_by_the_half_year_is_compared_by_the_half_year():
    version = make_plan(make_measured_agency())
    b1 = version.indicators.get(code="B1")
    b1.reporting = "semester"
    b1.save()

    found = help_for(b1)

    assert [one.period for one in found.past] == ["Semester I 2025", "Semester II 2025"]
    assert coordinator_of(version)


def test_all_baselines_that_the_newest_data_can_tell_are_computed_at_once(
    agency, client, plan, coordinator
):
    Baseline.objects.filter(indicator__version=plan).delete()
    client.force_login(coordinator)
    assert "baseline dari data TA 2025" in client.get("/rencana/target/").text

    client.post("/rencana/indikator/baseline/")

    b1 = plan.indicators.get(code="B1").baseline
    assert (b1.kind, b1.value, b1.year) == ("dihitung", Decimal(10), 2025)
