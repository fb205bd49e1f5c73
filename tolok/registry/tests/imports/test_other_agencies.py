"""Other agencies' uploads and imports do not exist."""

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.testing import make_import
from tolok.registry.tests.imports.way import PAGE, announcements, uploaded

pytestmark = pytest.mark.django_db


class TestOtherAgencies:
    @pytest.fixture
    def theirs(self, client):
        """Something of the first agency, seen by somebody of a second one."""
        upload = uploaded(client, ("tender.json", announcements("1001")))
        batch = make_import(upload.agency)
        other = make_year(make_agency("X202")).agency
        client.force_login(make_user(Role.DATA_PROCESSOR, other))
        return upload, batch

    @pytest.mark.parametrize("more", ["", "baris/", "ditolak/"])
    def test_their_uploads_and_imports_do_not_exist(self, client, theirs, more):
        for thing in theirs:
            assert client.get(f"{thing.get_absolute_url()}{more}").status_code == 404

    @pytest.mark.parametrize("action", ["impor/", "buang/", "kerjakan/"])
    def test_nothing_can_be_done_to_their_uploads(self, client, theirs, action):
        upload, _ = theirs

        assert client.post(f"{upload.get_absolute_url()}{action}").status_code == 404
        upload.refresh_from_db()
        assert upload.status == "preview"

    def test_their_files_and_imports_stay_theirs(self, client, theirs):
        upload, batch = theirs

        assert client.get(f"/data/unggahan/berkas/{upload.files.get().pk}/").status_code == 404
        assert client.get(f"{PAGE}berkas/{batch.files.get().pk}/").status_code == 404
        assert client.post(f"{batch.get_absolute_url()}batalkan/").status_code == 404
        assert list(client.get(PAGE).context["page"]) == []
