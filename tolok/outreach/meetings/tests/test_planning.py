"""Planning a meeting, whom it asks, moving it, calling it off."""

from datetime import time, timedelta

import pytest

from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.cycle.models import FiscalYear
from tolok.cycle.testing import make_year
from tolok.organisation.clock import today_in
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.outreach.meetings.actions import (
    Asked,
    cancel_meeting,
    change_meeting,
    hold_meeting,
    invite,
    plan_meeting,
    prefill_guests,
    remove_guest,
)
from tolok.outreach.meetings.testing import (
    make_guest,
    make_held_meeting,
    make_meeting,
    planned,
)
from tolok.outreach.models import Audience, Meeting
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user

pytestmark = pytest.mark.django_db


def test_a_session_asks_everybody_of_its_audiences_and_the_coordinator_once():
    agency = make_agency()
    both = make_person("rangkap@contoh.id")
    make_office(both, Role.TIM_PENGUMPUL, agency)
    make_office(both, Role.DATA_PROCESSOR, agency)
    make_user(Role.PPK, agency)

    meeting = make_meeting(audiences=(Audience.COLLECTORS, Audience.PROCESSORS))
    prefill_guests(meeting, actor=meeting.made_by)

    assert {guest.user for guest in meeting.guests.all()} == {both, meeting.made_by}
    assert prefill_guests(meeting, actor=meeting.made_by) == 0


def test_of_those_who_answer_for_performance_one_a_unit_is_asked():
    agency = make_agency()
    unit = make_work_unit(agency)
    for address in ("satu@contoh.id", "dua@contoh.id"):
        make_office(make_person(address), Role.PENANGGUNG_JAWAB, agency, unit=unit)

    meeting = make_meeting(audiences=(Audience.RESPONSIBLE,))
    prefill_guests(meeting, actor=meeting.made_by)

    assert meeting.guests.filter(unit=unit.name).count() == 1


def test_a_workshop_asks_the_team_and_the_functions_its_sop_names():
    meeting = make_meeting(kind=Meeting.Kind.WORKSHOP)

    prefill_guests(meeting, actor=meeting.made_by)

    assert meeting.guests.filter(unit="Fungsi perencanaan", name="").exists()
    assert meeting.guests.filter(user=meeting.made_by).exists()


def test_a_closed_year_takes_no_meeting():
    year = make_year(year=2024, status=FiscalYear.Status.CLOSED, closed_at="2025-01-31T00:00Z")

    with pytest.raises(RefusedError) as refused:
        plan_meeting(
            year,
            Meeting.Kind.SOCIALISATION,
            planned(today_in(year.agency)),
            actor=make_user(agency=year.agency),
        )

    assert rules_of(refused) == {"RP-03"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"place": "", "online": ""},
        {"starts_at": time(12), "ends_at": time(9)},
        {"audiences": ()},
    ],
)
def test_a_meeting_says_what_where_when_and_for_whom(wrong):
    with pytest.raises(RefusedError) as refused:
        make_meeting(**wrong)

    assert rules_of(refused) == {"RP-05"}
    assert not Meeting.objects.exists()


def test_who_leads_it_holds_an_office_here():
    stranger = make_office(make_person(), Role.KEPALA_UKPBJ, make_agency("X999"))

    with pytest.raises(RefusedError) as refused:
        make_meeting(chair=stranger)

    assert rules_of(refused) == {"RP-05"}


def test_a_meeting_is_moved_until_it_was_held():
    meeting = make_meeting(days=2)
    later = planned(meeting.day + timedelta(days=1))
    moved = change_meeting(meeting, later, actor=meeting.made_by)
    held = make_held_meeting()

    with pytest.raises(RefusedError) as refused:
        change_meeting(held, later, actor=held.made_by)

    assert moved.day == later.day
    assert rules_of(refused) == {"RP-02"}


def test_calling_off_says_why_and_ends_it():
    meeting = make_meeting()

    with pytest.raises(RefusedError) as refused:
        cancel_meeting(meeting, reason=" ", actor=meeting.made_by)
    cancel_meeting(meeting, reason="Aula dipakai.", actor=meeting.made_by)
    with pytest.raises(RefusedError) as ended:
        hold_meeting(meeting, actor=meeting.made_by)

    assert rules_of(refused) == {"RP-04"}
    assert rules_of(ended) == {"RP-01"}
    assert Meeting.objects.with_standing().get(pk=meeting.pk).standing == "cancelled"


@pytest.mark.parametrize("asked", [Asked(), Asked(unit="Dinas Kesehatan", seats=0)])
def test_who_is_asked_can_be_found(asked):
    meeting = make_meeting()

    with pytest.raises(RefusedError) as refused:
        invite(meeting, [asked], actor=meeting.made_by)

    assert rules_of(refused) == {"RP-06"}


def test_a_person_typed_twice_is_asked_once():
    meeting = make_meeting()
    make_guest(meeting, "Hanimora Seludawe")

    added = invite(
        meeting, [Asked("HANIMORA SELUDAWE, S.K.M.", unit="Dinas Kesehatan")], actor=meeting.made_by
    )

    assert added == 0


def test_who_was_there_stays_on_the_list_of_a_meeting_that_was_held():
    meeting = make_held_meeting()

    with pytest.raises(RefusedError) as refused:
        remove_guest(meeting.guests.get(), actor=meeting.made_by)

    assert rules_of(refused) == {"RP-07"}
