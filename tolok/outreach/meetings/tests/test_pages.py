"""The pages: what each shows and does, and to whom they are closed."""

import pytest
from django.urls import reverse

from tolok.archive.models import Paper
from tolok.archive.testing import make_paper
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.outreach.meetings.actions import Point, save_agenda
from tolok.outreach.meetings.actions.minutes import state_of
from tolok.outreach.meetings.testing import YEAR, make_guest, make_held_meeting, make_meeting
from tolok.outreach.models import Meeting
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.planning.testing import coordinator_of, make_plan

pytestmark = pytest.mark.django_db
PLANNED = {
    "name": "Sosialisasi kepada tim",
    "audiences": ["collectors", "processors"],
    "day": "20 Januari 2026",
    "starts_at": "09.00",
    "ends_at": "12.00",
    "place": "Aula",
}
ROWS = {
    f"{prefix}-{name}": number
    for prefix in ("janji", "tanya", "terbuka")
    for name, number in (("TOTAL_FORMS", 1), ("INITIAL_FORMS", 0))
}


@pytest.fixture
def meeting():
    return make_meeting()


@pytest.fixture
def coordinator(client, meeting):
    client.force_login(meeting.made_by)
    return client


def url(name, *args):
    return reverse(f"outreach:{name}", args=args)


def post(client, name, meeting, **data):
    return client.post(url(name, meeting.pk), data)


def test_a_session_is_planned_and_its_guests_are_there(coordinator, meeting):
    answer = coordinator.post(url("plan_meeting", "socialisation"), PLANNED)

    made = Meeting.objects.latest("pk")
    assert answer.status_code == 302
    assert [one.audience for one in made.audiences.all()] == ["collectors", "processors"]
    assert made.guests.filter(user=meeting.made_by).exists()


def test_what_cannot_be_read_is_told_at_its_field(coordinator):
    answer = coordinator.post(
        url("plan_meeting", "socialisation"), PLANNED | {"starts_at": "pagi", "day": "31/02/2026"}
    )

    told = answer.content.decode()
    assert answer.status_code == 422
    assert "Jam pada “pagi” tidak ada" in told
    assert "tidak ada di kalender" in told


def test_the_lists_show_how_far_each_meeting_has_come(coordinator, meeting):
    make_held_meeting()
    make_meeting(kind=Meeting.Kind.WORKSHOP)

    sessions = coordinator.get(url("socialisation")).content.decode()
    letters = coordinator.get(url("invitation")).content.decode()
    workshops = coordinator.get(url("workshop")).content.decode()

    assert "Direncanakan" in sessions
    assert "Dilaksanakan" in sessions
    assert "Belum terbit" in letters
    assert "Lokakarya Rencana Kinerja" in workshops


def test_the_letter_is_drafted_and_its_sending_is_told(coordinator, meeting):
    make_guest(meeting)
    drafted = coordinator.post(url("draft_meeting_paper", meeting.pk, "UNDANGAN"))
    Paper.objects.all().delete()
    make_paper(
        "UNDANGAN", Paper.Status.ISSUED, agency=meeting.agency, year=YEAR, subject=meeting.subject
    )
    page = coordinator.get(meeting.get_absolute_url()).content.decode()

    sent = post(coordinator, "mark_sent", meeting, channel="WhatsApp")

    assert drafted.status_code == 302
    assert f"http://testserver{meeting.get_absolute_url()}" in page
    assert sent.status_code == 302
    assert Meeting.objects.get(pk=meeting.pk).invited_by == meeting.made_by


def test_a_refusal_is_told_on_the_meetings_page(coordinator, meeting):
    answer = post(coordinator, "hold_meeting", meeting)

    assert answer.status_code == 422
    assert "RP-14" in answer.content.decode()


def test_the_list_is_ticked_and_the_meeting_said_to_be_held(coordinator, meeting):
    guest, delegate = make_guest(meeting), make_guest(meeting, "", unit="Bappeda")

    ticked = post(
        coordinator,
        "attendance",
        meeting,
        **{
            f"hadir-{guest.pk}": "hadir",
            f"hadir-{delegate.pk}": "daring",
            f"nama-{delegate.pk}": "Ani Contoh",
        },
    )
    held = post(coordinator, "hold_meeting", meeting)

    assert ticked.status_code == held.status_code == 302
    assert meeting.guests.present().count() == 2


def test_whoever_is_not_noted_is_said_to_have_come_in_one_go(coordinator, meeting):
    first, absent = make_guest(meeting, "Ani"), make_guest(meeting, "Budi")

    post(
        coordinator,
        "attendance",
        meeting,
        sisanya="hadir",
        **{f"hadir-{absent.pk}": "tidak hadir", f"hadir-{first.pk}": "", f"lihat-{first.pk}": ""},
    )

    assert {one.name: one.attends for one in meeting.guests.all()} == {
        "Ani": "hadir",
        "Budi": "tidak hadir",
    }


def test_a_list_that_lay_open_does_not_take_back_who_came_by_the_door(coordinator, meeting):
    guest = make_guest(meeting)
    shown = {f"lihat-{guest.pk}": "", f"hadir-{guest.pk}": ""}
    meeting.guests.update(attends="hadir", way="door")

    post(coordinator, "attendance", meeting, **shown)

    assert meeting.guests.present().count() == 1


