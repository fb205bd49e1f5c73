"""Clocks, zones and their spelling."""

from datetime import UTC, datetime

import pytest

from tolok.core.dates import format_time
from tolok.core.zones import Zone


@pytest.mark.parametrize(
    ("zone", "printed"),
    [(Zone.WIB, "12.30 WIB"), (Zone.WITA, "13.30 WITA"), (Zone.WIT, "14.30 WIT")],
)
def test_a_time_is_printed_on_the_clock_of_the_zone_and_names_it(zone, printed):
    assert format_time(datetime(2024, 3, 21, 5, 30, tzinfo=UTC), zone) == printed


def test_a_clock_without_an_offset_is_the_clock_of_the_zone_already():
    assert format_time(datetime(2024, 3, 21, 14, 30), Zone.WIT) == "14.30 WIT"  # noqa: DTZ001


def test_a_zone_is_known_by_its_offset_and_by_its_iana_name():
    assert Zone.with_offset(Zone.WITA.offset) is Zone.WITA
    assert Zone.with_offset(Zone.WITA.offset * 2) is None
    assert Zone("Asia/Jayapura") is Zone.WIT
