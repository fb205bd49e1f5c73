"""Corrections and exclusions are decided by another person, who looks at the evidence."""

import pytest

from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.registry.corrections.actions import (
    propose_correction,
)
from tolok.scans.examine import Scan
from tolok.store import keep_chunks

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["correction", "exclusion"])
class TestDeciding:
    @pytest.fixture
    def change(self, request, kind):
        return request.getfixturevalue(kind)

    def test_another_person_accepts(self, client, decider, change):
        client.force_login(decider)

        response = client.post(f"{change.get_absolute_url()}setujui/")

        assert response.url == change.get_absolute_url()
        change.refresh_from_db()
        assert (change.decision, change.decided_by) == ("accepted", decider)

    def test_a_refusal_needs_a_reason(self, client, decider, change):
        client.force_login(decider)

        refused = client.post(f"{change.get_absolute_url()}tolak/", {"alasan": ""})
        assert refused.status_code == 422
        assert refused.context["problems"][0].rule == "K-03"

        client.post(f"{change.get_absolute_url()}tolak/", {"alasan": "Buktinya kurang."})
        change.refresh_from_db()
        assert (change.decision, change.decision_reason) == ("refused", "Buktinya kurang.")

    def test_ones_own_has_no_button_and_is_refused(self, client, agency, decider, change):
        change.proposed_by = decider
        change.save()
        client.force_login(decider)

        page = client.get(change.get_absolute_url()).content.decode()
        response = client.post(f"{change.get_absolute_url()}setujui/")

        assert "Keputusan Anda" not in page
        assert response.status_code == 422
        assert response.context["problems"][0].rule == "K-05"

    def test_the_proposer_takes_it_back(self, client, proposer, change):
        client.force_login(proposer)

        assert "Tarik usul" in client.get(change.get_absolute_url()).content.decode()
        client.post(f"{change.get_absolute_url()}tarik/")

        change.refresh_from_db()
        assert change.decision == "withdrawn"

    def test_a_data_processor_decides_nothing(self, client, agency, change):
        colleague = make_person("lain@contoh.id")
        make_office(colleague, Role.DATA_PROCESSOR, agency)
        client.force_login(colleague)

        assert client.post(f"{change.get_absolute_url()}setujui/").status_code == 403
        assert "Keputusan Anda" not in client.get(change.get_absolute_url()).content.decode()

    @pytest.mark.parametrize("action", ["", "setujui/", "tolak/", "tarik/"])
    def test_one_of_another_agency_does_not_exist(self, client, change, action):
        client.force_login(make_user(Role.COORDINATOR, make_agency("X202")))
        method = client.post if action else client.get

        assert method(f"{change.get_absolute_url()}{action}").status_code == 404


class TestEvidence:
    @pytest.fixture
    def shown(self, package, proposer):
        """A correction whose evidence has a name that would break a header."""
        sha256, size = keep_chunks([b"<script>alert(1)</script>"])
        return propose_correction(
            package,
            "hps",
            "1",
            reason="x",
            actor=proposer,
            evidence=Scan('a"b\u00e9.html', sha256, size, "application/pdf"),
        )

    def test_it_is_saved_never_shown(self, client, decider, shown):
        client.force_login(decider)

        response = client.get(f"{shown.get_absolute_url()}bukti/")

        assert response.getvalue() == b"<script>alert(1)</script>"
        assert response["Content-Type"] == "application/octet-stream"
        assert response["Content-Disposition"].startswith("attachment;")
        assert response["X-Content-Type-Options"] == "nosniff"

    def test_a_correction_without_evidence_has_none(self, client, decider, correction):
        client.force_login(decider)

        assert client.get(f"{correction.get_absolute_url()}bukti/").status_code == 404

    def test_that_of_another_agency_does_not_exist(self, client, shown):
        client.force_login(make_user(Role.COORDINATOR, make_agency("X202")))

        assert client.get(f"{shown.get_absolute_url()}bukti/").status_code == 404
