"""What an administrator does to persons and offices on the pages."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.acting import holders
from tolok.people.models import Office, Role, User
from tolok.people.testing import make_administrator, make_office, make_person, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    """Administrator of X101, signed in."""
    admin = make_user(Role.ADMINISTRATOR)
    client.force_login(admin)
    return admin


@pytest.fixture
def ppk():
    return make_user(Role.PPK)


@pytest.fixture
def foreign():
    """A PPK of another agency."""
    return make_user(Role.PPK, make_agency("X202"))


def page_of(person, more=""):
    return f"/pengaturan/pengguna/{person.pk}/{more}"


NEW = {
    "email": "Baru@contoh.id",
    "name": "Orang Baru",
    "nip": "19880000 201000 0 001",
    "rank": "",
    "jabatan-role": "tim_pengumpul",
    "jabatan-starts": "1/1/2026",
    "jabatan-decree": "SK 1/2026",
}


@pytest.mark.usefixtures("admin")
class TestAddUser:
    def add(self, client, **more):
        return client.post("/pengaturan/pengguna/baru/", NEW | more)

    def test_a_person_comes_with_their_first_office(self, client):
        response = self.add(client)

        person = User.objects.get(email="baru@contoh.id")
        assert response.url == page_of(person)
        assert person.nip == "198800002010000001"
        assert person.roles_in(make_agency()) == {Role.TIM_PENGUMPUL}
        assert not person.has_usable_password()

    def test_both_or_neither(self, client):
        auditor_without_letter = {"jabatan-role": "auditor", "jabatan-decree": ""}

        response = self.add(client, **auditor_without_letter)

        assert response.status_code == 422
        assert "PG-14" in response.content.decode()
        assert not User.objects.filter(email="baru@contoh.id").exists()

    def test_an_address_is_taken_once_pg_03(self, client, foreign):
        response = self.add(client, email=foreign.email)

        assert "PG-03" in response.content.decode()

    def test_nothing_but_what_the_form_asks_is_taken_t27(self, client):
        self.add(
            client,
            is_active="",
            is_superuser="1",
            password="diketahui-orang-lain",  # noqa: S106  must not be taken
            **{"jabatan-agency": "", "jabatan-everywhere": "on", "everywhere": "on"},
        )

        person = User.objects.get(email="baru@contoh.id")
        assert person.is_active
        assert not person.has_usable_password()
        assert person.offices.get().agency == make_agency()

    def test_an_agencys_administrator_gives_no_office_over_all_agencies(self, client):
        self.add(client, **{"jabatan-role": "administrator", "jabatan-everywhere": "on"})

        assert User.objects.get(email="baru@contoh.id").offices.get().agency == make_agency()

    def test_a_unit_of_another_agency_cannot_be_chosen(self, client):
        unit = make_work_unit(make_agency("X202"))

        assert self.add(client, **{"jabatan-unit": unit.pk}).status_code == 422


def test_the_administrator_of_all_agencies_may_make_another(client):
    make_agency()
    client.force_login(make_administrator())

    client.post(
        "/pengaturan/pengguna/baru/",
        NEW | {"jabatan-role": "administrator", "jabatan-everywhere": "on"},
    )

    assert User.objects.get(email="baru@contoh.id").roles_in(None) == {Role.ADMINISTRATOR}


@pytest.mark.usefixtures("admin")
class TestOnePerson:
    def test_the_page_tells_offices_over_time(self, client, ppk):
        make_office(
            ppk, Role.POKJA, make_agency(), starts=date(2021, 1, 1), ends=date(2021, 12, 31)
        )

        html = client.get(page_of(ppk)).content.decode()

        assert "31 Desember 2021, tidak berlaku hari ini" in html
        assert "PG-17" in html

    def test_what_papers_print_is_changed(self, client, ppk):
        client.post(page_of(ppk, "data/"), {"name": "Nama Baru", "nip": "", "rank": "Penata"})

        ppk.refresh_from_db()
        assert (ppk.name, ppk.rank) == ("Nama Baru", "Penata")

    def test_extra_fields_change_nothing_t27(self, client, ppk):
        data = {"name": "Nama Baru", "email": "x@contoh.id", "is_active": "", "last_login": ""}

        client.post(page_of(ppk, "data/"), data)

        ppk.refresh_from_db()
        assert (ppk.email, ppk.is_active) == ("ppk@x101.contoh.id", True)

    def test_an_account_is_closed_with_the_next_request_and_opened_again(self, client, ppk):
        client.post(page_of(ppk, "tutup/"))
        assert not User.objects.get(pk=ppk.pk).is_active
        assert ppk.offices_on().count() == 0

        client.post(page_of(ppk, "buka/"))
        assert ppk.offices_on().count() == 1
        assert AuditEntry.objects.latest("seq").event == "people.open_account"

    def test_nobody_closes_their_own_account_pg_22(self, client, admin):
        response = client.post(page_of(admin, "tutup/"))

        assert response.status_code == 422
        assert "PG-22" in response.content.decode()
        assert User.objects.get(pk=admin.pk).is_active

    def test_who_works_elsewhere_too_is_not_closed_from_here_pg_21(self, client, ppk):
        make_office(ppk, Role.PPK, make_agency("X202"))

        response = client.post(page_of(ppk, "tutup/"))

        assert response.status_code == 422
        assert "PG-21" in response.content.decode()
        assert User.objects.get(pk=ppk.pk).is_active

    @pytest.mark.parametrize("more", ["", "data/", "jabatan/", "sertifikat/"])
    def test_a_person_of_another_agency_does_not_exist(self, client, foreign, more):
        unseen, missing = (
            client.get(page_of(foreign, more)),
            client.get(f"/pengaturan/pengguna/999999/{more}"),
        )

        assert unseen.status_code == missing.status_code == 404
        assert unseen.content == missing.content

    @pytest.mark.parametrize("more", ["tautan/", "tutup/", "buka/", "lepas-faktor-kedua/"])
    def test_nothing_is_done_to_a_person_of_another_agency(self, client, foreign, more):
        assert client.post(page_of(foreign, more)).status_code == 404

    @pytest.mark.parametrize("more", ["plt-plh/", "akhiri/", "serah-terima/", "pengganti/"])
    def test_nor_to_their_offices(self, client, foreign, more):
        office = foreign.offices.get()

        assert client.post(f"/pengaturan/jabatan/{office.pk}/{more}").status_code == 404


@pytest.mark.usefixtures("admin")
class TestOffices:
    def test_a_plh_takes_over_for_a_while(self, client, ppk):
        office = ppk.offices.get()
        deputy = make_user(Role.POKJA)
        data = {
            "person": deputy.pk,
            "acting": "Plh.",
            "decree": "SP 3/2026",
            "starts": "1/5/2026",
            "ends": "31/5/2026",
        }

        response = client.post(f"/pengaturan/jabatan/{office.pk}/plt-plh/", data)

        assert response.status_code == 302
        assert [one.user for one in holders(Role.PPK, make_agency(), date(2026, 5, 2))] == [deputy]

    def test_an_office_ends_at_once(self, client, ppk):
        client.post(f"/pengaturan/jabatan/{ppk.offices.get().pk}/akhiri/", {"last_day": ""})

        assert ppk.offices_on().count() == 0

    def test_a_substitute_is_named_and_taken_back(self, client, ppk):
        office, deputy = ppk.offices.get(), make_user(Role.POKJA)

        client.post(f"/pengaturan/jabatan/{office.pk}/pengganti/", {"person": deputy.pk})
        assert Office.objects.get(pk=office.pk).substitute == deputy

        client.post(f"/pengaturan/jabatan/{office.pk}/pengganti/", {"person": ""})
        assert Office.objects.get(pk=office.pk).substitute is None

    def test_who_works_here_no_longer_is_no_substitute_pg_20(self, client, ppk):
        deputy = make_user(Role.POKJA)
        deputy.offices.update(withdrawn_at=timezone.now())

        response = client.post(
            f"/pengaturan/jabatan/{ppk.offices.get().pk}/pengganti/", {"person": deputy.pk}
        )

        assert response.status_code == 422
        assert "PG-20" in response.content.decode()

    def test_a_date_that_is_none_stands_at_its_field_and_nothing_is_lost(self, client, ppk):
        data = {"role": "pokja", "starts": "kapan-kapan", "decree": "SK 77"}

        response = client.post(page_of(ppk, "jabatan/"), data)

        assert response.status_code == 422
        assert "kapan-kapan" in response.content.decode()
        assert "SK 77" in response.content.decode()


class TestTheList:
    def test_it_is_searched_and_filtered(self, client, admin, ppk):
        found = client.get("/pengaturan/pengguna/", {"cari": "ppk@", "peran": ""})
        of_role = client.get("/pengaturan/pengguna/", {"peran": "administrator"})

        assert list(found.context["users"]) == [ppk]
        assert list(of_role.context["users"]) == [admin]

    def test_stale_accounts_are_listed(self, client, admin, ppk):
        ppk.last_login = timezone.now() - timedelta(days=91)
        ppk.save()
        idle = make_user(Role.POKJA)
        idle.offices.update(ends=timezone.localdate() - timedelta(days=1))

        page = client.get("/pengaturan/pengguna/tinjau/")

        assert list(page.context["quiet"]) == [ppk]
        assert list(page.context["without_office"]) == [idle]

    @pytest.mark.parametrize("path", ["", "baru/", "tinjau/"])
    def test_only_administrators_open_it(self, client, path):
        client.force_login(make_user(Role.COORDINATOR))

        assert client.get(f"/pengaturan/pengguna/{path}").status_code == 403
        client.logout()
        assert client.get(f"/pengaturan/pengguna/{path}").url.startswith("/masuk/")


def test_a_substitute_opens_the_decision_and_nothing_else_of_the_office(client):
    deputy = make_user(Role.POKJA)
    make_office(
        make_person("kepala@contoh.id"), Role.KEPALA_UKPBJ, make_agency(), substitute=deputy
    )
    client.force_login(deputy)

    request = client.get("/akun/").wsgi_request

    assert request.roles == {Role.POKJA}
    assert request.may_open("planning:approve_plan")
    assert not request.may_open("archive:papers")
