import pytest

from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "offered", "kept_from"),
    [
        (Role.ADMINISTRATOR, {"Unit kerja", "Orang dan jabatan", "Jejak"}, set()),
        (Role.COORDINATOR, {"Unit kerja", "Kop surat", "Jejak"}, {"Orang dan jabatan"}),
        (Role.AUDITOR, {"Unit kerja", "Kop surat", "Jejak"}, {"Orang dan jabatan"}),
    ],
)
def test_everyone_is_offered_what_they_may_open(client, role, offered, kept_from):
    client.force_login(make_user(role))

    response = client.get("/pengaturan/")

    labels = {page.label for page in response.context["pages"]}
    assert labels >= offered
    assert not labels & kept_from
    assert all(client.get(page.href()).status_code == 200 for page in response.context["pages"])


def test_a_data_processor_has_nothing_to_set(client):
    client.force_login(make_user(Role.DATA_PROCESSOR))

    assert client.get("/pengaturan/").status_code == 403
