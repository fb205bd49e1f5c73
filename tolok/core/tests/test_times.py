"""Clocks, zones and their spelling."""

from datetime import UTC, datetime, time

import pytest

from tolok.core.dates import format_span, format_time, read_clock
from tolok.core.problem import Problem
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


def test_a_span_names_its_zone_once():
    assert format_span(time(9), time(12, 30), Zone.WIB) == "09.00\u201312.30 WIB"
    assert format_span(time(9), None, Zone.WIT) == "09.00 WIT sampai selesai"


@pytest.mark.parametrize("written", ["9.05", "09:05", "pukul 09.05 WITA", " Jam 9:05 wib"])
def test_a_time_of_day_is_read_as_people_write_it(written):
    assert read_clock(written) == time(9, 5)


@pytest.mark.parametrize("written", ["24.00", "9.60", "pagi", "9", "9.5"])
def test_what_is_no_time_of_day_is_refused(written):
    refused = read_clock(written)

    assert isinstance(refused, Problem)
    assert refused.rule == "D-10"


def test_an_empty_time_is_none():
    assert read_clock(" ") is None
