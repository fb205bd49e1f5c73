"""Certificates: their lack is said, and bars nothing."""

from datetime import date

import pytest

from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency
from tolok.people.actions import CertificateFacts, add_certificate, remove_certificate
from tolok.people.certificates import certificate_warning
from tolok.people.models import Certificate, Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

LEVEL_1 = Certificate.Kind.LEVEL_1
TODAY = date(2026, 6, 1)


def certificate(**fields):
    usual = {"kind": LEVEL_1, "number": "123/2025", "issued": date(2025, 1, 1)}
    return CertificateFacts(**usual | fields)


def warned(user, role=Role.COORDINATOR):
    problem = certificate_warning(user, role, TODAY)
    return problem and problem.rule


def test_who_has_none_is_warned_pg_17():
    assert warned(make_person()) == "PG-17"


def test_one_that_is_valid_is_enough_also_beside_one_that_is_not():
    sari = make_person()
    add_certificate(sari, certificate(expires=date(2025, 12, 31)))
    assert warned(sari) == "PG-18"

    add_certificate(sari, certificate(number="124/2026", issued=TODAY))
    assert warned(sari) is None


def test_another_kind_of_certificate_does_not_count():
    sari = make_person()

    add_certificate(sari, certificate(kind=Certificate.Kind.OTHER))

    assert warned(sari) == "PG-17"


@pytest.mark.parametrize("role", [Role.PIMPINAN, Role.AUDITOR, Role.PENANGGUNG_JAWAB])
def test_some_offices_want_none(role):
    assert warned(make_person(), role) is None


@pytest.mark.parametrize(
    "wrong", [{"number": "  "}, {"expires": date(2024, 1, 1)}, {"number": "known"}]
)
def test_one_that_cannot_be_is_refused_pg_19(wrong):
    sari = make_person()
    add_certificate(sari, certificate(number="known"))

    with pytest.raises(RefusedError) as refusal:
        add_certificate(sari, certificate(**wrong))

    assert refusal.value.problems[0].rule == "PG-19"
    assert sari.certificates.count() == 1


def test_one_recorded_by_mistake_is_taken_back_and_the_trail_keeps_it():
    remove_certificate(add_certificate(make_person(), certificate()))

    assert not Certificate.objects.exists()
    assert AuditEntry.objects.latest("seq").values_before()["nomor"] == "123/2025"


class TestThePages:
    def test_an_office_is_given_all_the_same(self, client):
        ppk = make_user(Role.PPK)
        client.force_login(make_user(Role.ADMINISTRATOR))
        data = {"role": "pokja", "starts": "1/1/2026"}

        response = client.post(f"/pengaturan/pengguna/{ppk.pk}/jabatan/", data, follow=True)

        assert "PG-17" in response.content.decode()
        assert ppk.roles_in(make_agency()) == {Role.PPK, Role.POKJA}

    def test_it_is_recorded_and_removed(self, client):
        ppk = make_user(Role.PPK)
        client.force_login(make_user(Role.ADMINISTRATOR))
        data = {"kind": "level_1", "number": "9/2025", "issued": "1/2/2025"}

        client.post(f"/pengaturan/pengguna/{ppk.pk}/sertifikat/", data)
        assert "PG-17" not in client.get(f"/pengaturan/pengguna/{ppk.pk}/").content.decode()

        client.post(f"/pengaturan/sertifikat/{ppk.certificates.get().pk}/hapus/")
        assert not ppk.certificates.exists()

    def test_who_works_elsewhere_too_keeps_what_was_recorded_there_pg_21(self, client):
        shared = make_user(Role.PPK, make_agency("X202"))
        make_office(shared, Role.POKJA, make_agency())
        theirs = add_certificate(shared, certificate())
        client.force_login(make_user(Role.ADMINISTRATOR))
        client.post(
            f"/pengaturan/pengguna/{shared.pk}/sertifikat/",
            {"kind": "level_1", "number": "salah ketik", "issued": "1/2/2025"},
        )
        ours = shared.certificates.get(number="salah ketik")

        refused = client.post(f"/pengaturan/sertifikat/{theirs.pk}/hapus/")
        client.post(f"/pengaturan/sertifikat/{ours.pk}/hapus/")

        assert refused.status_code == 422
        assert "PG-21" in refused.content.decode()
        assert list(shared.certificates.all()) == [theirs]

    def test_that_of_a_person_of_another_agency_does_not_exist(self, client):
        foreign = make_user(Role.PPK, make_agency("X202"))
        added = add_certificate(foreign, certificate())
        client.force_login(make_user(Role.ADMINISTRATOR))

        assert client.post(f"/pengaturan/sertifikat/{added.pk}/hapus/").status_code == 404
