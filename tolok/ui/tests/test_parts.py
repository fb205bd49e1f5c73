from datetime import date

from tolok.ui.parts import Event, story


def days(*events):
    return [event.days_after for event in story(events)]


def test_a_story_counts_the_days_between_its_events():
    assert days(
        Event("Diumumkan", date(2025, 2, 3)),
        Event("Kontrak", date(2025, 3, 12)),
        Event("Pembayaran", None),
        Event("Serah terima", date(2025, 3, 22)),
    ) == [None, 37, None, 10]


def test_events_out_of_order_stay_in_their_place_without_a_count():
    assert days(Event("Kontrak", date(2025, 3, 12)), Event("Serah terima", date(2025, 2, 12))) == [
        None,
        None,
    ]