def test_the_qr_is_shown_once(coordinator, meeting):
    page = post(coordinator, "open_door", meeting).content.decode()

    assert "<svg" in page
    assert "http://testserver/sosialisasi/hadir/" in page
    assert "/sosialisasi/hadir/" not in coordinator.get(meeting.get_absolute_url()).content.decode()


def test_the_programme_is_typed_row_by_row(coordinator, meeting):
    rows = {"acara-TOTAL_FORMS": 2, "acara-INITIAL_FORMS": 0, "acara-1-topic": "Tanya jawab"}

    post(coordinator, "agenda", meeting, **rows, **{"acara-0-topic": "Pembukaan"})

    assert [one.topic for one in meeting.agenda.all()] == ["Pembukaan", "Tanya jawab"]


def minutes_of(meeting, **data):
    item = meeting.agenda.get()
    said = {f"acara-{item.pk}-presented": "Dijelaskan."}
    promised = {"janji-0-task": "Mengirim bahan", "janji-0-owner": "Tim Pengumpul"}
    return ROWS | said | promised | {"dasar": state_of(meeting)} | data


class TestMinutes:
    @pytest.fixture
    def written(self, meeting):
        save_agenda(meeting, [Point("Pembukaan")], actor=meeting.made_by)
        return meeting

    def test_they_are_kept_while_they_are_typed(self, coordinator, written):
        answer = coordinator.post(
            url("minutes", written.pk),
            minutes_of(written, decisions="Jadwal."),
            headers={"HX-Request": "true"},
        )

        assert "Tersimpan" in answer.content.decode()
        assert state_of(written) in answer.content.decode()
        assert written.agenda.get().presented == "Dijelaskan."
        assert written.follow_ups.get().task == "Mengirim bahan"

    def test_after_a_refusal_both_texts_are_on_the_page(self, coordinator, written):
        seen = state_of(written)
        post(coordinator, "minutes", written, **minutes_of(written, decisions="Kata rekan."))

        answer = post(
            coordinator,
            "minutes",
            written,
            **minutes_of(written, decisions="Kata saya.", dasar=seen),
        )

        told = answer.content.decode()
        assert answer.status_code == 422
        assert "Kata rekan." in told
        assert "Kata saya." in told

    def test_what_cannot_be_read_is_told_at_its_field(self, coordinator, written):
        answer = post(coordinator, "minutes", written, **minutes_of(written, test_before="120"))

        assert answer.status_code == 422
        told = answer.content.decode()
        assert '<a href="#id_test_before">Nilai rata-rata sebelum acara: Isi paling banyak' in told


class TestWhoSees:
    def test_an_invited_officer_sees_the_session_once_it_was_sent_but_no_names(
        self, client, meeting
    ):
        asked = make_user(Role.PPK, meeting.agency)
        make_guest(meeting, asked.name, user=asked)
        make_guest(meeting, "Hanimora Seludawe")
        client.force_login(asked)

        before = client.get(meeting.get_absolute_url()).status_code
        Meeting.objects.filter(pk=meeting.pk).update(invited_at=meeting.made_at)
        after = client.get(meeting.get_absolute_url())

        assert (before, after.status_code) == (404, 200)
        assert "Hanimora" not in after.content.decode()
        assert meeting.name in client.get(url("socialisation")).content.decode()

    def test_who_is_not_asked_and_other_agencies_find_nothing(self, client, meeting):
        Meeting.objects.filter(pk=meeting.pk).update(invited_at=meeting.made_at)
        for person in (
            make_user(Role.PPK, meeting.agency),
            make_user(Role.COORDINATOR, make_agency("X999")),
        ):
            client.force_login(person)
            assert client.get(meeting.get_absolute_url()).status_code == 404

    def test_guests_and_material_of_other_agencies_cannot_be_touched(self, client, meeting):
        guest = make_guest(meeting)
        client.force_login(make_user(Role.COORDINATOR, make_agency("X999")))

        assert client.post(url("remove_guest", guest.pk)).status_code == 404
        assert post(client, "hold_meeting", meeting).status_code == 404

    def test_an_auditor_reads_and_changes_nothing(self, client, meeting):
        auditor = make_person("auditor@contoh.id")
        make_office(auditor, Role.AUDITOR, meeting.agency)
        client.force_login(auditor)

        assert client.get(meeting.get_absolute_url()).status_code == 200
        assert post(client, "mark_sent", meeting, channel="Surel").status_code == 403


class TestTheWorkshopOnThePlansPage:
    def goals_page(self, client, sop):
        version = make_plan(make_agency(), sop=sop)
        client.force_login(coordinator_of(version))
        return client.get(reverse("planning:goals")).content.decode()

    def test_it_is_offered_where_the_sop_asks_for_its_report(self, client):
        assert url("workshop") in self.goals_page(client, "jayawijaya-2020")

    def test_other_sops_do_not_ask(self, client):
        assert url("workshop") not in self.goals_page(client, "kaltim-2024")


def test_the_workshops_pages_say_the_step_they_serve(client):
    agency = make_year(sop="jayawijaya-2020", year=2025).agency
    client.force_login(make_user(Role.COORDINATOR, agency))

    for page in ("/sosialisasi/lokakarya/", "/sosialisasi/rapat/baru/workshop/"):
        assert "Langkah SOP <b>JW1</b>" in client.get(page).content.decode(), page
