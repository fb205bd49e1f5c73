import pytest

from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    client.force_login(make_user(Role.COORDINATOR))
    return client


@pytest.mark.parametrize("address", ["/pengaturan/unit-kerja/?cari=%00", "/masuk/?next=a%00b"])
def test_a_zero_byte_is_searched_for_nowhere(coordinator, address):
    assert coordinator.get(address).status_code == 400


def test_nor_is_it_kept(coordinator):
    answer = coordinator.post("/akun/kata-sandi/", {"old_password": "a\0b"})

    assert answer.status_code == 400


def test_the_public_page_takes_a_code_with_one_for_unknown(client):
    assert client.get("/v/?kode=%00").status_code == 400
    assert client.post("/v/7K3M-9QXD", {"sidik": "\0" * 64}).status_code == 404
