"""T25: what can be guessed at is counted, and no request says where a link leads."""

import pytest
from django.test import Client
from django.urls import reverse

from tolok.people.models import OneTimeLink, Role
from tolok.people.testing import make_person, make_user

pytestmark = pytest.mark.django_db

POISONED = (
    {"HTTP_HOST": "jahat.example"},
    {"HTTP_HOST": "testserver:80@jahat.example"},
    {"HTTP_HOST": "testserver.jahat.example"},
    {"HTTP_HOST": "testserver", "HTTP_X_FORWARDED_HOST": "jahat.example"},
    {"HTTP_HOST": "testserver", "HTTP_FORWARDED": "host=jahat.example"},
    {"HTTP_HOST": "testserver", "HTTP_X_ORIGINAL_URL": "//jahat.example/"},
)


@pytest.mark.parametrize("headers", POISONED)
def test_no_header_poisons_the_link_by_which_a_password_is_chosen(headers):
    administrator = make_user(Role.ADMINISTRATOR)
    colleague = make_user(Role.PPK)
    client = Client()
    client.force_login(administrator)

    answer = client.post(reverse("people:make_link", args=[colleague.pk]), **headers)

    assert "jahat.example" not in answer.content.decode()
    if headers["HTTP_HOST"] != "testserver":
        assert answer.status_code == 400
        assert not OneTimeLink.objects.exists()


@pytest.mark.parametrize("headers", POISONED[:3])
def test_nor_is_a_stranger_sent_to_a_host_of_the_request(headers):
    assert Client().get(reverse("people:account"), **headers).status_code == 400


def test_an_address_tells_nothing_about_who_has_an_account(client):
    make_person("sari@contoh.id")
    unknown = make_person("lain@contoh.id")
    unknown.is_active = False
    unknown.save()

    told = {
        client.get(address).content
        for address in ("/undangan/sari@contoh.id/", "/undangan/lain@contoh.id/", "/undangan/x/")
    }

    assert len(told) == 1
