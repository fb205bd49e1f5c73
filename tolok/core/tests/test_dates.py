"""How cells are read as dates. Each row of the tables can be checked by hand."""

import json
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.dates import (
    MONTHS,
    Moment,
    format_date,
    format_date_short,
    format_date_with_day,
    read_date,
    read_moment,
)
from tolok.core.problem import Problem
from tolok.core.zones import Zone

EMPTY = None

# What people and systems write -> the day, None for an empty cell, or the rule that refuses it.
DATES = {
    "21 Maret 2024": "2024-03-21",
    "21 maret 2024": "2024-03-21",
    "21 Mrt 2024": "2024-03-21",
    "21 Mar 2024": "2024-03-21",
    "21-03-2024": "2024-03-21",
    "21/03/2024": "2024-03-21",
    "03/21/2024": "D-02",
    "2024-03-21": "2024-03-21",
    "21.03.24": "2024-03-21",
    "21/3/24": "2024-03-21",
    "Kamis, 21 Maret 2024": "2024-03-21",
    "21 Maret 2024 14.30 WIB": "2024-03-21",
    "21 Maret 2024 16:30 WIT": "2024-03-21",
    "45372": "D-09",
    "29 Februari 2023": "D-03",
    "29/02/1900": "D-03",
    "31 Juni 2024": "D-03",
    "0/0/0000": "D-03",
    "1 Januari 0001": "D-05",
    "31-12-9999": "D-05",
    "Triwulan I 2024": "D-06",
    "TW III": "D-06",
    "Semester 2": "D-06",
    "Mei": "D-06",
    "2024": "D-06",
    "TA 2024": "D-06",
    "Agustus 2O24": "D-07",
    "21 Pebruari 2024": "2024-02-21",
    "21 Nopember 2024": "2024-11-21",
    "19700610 199201 1 002": "D-08",
    "1970 0610 199201 1 002": "D-08",
    # The source systems
    "Aug 21, 2024, 12:00:00 AM": "2024-08-21",
    "Aug 21, 2024, 12:00:00AM": "2024-08-21",
    "2024-05-04 20:00:00": "2024-05-04",
    "2024-07-05 00:00:00.000000Z": "2024-07-05",
    "2025-06-23T00:00:00.000000Z": "2025-06-23",
    "2023-06-07T23:30:00Z": "2023-06-07",
    "2022-07-15T11:09:39.022Z": "2022-07-15",
    "2024-03-01": "2024-03-01",
    # People
    "03/04/2024": "2024-04-03",
    "21-Mrt-24": "2024-03-21",
    "21Maret2024": "2024-03-21",
    "Jum'at, 22 Maret 2024": "2024-03-22",
    "Kamis tanggal 21 Maret 2024 pukul 14.30 WIB": "2024-03-21",
    "Tgl. 21 Maret 2024": "2024-03-21",
    "Thursday, March 21, 2024": "2024-03-21",
    "31/12/69": "2069-12-31",
    "1/1/70": "1970-01-01",
    "\u00a021 Maret 2024\ufeff": "2024-03-21",
    "": EMPTY,
    "-": EMPTY,
    "belum ada": EMPTY,
    # Neither
    "Jumat, 21 Maret 2024": "D-04",
    "Foo, 21 Maret 2024": "D-01",
    "21 Foo 2024": "D-01",
    "21 s.d. 23 Maret 2024": "D-01",
    "kemarin": "D-01",
    "٢١ Maret 2024": "D-01",
    "x" * 61: "D-01",
    "2024-13-01": "D-03",
    "13/13/2024": "D-03",
    "32/13/2024": "D-03",
    "0000-00-00": "D-03",
    "2024-03": "D-06",
    "20240321": "D-09",
    "0": "D-09",
    "l2 Maret 2024": "D-07",
    "21 Maret 2024 25.00 WIB": "D-10",
    "Aug 21, 2024, 13:00:00 AM": "D-10",
    "2024-03-21T08:00:00-03:00": "D-11",
}


def outcome(reading):
    return reading.rule if isinstance(reading, Problem) else reading


def expected(agreed):
    return agreed if agreed is EMPTY or agreed.startswith("D-") else date.fromisoformat(agreed)


@pytest.mark.parametrize("text", DATES, ids=repr)
def test_a_cell_gives_the_agreed_day_or_the_rule_that_refuses_it(text):
    assert outcome(read_date(text)) == expected(DATES[text])


def test_the_table_covers_every_date_of_the_collection(shared):
    collection = json.loads((shared / "data/bad/angka_tanggal_id.json").read_text())

    assert set(collection["tanggal"]) - set(DATES) == set()


MONTH_KEYS = "january february march april may june july august september october november december"


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_month_name_of_both_languages_is_read(shared, language):
    folder = shared / "data/bad/dates-id/dateparser_data/cldr_language_data"
    names = json.loads((folder / f"date_translation_data/{language}.json").read_text())

    for number, key in enumerate(MONTH_KEYS.split(), 1):
        for name in names[key]:
            assert read_date(f"5 {name} 2024") == date(2024, number, 5), name


