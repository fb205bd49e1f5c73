import pytest

from tolok.people.testing import make_person
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_signing_out_ends_the_session_and_the_trail_tells(client):
    client.force_login(make_person())

    response = client.post("/keluar/")

    assert response.url == "/masuk/"
    assert client.get("/akun/kata-sandi/").status_code == 302
    assert AuditEntry.objects.get().event == "people.sign_out"


def test_a_link_cannot_sign_anybody_out(client):
    client.force_login(make_person())

    assert client.get("/keluar/").status_code == 405
    assert client.get("/akun/kata-sandi/").status_code == 200
