"""Many persons from a workbook: looked through first, then all or none."""

import pytest

from tolok.core.problem import RefusedError
from tolok.enrolment.actions import discard_enrolment
from tolok.enrolment.models import Enrolment
from tolok.enrolment.template import template
from tolok.enrolment.testing import COORDINATES, SARI, write_roster
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import Office, Role, User
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

PAGE = "/pengaturan/impor-orang/"
BUDI = ("budi@contoh.id", "Budi", "", "")


@pytest.fixture
def admin(client):
    admin = make_user(Role.ADMINISTRATOR)
    client.force_login(admin)
    return admin


@pytest.fixture
def upload(client, admin, tmp_path):
    """upload(persons, offices): the answer of the preview."""

    def send(*rows):
        with write_roster(tmp_path / "orang.xlsx", *rows).open("rb") as file:
            return client.post(PAGE, {"berkas": file}, follow=True)

    return send


def confirm(client):
    return client.post(f"{PAGE}{Enrolment.objects.latest('pk').pk}/impor/", follow=True)


def people():
    return set(User.objects.exclude(email__contains="@x").values_list("email", flat=True))


def test_a_workbook_is_looked_through_and_then_imported(client, upload):
    make_work_unit(code="1.02.")
    ppk = ("budi@contoh.id", "PPK", "Pejabat Pembuat Komitmen", "1.02.", "SK 2", "2/1/2026", "")

    outcome = upload([SARI, BUDI], [COORDINATES, ppk]).context["outcome"]
    assert (outcome.new_persons, outcome.new_offices, outcome.problems) == (2, 2, [])
    assert people() == set()

    confirm(client)
    assert people() == {"sari@contoh.id", "budi@contoh.id"}
    office = Office.objects.get(role=Role.PPK)
    assert (office.unit.code, office.title) == ("1.02.", "Pejabat Pembuat Komitmen")
    assert AuditEntry.objects.filter(event="enrolment.confirm_enrolment").count() == 1


@pytest.mark.both_databases
def test_the_same_file_again_changes_nothing(client, upload):
    upload()
    confirm(client)

    again = upload()

    outcome = again.context["outcome"]
    assert (outcome.changes, outcome.unchanged, outcome.problems) == (0, 2, [])
    assert "tidak ada yang perlu diimpor" in again.content.decode()


def test_one_wrong_row_keeps_all_out_and_is_named(client, upload):
    short_nip = ("budi@contoh.id", "Budi", "12345", "")

    html = upload([SARI, short_nip], [COORDINATES]).content.decode()
    told = confirm(client).content.decode()

    assert "Lembar Orang, baris 3, NIP" in html
    assert "PG-13" in html
    assert "PG-13" in told
    assert people() == set()
    assert Enrolment.objects.get().status == Enrolment.Status.WAITS


def test_rules_of_the_pages_hold_here_too(upload):
    auditor = (SARI[0], "Auditor", "", "", "", "2/1/2026", "")

    [problem] = upload([SARI], [auditor]).context["outcome"].problems

    assert problem.rule == "PG-14"


def test_a_satker_that_is_not_known_here_is_named_oj_10(upload):
    make_work_unit(make_agency("X202"), code="9.")
    office = (SARI[0], "PPK", "", "9.", "", "2/1/2026", "")

    [problem] = upload([SARI], [office]).context["outcome"].problems

    assert problem.rule == "OJ-10"


def test_a_nip_that_the_spreadsheet_rounded_is_refused_pg_13(upload):
    rounded = ("sari@contoh.id", "Sari", 198800002010000001, "")

    [problem] = upload([rounded], []).context["outcome"].problems

    assert problem.rule == "PG-13"
    assert "membulatkan" in problem.message


def test_a_person_of_another_agency_is_not_taken_over_oj_09(upload):
    foreign = make_user(Role.PPK, make_agency("X202"))

    rules = [
        problem.rule
        for problem in upload([(foreign.email, "Siapa", "", "")], []).context["outcome"].problems
    ]

    assert rules == ["OJ-09"]


def test_it_is_imported_once_and_its_rows_are_forgotten_oj_11(client, upload):
    upload()
    confirm(client)

    assert Enrolment.objects.get().sheets == {}
    assert client.get(f"{PAGE}{Enrolment.objects.get().pk}/").url == "/pengaturan/pengguna/"
    with pytest.raises(RefusedError) as refusal:
        discard_enrolment(Enrolment.objects.get())
    assert refusal.value.problems[0].rule == "OJ-11"


def test_discarded_rows_are_forgotten(client, upload):
    upload()

    client.post(f"{PAGE}{Enrolment.objects.get().pk}/buang/")

    assert Enrolment.objects.get().sheets == {}
    assert people() == set()


def test_what_is_no_workbook_is_refused_with_the_reason(client, admin, tmp_path):
    path = tmp_path / "orang.xlsx"
    path.write_text("surel,nama\n")

    with path.open("rb") as file:
        response = client.post(PAGE, {"berkas": file})

    assert response.status_code == 422
    assert "bukan buku kerja XLSX" in response.content.decode()


def test_the_template_is_read_as_it_comes_and_says_what_is_missing(client, admin, tmp_path):
    path = tmp_path / "templat.xlsx"
    path.write_bytes(template())

    with path.open("rb") as file:
        response = client.post(PAGE, {"berkas": file}, follow=True)

    assert response.context["outcome"].problems == []
    assert client.get(f"{PAGE}templat/")["Content-Disposition"].startswith("attachment")


def test_only_administrators_of_the_agency(client, upload):
    upload()
    mine = f"{PAGE}{Enrolment.objects.get().pk}/"

    client.force_login(make_user(Role.ADMINISTRATOR, make_agency("X202")))
    assert client.get(mine).status_code == 404
    assert client.post(f"{mine}impor/").status_code == 404
    client.force_login(make_user(Role.COORDINATOR))
    assert client.get(mine).status_code == client.get(PAGE).status_code == 403
    client.logout()
    assert client.get(PAGE).url.startswith("/masuk/")
