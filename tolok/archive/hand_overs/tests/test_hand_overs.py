"""A recorded hand-over becomes a berita acara: drafted, downloaded, issued once."""

from datetime import date

import pytest

from tolok.archive.hand_overs.actions import draft_hand_over
from tolok.archive.issuing.actions import issue_paper
from tolok.archive.models import Paper
from tolok.core.problem import RefusedError
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people import duties
from tolok.people.actions import Succession, hand_over
from tolok.people.duties import Duty, Keeper
from tolok.people.models import Role
from tolok.people.testing import make_administrator, make_office, make_person, make_user

pytestmark = pytest.mark.django_db
JULY = date(2027, 7, 1)


@pytest.fixture
def done(monkeypatch):
    """Sari's office goes to Budi, with a late task, another, and a draft."""
    held = (
        Duty("tugas", "Koreksi data triwulan I", date(2027, 6, 24), step="KT5", concerns="RSUD"),
        Duty("tugas", "Menyusun rencana", date(2027, 7, 20), step="KT1"),
        Duty("draf", "Surat edaran"),
    )
    monkeypatch.setattr(duties, "_KEEPERS", {})
    duties.register("some room", Keeper(lambda _: held))
    office = make_office(make_person("sari@contoh.id"), Role.COORDINATOR, make_agency())
    make_user(Role.KEPALA_UKPBJ)
    succession = Succession(JULY, decree="SK 5/2027", note="Tiga unit\nsering terlambat")
    return hand_over(office, make_person("budi@contoh.id"), succession)


@pytest.fixture
def admin():
    return make_administrator()


def test_the_paper_says_what_passed_who_signs_and_who_saw_it(done, admin):
    make_year(year=2027)

    paper = draft_hand_over(done, actor=admin)

    facts = paper.facts
    assert [one["called"] for one in facts["parties"]] == ["PIHAK PERTAMA", "PIHAK KEDUA"]
    assert [one["status"] for one in facts["tasks"]] == ["terlambat", "berjalan"]
    assert [one["name"] for one in facts["handed"]] == ["Surat edaran"]
    assert facts["access"][0]["ended"] == "2027-06-30"
    assert facts["legal_basis"] == ["SK 5/2027"]
    assert facts["statements"][-1].endswith("Tiga unit sering terlambat")
    assert len(facts["witnesses"]) == 1


def test_once_it_is_issued_it_is_not_drafted_again(done, admin):
    make_year(year=2025)
    paper = draft_hand_over(done, actor=admin)
    assert draft_hand_over(done, actor=admin) == paper

    issue_paper(paper, dated=JULY, number="000.1.10/1/2027", actor=admin)

    assert draft_hand_over(done, actor=admin) == paper
    assert Paper.objects.count() == 1


def test_without_a_year_nothing_is_drafted_st_01(done, admin):
    with pytest.raises(RefusedError) as refusal:
        draft_hand_over(done, actor=admin)

    assert refusal.value.problems[0].rule == "ST-01"


def test_the_page_of_the_hand_over_leads_to_the_paper(client, done, admin):
    client.force_login(admin)
    record, draft = f"/pengaturan/serah-terima/{done.pk}/", f"/dokumen/serah-terima/{done.pk}/draf/"

    refused = client.post(draft)
    make_year(year=2027)
    made = client.post(draft)

    assert refused.status_code == 422
    assert "ST-01" in refused.content.decode()
    assert draft in client.get(record).content.decode()
    assert made.url == Paper.objects.get().get_absolute_url()


def test_only_administrators_of_the_agency_make_it(client, done):
    client.force_login(make_user(Role.COORDINATOR))
    assert client.post(f"/dokumen/serah-terima/{done.pk}/draf/").status_code == 403

    client.force_login(make_user(Role.ADMINISTRATOR, make_agency("D999")))
    assert client.post(f"/dokumen/serah-terima/{done.pk}/draf/").status_code == 404