def test_relative_words_are_no_dates(shared):
    folder = shared / "data/bad/dates-id/dateparser_data/cldr_language_data"
    names = json.loads((folder / "date_translation_data/id.json").read_text())

    for words in names["relative-type"].values():
        assert {read_date(word).rule for word in words} <= {"D-01", "D-06"}, words


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("21 Maret 2024 14.30 WIB", Moment(date(2024, 3, 21), time(14, 30), Zone.WIB)),
        ("21 Maret 2024 16:30 WIT", Moment(date(2024, 3, 21), time(16, 30), Zone.WIT)),
        ("21/03/2024 pukul 9.05", Moment(date(2024, 3, 21), time(9, 5))),
        ("Aug 21, 2024, 12:00:00 AM", Moment(date(2024, 8, 21), time())),
        ("Aug 21, 2024, 12:15:00PM", Moment(date(2024, 8, 21), time(12, 15))),
        ("Aug 21, 2024, 1:15:00 PM", Moment(date(2024, 8, 21), time(13, 15))),
        ("2024-05-04 20:00:00", Moment(date(2024, 5, 4), time(20))),
        ("2022-07-15T11:09:39.022Z", Moment(date(2022, 7, 15), time(11, 9, 39, 22000))),
        ("2024-03-21T08:00:00+08:00", Moment(date(2024, 3, 21), time(8), Zone.WITA)),
        ("2024-03-21 08:00:00+0900", Moment(date(2024, 3, 21), time(8), Zone.WIT)),
        ("2024-03-21", Moment(date(2024, 3, 21))),
    ],
)
def test_a_moment_keeps_its_clock_and_its_zone_where_they_are_stated(text, moment):
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    "text", ["2025-06-23T00:00:00.000000Z", "2025-06-23 00:00:00.000000Z", "2025-06-23T00:00Z"]
)
def test_a_midnight_labelled_z_is_a_bare_day_and_is_never_shifted(text):
    assert read_moment(text) == Moment(date(2025, 6, 23), clock=None)


def test_a_moment_is_shown_on_the_clock_it_was_published_by():
    assert read_moment("2023-06-07T23:30:00Z").local.isoformat() == "2023-06-07T23:30:00"
    assert read_moment("2023-06-07").local.isoformat() == "2023-06-07T00:00:00"


def test_a_number_is_a_date_only_where_the_column_holds_a_spreadsheets_dates():
    assert read_date("45372", spreadsheet=True) == date(2024, 3, 21)
    assert read_date(45372.0, spreadsheet=True) == date(2024, 3, 21)
    assert read_moment(45372.604166666664, spreadsheet=True) == Moment(
        date(2024, 3, 21), time(14, 30)
    )
    assert read_date(45372).rule == "D-09"


@pytest.mark.parametrize(
    ("value", "rule"),
    [(2024, "D-06"), (17, "D-09"), (99999, "D-09"), (True, "D-01"), ("x", "D-01")],
)
def test_a_number_no_calendar_reaches_is_refused_even_there(value, rule):
    assert read_date(value, spreadsheet=True).rule == rule


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        (date(2024, 3, 21), Moment(date(2024, 3, 21))),
        (datetime(2024, 3, 21, 9), Moment(date(2024, 3, 21), time(9))),  # noqa: DTZ001
        (datetime(2024, 3, 21, tzinfo=UTC), Moment(date(2024, 3, 21))),
        (datetime(2024, 3, 21, 9, tzinfo=UTC), Moment(date(2024, 3, 21), time(9))),
        (
            datetime(2024, 3, 21, 9, tzinfo=Zone.WIT.tz),
            Moment(date(2024, 3, 21), time(9), Zone.WIT),
        ),
        (None, None),
    ],
)
def test_a_date_the_file_gives_as_a_date_is_taken_as_it_is(typed, moment):
    assert read_moment(typed) == moment


def test_a_typed_date_is_checked_like_a_written_one():
    in_brasil = datetime(2024, 3, 21, tzinfo=timezone(timedelta(hours=-3)))

    assert read_date(date(9999, 12, 31)).rule == "D-05"
    assert read_date(in_brasil).rule == "D-11"


def test_a_refusal_names_the_text_the_reason_and_the_remedy():
    assert read_date("03/21/2024").message == (
        "“03/21/2024” tampaknya ditulis bulan/hari/tahun, sedangkan di sini tanggal dibaca "
        "hari/bulan/tahun. Tulis seperti 21 Maret 2024 atau 21/03/2024."
    )
    assert "jatuh pada hari Kamis" in read_date("Jumat, 21 Maret 2024").message


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS)
def test_every_printed_date_reads_back_as_the_same_day(day):
    for printed in (format_date(day), format_date_with_day(day), format_date_short(day), str(day)):
        assert read_date(printed) == day


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)))  # noqa: DTZ001
def test_every_iso_moment_reads_back_on_its_own_clock(moment):
    assert read_moment(moment.isoformat(timespec="microseconds") + "Z").local == moment


@given(st.text(max_size=80))
def test_any_text_gives_a_day_or_nothing_or_a_problem(text):
    assert isinstance(read_date(text), date | Problem | None)


def test_dates_are_printed_with_the_month_in_full():
    day = date(2024, 8, 1)

    assert format_date(day) == "1 Agustus 2024"
    assert format_date_with_day(day) == "Kamis, 1 Agustus 2024"
    assert format_date_short(day) == "01/08/2024"
    assert len(MONTHS) == 12
