"""T26: a session is its person's alone, begins anew at the sign-in and ends at the sign-out."""

import pytest
from django.test import Client
from django.urls import reverse

from tolok.people.testing import code_of, make_person, make_second_factor

pytestmark = pytest.mark.django_db

PASSWORD = "gunung-merapi-pagi"  # noqa: S105  of nobody


@pytest.fixture
def sari():
    return make_person("sari@contoh.id", password=PASSWORD)


@pytest.fixture
def planted():
    """A browser in which somebody else has begun a session and kept its key."""
    browser = Client()
    browser.session.save()
    session = browser.session
    session["year"] = "2019"
    session.save()
    browser.cookies["sessionid"] = session.session_key
    return browser


def sign_in(browser):
    return browser.post(
        reverse("people:sign_in"), {"username": "sari@contoh.id", "password": PASSWORD}
    )


def thief_with(key):
    thief = Client()
    thief.cookies["sessionid"] = key
    return thief


def comes_in(browser):
    return browser.get(reverse("people:account")).status_code == 200


@pytest.mark.usefixtures("sari")
def test_a_planted_session_is_not_the_one_that_is_signed_in(planted):
    key = planted.cookies["sessionid"].value

    sign_in(planted)

    assert comes_in(planted)
    assert not comes_in(thief_with(key))


def test_nor_is_the_one_of_the_first_step(sari):
    factor, browser = make_second_factor(sari), Client()
    sign_in(browser)
    half_way = browser.cookies["sessionid"].value

    browser.post(reverse("people:second_step"), {"code": code_of(factor)})

    assert comes_in(browser)
    assert not comes_in(thief_with(half_way))


@pytest.mark.usefixtures("sari")
def test_a_cookie_kept_from_before_the_sign_out_opens_nothing():
    browser = Client()
    sign_in(browser)
    key = browser.cookies["sessionid"].value

    answer = browser.post(reverse("people:sign_out"))

    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not comes_in(thief_with(key))


@pytest.mark.usefixtures("sari")
@pytest.mark.parametrize("header", ["", "true"])
def test_what_was_seen_is_not_kept_whole_or_in_part(header):
    browser = Client()
    sign_in(browser)

    answer = browser.get(reverse("people:account"), headers={"HX-Request": header})

    assert "no-store" in answer["Cache-Control"]
