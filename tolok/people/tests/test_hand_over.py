"""Mutasi: the office changes hands, and what it holds passes with a record."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency
from tolok.people import duties
from tolok.people.acting import holders
from tolok.people.actions import Appointment, Succession, hand_over, stand_in
from tolok.people.duties import Duty, Keeper
from tolok.people.hand_overs import hand_over_facts
from tolok.people.models import HandOver, Role
from tolok.people.testing import make_administrator, make_office, make_person, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

JULY = date(2027, 7, 1)
LAST_OF_JUNE = date(2027, 6, 30)


@pytest.fixture
def budi():
    return make_person("budi@contoh.id")


@pytest.fixture
def office():
    """Sari coordinates."""
    sari = make_person("sari@contoh.id")
    return make_office(sari, Role.COORDINATOR, make_agency(), title="Koordinator Tim")


@pytest.fixture
def passed(monkeypatch):
    """A room that holds one duty and notes what it passes on."""
    noted = []
    held = Duty("tugas", "Menyusun rencana", date(2027, 7, 20), step="KT1", concerns="TA 2027")
    keeper = Keeper(lambda _: [held], lambda *offices: noted.append(offices))
    monkeypatch.setattr(duties, "_KEEPERS", {})
    duties.register("some room", keeper)
    return noted


def coordinators(day):
    return [one.user.name for one in holders(Role.COORDINATOR, make_agency(), day)]


def test_one_office_ends_the_day_before_the_next_begins(office, budi):
    done = hand_over(office, budi, Succession(JULY, decree="SK 5/2027"))

    assert (done.leaving.ends, done.taking.starts) == (LAST_OF_JUNE, JULY)
    assert (done.taking.title, done.taking.decree) == ("Koordinator Tim", "SK 5/2027")
    assert coordinators(LAST_OF_JUNE) == ["Sari"]
    assert coordinators(JULY) == ["Budi"]


@pytest.mark.both_databases
def test_duties_pass_and_the_record_keeps_them(office, budi, passed):
    done = hand_over(office, budi, Succession(JULY, note="Berkas ada di lemari 2."))

    facts = hand_over_facts(HandOver.objects.get())
    assert passed == [(done.leaving, done.taking)]
    assert [(duty.title, duty.due) for duty in facts.duties] == [
        ("Menyusun rencana", date(2027, 7, 20))
    ]
    assert (facts.leaving.name, facts.taking.name) == ("Sari", "Budi")
    assert facts.note == "Berkas ada di lemari 2."


def test_the_trail_names_both(office, budi):
    hand_over(office, budi, Succession(JULY), actor=make_administrator())

    entry = AuditEntry.objects.get(event="people.hand_over")
    assert entry.values_before()["pejabat"] == "Sari"
    assert entry.values_after()["pejabat"] == "Budi"


def test_who_stood_in_no_longer_does_and_the_substitute_stays(office, budi):
    tono = make_person("tono@contoh.id")
    office.substitute = tono
    office.save()
    stand_in(
        tono,
        office,
        Appointment(
            Role.COORDINATOR,
            None,
            starts=date(2027, 6, 1),
            ends=date(2027, 12, 31),
            decree="SP 1",
            acting="Plh.",
        ),
    )

    done = hand_over(office, budi, Succession(JULY))

    assert coordinators(LAST_OF_JUNE) == ["Tono"]
    assert coordinators(JULY) == ["Budi"]
    assert done.taking.substitute == tono


def test_an_office_with_a_known_end_is_not_made_longer(office, budi):
    office.ends = date(2027, 3, 31)
    office.save()

    assert hand_over(office, budi, Succession(JULY)).leaving.ends == date(2027, 3, 31)


@pytest.mark.parametrize("rule", ["PG-10", "PG-15", "PG-16"])
def test_a_hand_over_that_cannot_be_changes_nothing(office, budi, passed, rule):
    successor, first_day = budi, JULY
    if rule == "PG-10":
        office.withdrawn_at = timezone.now()
        office.save()
    elif rule == "PG-15":
        successor = office.user
    else:
        first_day = office.starts

    with pytest.raises(RefusedError) as refusal:
        hand_over(office, successor, Succession(first_day))

    assert refusal.value.problems[0].rule == rule
    assert not budi.offices.exists()
    assert passed == []


class TestThePages:
    def post(self, client, office, person, role=Role.ADMINISTRATOR, agency=None):
        client.force_login(make_user(role, agency))
        data = {"person": person.pk, "starts": "1 Juli 2027", "decree": "SK 5", "note": "Tak ada."}
        return client.post(f"/pengaturan/jabatan/{office.pk}/serah-terima/", data)

    @pytest.fixture
    def colleague(self):
        return make_user(Role.PPK)

    def test_the_administrator_records_it_and_reads_it_again(self, client, office, colleague):
        response = self.post(client, office, colleague)

        done = HandOver.objects.get()
        html = client.get(f"/pengaturan/serah-terima/{done.pk}/").content.decode()
        assert response.url == f"/pengaturan/pengguna/{office.user.pk}/"
        assert "1 Juli 2027" in html
        assert "Tak ada." in html

    def test_another_role_may_not(self, client, office, colleague):
        assert self.post(client, office, colleague, Role.COORDINATOR).status_code == 403

    def test_for_another_agency_neither_office_nor_record_exists(self, client, office, colleague):
        done = hand_over(office, colleague, Succession(JULY))

        response = self.post(client, office, colleague, agency=make_agency("X202"))

        assert response.status_code == 404
        assert client.get(f"/pengaturan/serah-terima/{done.pk}/").status_code == 404

    def test_a_person_of_another_agency_cannot_be_named(self, client, office):
        foreign = make_user(Role.PPK, make_agency("X202"))

        response = self.post(client, office, foreign)

        assert response.status_code == 422
        assert not HandOver.objects.exists()


def test_duties_come_soonest_first_and_survive_being_kept(monkeypatch, office):
    soon, late = Duty("tugas", "A", date(2027, 1, 1)), Duty("draf", "B")
    monkeypatch.setattr(duties, "_KEEPERS", {"x": Keeper(lambda _: [late, soon])})

    assert duties.duties_of(office) == (soon, late)
    assert Duty.from_values(soon.to_values()) == soon
    assert Duty.from_values(late.to_values()) == late


def test_yesterdays_office_is_not_handed_over(budi):
    sari = make_person("sari@contoh.id")
    past = make_office(sari, Role.PPK, make_agency(), ends=timezone.localdate() - timedelta(days=1))

    with pytest.raises(RefusedError, match="sudah berakhir"):
        hand_over(past, budi, Succession(JULY))
