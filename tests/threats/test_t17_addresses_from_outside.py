"""T17: an address that comes with a request leads nowhere but into Tolok."""

import pytest
from django.urls import reverse

from tolok.cycle.testing import make_year
from tolok.people.models import Role
from tolok.people.testing import code_of, make_person, make_second_factor, make_user

pytestmark = pytest.mark.django_db

PASSWORD = "gunung-merapi-pagi"  # noqa: S105  of nobody
ELSEWHERE = (
    "https://jahat.example/",
    "http://jahat.example/masuk/",
    "//jahat.example",
    "///jahat.example",
    "\\\\jahat.example",
    "/\\jahat.example",
    "\t//jahat.example",
    "https:jahat.example",
    "https:/jahat.example",
    "//testserver@jahat.example",
    "//jahat.example\\@testserver/",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "/akun/\r\nSet-Cookie: sessionid=1",
)


@pytest.fixture
def sari():
    return make_person("sari@contoh.id", password=PASSWORD)


def sign_in(client, there):
    who = {"username": "sari@contoh.id", "password": PASSWORD, "next": there}
    return client.post(reverse("people:sign_in"), who)


def leads_into_tolok(answer):
    there = answer["Location"]
    return there.startswith("/") and not there.startswith(("//", "/\\")) and "\n" not in there


@pytest.mark.usefixtures("sari")
@pytest.mark.parametrize("there", ELSEWHERE)
def test_the_sign_in_leads_to_no_other_site(client, there):
    answer = sign_in(client, there)

    assert answer.status_code == 302
    assert leads_into_tolok(answer)
    assert "jahat" not in answer["Location"]
    assert answer.cookies["sessionid"].value != "1"


@pytest.mark.parametrize("there", ELSEWHERE[:6])
def test_nor_does_the_second_step(client, sari, there):
    factor = make_second_factor(sari)
    sign_in(client, there)

    answer = client.post(reverse("people:second_step"), {"code": code_of(factor)})

    assert answer.status_code == 302
    assert leads_into_tolok(answer)
    assert "jahat" not in answer["Location"]


def test_nor_do_pages_that_lead_back_to_a_list(client):
    client.force_login(make_user(Role.COORDINATOR, make_year().agency))
    address = reverse("registry:choose_columns") + "?next=//jahat.example&//jahat.example"

    answer = client.post(address, {"kolom": ["//jahat.example"]})

    assert answer["Location"].startswith(reverse("registry:packages") + "?")


@pytest.mark.parametrize("typed", ["/", "//", "///jahat.example", "..", "?", "#", "%2f%2f", "\\"])
def test_a_code_that_is_typed_is_never_an_address(client, typed):
    answer = client.get(reverse("verification:ask"), {"kode": typed})

    assert answer.status_code in (200, 302)
    if answer.status_code == 302:
        assert answer["Location"].startswith(reverse("verification:ask"))
        assert client.get(answer["Location"]).status_code == 404
