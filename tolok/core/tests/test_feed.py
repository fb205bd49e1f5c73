from datetime import UTC, date, datetime

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.feed import DayEvent, feed

NOW = datetime(2026, 5, 1, 0, 0, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\r"), min_size=1)


def read(text):
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def test_an_event_is_read_back_by_another_program():
    event = DayEvent(
        "tugas-1@tolok", "TA 2026 KT5", date(2026, 5, 30), date(2026, 5, 30), "https://a.id/1/"
    )

    (found,) = read(feed("Tolok", [event], NOW))

    assert found["UID"] == "tugas-1@tolok"
    assert found.decoded("DTSTART") == date(2026, 5, 30)
    assert found.decoded("DTEND") == date(2026, 5, 31)
    assert found["URL"] == "https://a.id/1/"


@given(title=TEXTS)
def test_any_title_comes_back_whole_and_begins_no_property_of_its_own(title):
    text = feed("Tolok", [DayEvent("1", title, date(2026, 1, 1), date(2026, 1, 2))], NOW)

    (found,) = read(text)
    assert str(found["SUMMARY"]) == title
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_title_with_line_ends_stays_one_title():
    event = DayEvent("1", "a\r\nATTENDEE:b\rc\0", date(2026, 1, 1), date(2026, 1, 1))

    (found,) = read(feed("Tolok", [event], NOW))

    assert "ATTENDEE" not in found
    assert str(found["SUMMARY"]) == "a\nATTENDEE:b\nc"


def test_without_events_it_is_still_a_calendar():
    assert read(feed("Tolok", [], NOW)) == []
