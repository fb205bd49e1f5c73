"""Corrections and exclusions: proposed by one person, decided by another."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.corrections.actions import (
    accept,
    propose_correction,
)
from tolok.registry.models import Correction, Exclusion
from tolok.scans.testing import pdf

pytestmark = pytest.mark.django_db

PAGE = "/data/koreksi/"


class TestProposing:
    def propose(self, client, package, **data):
        told = {"kolom": "nilai_kontrak", "nilai": "890.000.000", "alasan": "Salah ketik."}
        return client.post(f"{package.get_absolute_url()}koreksi/", told | data)

    def test_first_the_fact_is_chosen_among_those_that_may_be_corrected(
        self, client, package, proposer
    ):
        client.force_login(proposer)

        page = client.get(f"{package.get_absolute_url()}koreksi/").content.decode()

        assert "Fakta mana yang salah?" in page
        assert "?kolom=nilai_kontrak" in page
        assert "?kolom=kd_paket" not in page

    def test_the_form_shows_the_published_value(self, client, package, proposer):
        client.force_login(proposer)

        response = client.get(f"{package.get_absolute_url()}koreksi/?kolom=nilai_kontrak")

        assert "Rp900.000.000,00" in response.content.decode()

    def test_it_waits_for_somebody_else_with_its_evidence(self, client, package, proposer):
        client.force_login(proposer)
        file = SimpleUploadedFile("../kontrak\u202e.pdf", pdf())

        response = self.propose(client, package, bukti=file)

        correction = Correction.objects.get()
        assert response.url == correction.get_absolute_url()
        assert (correction.value, correction.decision) == ("890000000.00", "pending")
        assert client.get(f"{response.url}bukti/").getvalue() == pdf()
        assert "\u202e" not in correction.evidence_name
        package.refresh_from_db()
        assert package.contract_value == 900_000_000

    @pytest.mark.parametrize(
        ("data", "rule"),
        [
            ({"nilai": "900.000.000"}, "K-04"),
            ({"nilai": "banyak"}, "N-"),
        ],
    )
    def test_what_cannot_be_is_refused_and_what_was_typed_stays(
        self, client, package, proposer, data, rule
    ):
        client.force_login(proposer)

        response = self.propose(client, package, **data)

        assert response.status_code == 422
        assert response.context["problems"][0].rule.startswith(rule)
        assert f'value="{data.get("nilai", "890.000.000")}"' in response.content.decode()
        assert not Correction.objects.exists()

    def test_a_reason_is_asked_for_at_its_field(self, client, package, proposer):
        client.force_login(proposer)

        response = self.propose(client, package, alasan=" ")

        assert response.status_code == 422
        assert "alasan" in response.context["form"].errors

    def test_large_evidence_is_refused_at_the_field(self, client, package, proposer, monkeypatch):
        monkeypatch.setattr("tolok.registry.forms.corrections.MOST_EVIDENCE", 3)
        client.force_login(proposer)

        response = self.propose(client, package, bukti=SimpleUploadedFile("a.pdf", b"besar"))

        assert response.status_code == 422
        assert "bukti" in response.context["form"].errors

    def test_a_status_is_chosen_among_its_words(self, client, package, proposer):
        client.force_login(proposer)

        page = client.get(f"{package.get_absolute_url()}koreksi/?kolom=status").content.decode()

        assert '<option value="gagal">' in page

    def test_an_exclusion_needs_an_indicator_and_a_reason(self, client, package, proposer):
        client.force_login(proposer)
        address = f"{package.get_absolute_url()}pengecualian/"

        assert client.get(address).status_code == 200
        assert '<option value="B1">' in client.get(address).content.decode()
        assert client.post(address, {"indikator": "", "alasan": "x"}).status_code == 422
        assert client.post(address, {"indikator": "semua", "alasan": "x"}).status_code == 422
        assert client.post(address, {"indikator": "B1", "alasan": ""}).status_code == 422
        assert client.post(address, {"indikator": "B1", "alasan": "x"}).status_code == 302

    @pytest.mark.parametrize("what", ["koreksi/", "pengecualian/"])
    def test_an_auditor_may_not_and_another_agency_sees_no_package(
        self, client, agency, package, what
    ):
        client.force_login(make_user(Role.AUDITOR, agency))
        assert client.get(f"{package.get_absolute_url()}{what}").status_code == 403

        client.force_login(make_user(Role.DATA_PROCESSOR, make_agency("X202")))
        assert client.get(f"{package.get_absolute_url()}{what}").status_code == 404


class TestTheList:
    def listed(self, client, user, **query):
        client.force_login(user)
        return list(client.get(PAGE, query).context["page"])

    def test_what_waits_for_me_is_what_others_proposed(
        self, client, decider, correction, exclusion, package
    ):
        propose_correction(package, "hps", "1", reason="x", actor=decider)

        assert self.listed(client, decider) == [exclusion, correction]

    def test_all_of_a_kind_are_listed_whatever_was_decided(
        self, client, decider, correction, exclusion
    ):
        accept(correction, actor=decider)

        assert self.listed(client, decider) == [exclusion]
        assert self.listed(client, decider, jenis="koreksi") == [correction]
        assert self.listed(client, decider, jenis="pengecualian") == [exclusion]

    def test_who_may_not_decide_sees_what_waits(self, client, proposer, correction):
        assert self.listed(client, proposer) == [correction]

    def test_the_published_value_stands_beside_the_corrected_one(self, client, decider, correction):
        client.force_login(decider)

        page = client.get(PAGE).content.decode()

        assert '<span class="was">Rp900.000.000,00</span>' in page
        assert '<span class="new">Rp890.000.000,00</span>' in page

    def test_nothing_waiting_says_what_to_do(self, client, decider):
        client.force_login(decider)

        assert "Tidak ada yang menunggu" in client.get(PAGE).content.decode()

    def test_those_of_another_agency_are_not_there(self, client, correction):
        other = make_user(Role.COORDINATOR, make_year(make_agency("X202")).agency)

        assert self.listed(client, other) == []

    def test_many_cost_no_more_queries_than_one(
        self, client, package, proposer, decider, django_assert_max_num_queries
    ):
        for number in range(60):
            Exclusion.objects.create(
                agency=package.agency,
                year=package.year,
                package_code=package.code,
                indicator=f"B{number}",
                reason="x",
                proposed_by=proposer,
            )
        client.force_login(decider)

        with django_assert_max_num_queries(12):
            client.get(PAGE)
