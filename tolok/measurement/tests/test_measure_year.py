"""The values of a year are computed once after each change, and only read afterwards."""

import pytest

from tolok.core.problem import RefusedError
from tolok.measurement.actions import measure_year, save_indicator
from tolok.measurement.in_force import exclusions_in_force, indicators_in_force
from tolok.measurement.models import Measurement
from tolok.measurement.testing import keep_snapshot, make_attributes, make_row
from tolok.measurement.values import measure
from tolok.measurement.year_values import read_kept
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.models import Exclusion

pytestmark = pytest.mark.django_db
YEAR = 2025


@pytest.fixture
def agency():
    return make_agency()


def rows(*statuses):
    return [
        make_row(number, status=status, kd_satker=f"1.0{number}", jumlah_pengumuman=1)
        for number, status in enumerate(statuses)
    ]


def exclude(agency, package, indicator):
    people = [make_user(role, agency) for role in (Role.COORDINATOR, Role.DATA_PROCESSOR)]
    return Exclusion.objects.create(
        agency=agency,
        year=YEAR,
        package_code=package,
        indicator=indicator,
        reason="kontrak payung",
        decision="accepted",
        proposed_by=people[0],
        decided_by=people[1],
    )


def test_what_is_kept_is_what_was_measured_to_the_last_digit(agency):
    snapshot = keep_snapshot(agency, YEAR, rows("selesai", "gagal", "selesai"))

    kept = read_kept(measure_year(agency, YEAR))

    indicators = indicators_in_force(agency, YEAR)
    assert list(kept.whole.values()) == measure(snapshot, indicators)
    by_unit = measure(snapshot, indicators, by=["kd_satker"])
    assert [one for ones in kept.units.values() for one in ones] == by_unit
    assert kept.quarters["K1"][0].group == {"triwulan": "tanpa tanggal"}


def test_the_same_data_are_measured_once(agency):
    keep_snapshot(agency, YEAR, rows("selesai"))

    assert measure_year(agency, YEAR) == measure_year(agency, YEAR)
    assert Measurement.objects.count() == 1


def test_new_data_new_indicators_and_new_exclusions_are_measured_anew(agency):
    keep_snapshot(agency, YEAR, rows("selesai"))
    measure_year(agency, YEAR)

    keep_snapshot(agency, YEAR, rows("selesai", "gagal"))
    assert read_kept(measure_year(agency, YEAR)).whole["K1"].value == 50

    exclude(agency, "P0001", "K1")
    assert exclusions_in_force(agency, YEAR) == {"K1": {"P0001": "kontrak payung"}}
    assert read_kept(measure_year(agency, YEAR)).whole["K1"].value == 0

    attributes = make_attributes("X1", valid_from="2020-01-01")
    save_indicator(agency, YEAR, attributes, actor=make_user(agency=agency), reason="baru")
    assert read_kept(measure_year(agency, YEAR)).whole["X1"].value == 50
    assert Measurement.objects.count() == 4


def test_a_year_without_data_is_refused(agency):
    with pytest.raises(RefusedError) as refusal:
        measure_year(agency, YEAR)

    assert refusal.value.problems[0].rule == "S-01"


def test_kept_values_are_read_with_one_query(agency, django_assert_num_queries):
    keep_snapshot(agency, YEAR, rows("selesai", "gagal"))
    measurement = measure_year(agency, YEAR)

    with django_assert_num_queries(1):
        read_kept(measurement)
