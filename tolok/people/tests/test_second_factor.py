"""The second factor: set up with a phone, asked for at sign-in, a code counts once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tolok.core.problem import RefusedError
from tolok.organisation.actions import require_second_factor
from tolok.organisation.testing import make_agency
from tolok.people import totp
from tolok.people.actions import check_second_factor, new_recovery_codes
from tolok.people.actions.second_factor import FAILURES
from tolok.people.models import RecoveryCode, Role, SecondFactor
from tolok.people.testing import code_of, make_person, make_second_factor, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

PASSWORD = "gunung-merapi-pagi"  # noqa: S105  of nobody


@pytest.fixture
def sari():
    return make_person("sari@contoh.id", password=PASSWORD)


@pytest.fixture
def factor(sari):
    return make_second_factor(sari)


def first_step(client, **more):
    return client.post("/masuk/", {"username": "sari@contoh.id", "password": PASSWORD, **more})


def second_step(client, code):
    return client.post("/masuk/kode/", {"code": code})


def is_signed_in(client):
    return client.get("/akun/").status_code == 200


class TestSettingUp:
    def test_a_person_scans_a_picture_types_a_code_and_gets_recovery_codes(self, client, sari):
        client.force_login(sari)
        client.post("/akun/faktor-kedua/pasang/")
        page = client.get("/akun/faktor-kedua/")
        code = code_of(SecondFactor.objects.get())

        codes = client.post("/akun/faktor-kedua/pastikan/", {"code": code}).context["codes"]

        assert "<svg" in page.content.decode()
        assert len(codes) == totp.RECOVERY_CODES == len(set(codes))
        assert sari.has_second_factor()
        assert AuditEntry.objects.get().event == "people.confirm_second_factor"

    def test_looking_at_the_page_sets_nothing_up(self, client, sari):
        client.force_login(sari)

        client.get("/akun/faktor-kedua/")

        assert not SecondFactor.objects.exists()

    def test_a_wrong_code_sets_nothing_up_and_says_so_pg_25(self, client, sari):
        client.force_login(sari)
        client.post("/akun/faktor-kedua/pasang/")

        response = client.post("/akun/faktor-kedua/pastikan/", {"code": "000000"})

        assert response.status_code == 422
        assert "PG-25" in response.content.decode()
        assert not sari.has_second_factor()

    def test_the_secret_is_never_shown_again(self, client, sari, factor):
        client.force_login(sari)

        html = client.get("/akun/faktor-kedua/").content.decode()

        secret = totp.secret_of(sari.pk, factor.salt)
        assert secret not in html.replace(" ", "")
        assert 'class="qr' not in html

    def test_the_database_alone_makes_no_codes(self, settings, factor):
        before = totp.secret_of(factor.user_id, factor.salt)
        settings.SECRET_KEY = "another" * 10

        assert totp.secret_of(factor.user_id, factor.salt) != before

    def test_recovery_codes_are_kept_as_hashes(self, sari):
        codes = new_recovery_codes(sari)

        kept = str(list(RecoveryCode.objects.values()))
        assert not any(code in kept for code in codes)


class TestSigningIn:
    def test_the_password_alone_lets_nobody_in(self, client, factor):
        response = first_step(client)

        assert response.url == "/masuk/kode/"
        assert not is_signed_in(client)

    def test_with_a_code_the_person_comes_in_where_they_wanted(self, client, factor):
        first_step(client, next="/akun/kata-sandi/")
        before = client.session.session_key

        response = second_step(client, code_of(factor))

        assert response.url == "/akun/kata-sandi/"
        assert is_signed_in(client)
        assert client.session.session_key != before

    def test_the_second_step_leads_to_no_other_site_t17(self, client, factor):
        first_step(client, next="https://jahat.example/")

        assert second_step(client, code_of(factor)).url == "/"

    def test_a_code_counts_once_pg_26(self, sari, factor):
        code = code_of(factor)
        check_second_factor(sari, code)

        with pytest.raises(RefusedError) as refusal:
            check_second_factor(sari, code)

        assert refusal.value.problems[0].rule == "PG-26"

    def test_blanks_in_a_code_do_not_matter(self, sari, factor):
        code = code_of(factor)

        check_second_factor(sari, f"{code[:3]} {code[3:]}")

    @pytest.mark.parametrize("later", [-2, 2])
    def test_a_code_of_another_minute_does_not_count(self, sari, factor, later):
        with pytest.raises(RefusedError):
            check_second_factor(sari, code_of(factor, later=later))

    def test_after_five_wrong_codes_the_right_one_waits_pg_27(self, client, factor):
        first_step(client)
        for _ in range(FAILURES):
            assert second_step(client, "000000").status_code == 422

        response = second_step(client, code_of(factor))

        assert "PG-27" in response.content.decode()
        assert not is_signed_in(client)

    def test_after_a_while_it_counts_again(self, client, factor):
        factor.locked_until = timezone.now() - timedelta(seconds=1)
        factor.save()
        first_step(client)

        second_step(client, code_of(factor))

        assert is_signed_in(client)

    @pytest.mark.both_databases
    def test_a_recovery_code_opens_once(self, client, sari, factor):
        code = new_recovery_codes(sari)[0]
        first_step(client)

        second_step(client, f"{code[:5]}-{code[5:]}".upper())

        assert is_signed_in(client)
        with pytest.raises(RefusedError):
            check_second_factor(sari, code)

    def test_without_the_first_step_there_is_no_second(self, client, factor):
        assert client.get("/masuk/kode/").url == "/masuk/"
        assert second_step(client, code_of(factor)).url == "/masuk/"
        assert not is_signed_in(client)

    def test_a_password_changed_meanwhile_ends_the_step_half_done(self, client, sari, factor):
        first_step(client)
        sari.set_password("lain-lagi-kata-ini")
        sari.save()

        assert second_step(client, code_of(factor)).url == "/masuk/"


class TestTakingOff:
    def test_by_oneself_with_the_password(self, client, sari, factor):
        client.force_login(sari)

        wrong = client.post("/akun/faktor-kedua/lepas/", {"password": "bukan"})
        client.post("/akun/faktor-kedua/lepas/", {"password": PASSWORD})

        assert wrong.status_code == 422
        assert not SecondFactor.objects.exists()
        assert AuditEntry.objects.get().event == "people.remove_second_factor"

    def test_by_the_administrator_who_looks_after_the_person(self, client):
        ppk = make_user(Role.PPK)
        make_second_factor(ppk)
        client.force_login(make_user(Role.ADMINISTRATOR))

        client.post(f"/pengaturan/pengguna/{ppk.pk}/lepas-faktor-kedua/")

        assert not SecondFactor.objects.exists()

    def test_an_administrators_own_is_not_taken_off_without_the_password(self, client):
        admin = make_user(Role.ADMINISTRATOR)
        make_second_factor(admin)
        client.force_login(admin)

        response = client.post(f"/pengaturan/pengguna/{admin.pk}/lepas-faktor-kedua/")

        assert response.url == "/akun/faktor-kedua/lepas/"
        assert admin.has_second_factor()

    def test_new_recovery_codes_need_the_password(self, client, sari, factor):
        client.force_login(sari)

        client.post("/akun/kode-cadangan/", {"password": "bukan"})
        assert not sari.recovery_codes.exists()

        client.post("/akun/kode-cadangan/", {"password": PASSWORD})
        assert sari.recovery_codes.count() == totp.RECOVERY_CODES


class TestWhereTheAgencyRequiresIt:
    @pytest.fixture
    def agency(self):
        return require_second_factor(make_agency(), required=True)

    def test_every_page_leads_to_the_set_up_until_it_is_done(self, client, agency):
        user = make_user(Role.COORDINATOR, agency)
        client.force_login(user)

        assert client.get("/pengaturan/").url == "/akun/faktor-kedua/"
        assert client.get("/akun/kata-sandi/").status_code == 200

        make_second_factor(user)
        assert client.get("/pengaturan/").status_code == 200

    def test_a_part_of_a_page_leads_there_as_a_whole(self, client, agency):
        client.force_login(make_user(Role.COORDINATOR, agency))

        response = client.get("/pengaturan/", headers={"HX-Request": "true"})

        assert response["HX-Redirect"] == "/akun/faktor-kedua/"

    def test_an_administrator_requires_it_and_the_trail_tells(self, client):
        agency = make_agency()
        client.force_login(make_user(Role.ADMINISTRATOR, agency))

        client.post("/pengaturan/pengguna/faktor-kedua/", {"wajib": "ya"})

        agency.refresh_from_db()
        assert agency.second_factor_required
        assert AuditEntry.objects.get().event == "organisation.require_second_factor"
