from collections import Counter

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import get_resolver, include, path

from tolok.people import permissions
from tolok.people.models import RESPONDENTS, Role
from tolok.people.pages.groups import EVERYBODY
from tolok.people.pages.reading import READERS
from tolok.people.pages.writing import WRITERS
from tolok.people.permissions import ONESELF, PUBLIC
from tolok.people.testing import make_administrator, make_person, make_user


def page_names(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from page_names(
                pattern, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            )
        else:
            yield f"{prefix}{pattern.name}"


PAGES = set(page_names(get_resolver()))
LISTED = Counter([*READERS, *WRITERS, *PUBLIC, *ONESELF])


def test_every_page_says_who_may_open_it():
    assert PAGES - set(LISTED) == set()


def test_every_page_in_the_tables_exists():
    assert set(LISTED) - PAGES == set()


def test_no_page_stands_in_two_tables():
    assert [page for page, times in LISTED.items() if times > 1] == []


def test_an_auditor_opens_no_page_that_writes():
    assert [page for page, roles in WRITERS.items() if Role.AUDITOR in roles] == []


def hello(request):
    return HttpResponse("hello")


urlpatterns = [
    path("", include("tolok.urls")),
    path("unlisted/", hello, name="unlisted"),
    path("reading/", hello, name="reading"),
]


@pytest.fixture
def more_pages(monkeypatch):
    monkeypatch.setitem(permissions.READERS, "reading", EVERYBODY)
    monkeypatch.setitem(permissions.MAY_OPEN, "reading", EVERYBODY)
    with override_settings(ROOT_URLCONF=__name__):
        yield


@pytest.mark.django_db
@pytest.mark.usefixtures("more_pages")
class TestTheDoor:
    def test_an_unlisted_page_is_closed_even_to_the_administrator(self, client):
        client.force_login(make_administrator())

        assert client.get("/unlisted/").status_code == 403

    @pytest.mark.parametrize("role", sorted(EVERYBODY))
    def test_a_page_that_reads_answers_get_alone_whoever_asks(self, client, role):
        client.force_login(make_user(role))

        assert client.get("/reading/").status_code == 200
        assert client.head("/reading/").status_code == 200
        for method in (client.post, client.put, client.patch, client.delete):
            assert method("/reading/").status_code == 405

    @pytest.mark.parametrize("role", sorted(RESPONDENTS))
    def test_a_respondent_does_not_read_what_was_imported(self, client, role):
        client.force_login(make_user(role))

        assert client.get("/data/impor/").status_code == 403

    def test_someone_without_an_office_opens_nothing_but_pages_about_oneself(self, client):
        client.force_login(make_person())

        assert client.get("/reading/").status_code == 403
        assert client.get("/akun/kata-sandi/").status_code == 200

    def test_a_stranger_is_sent_to_sign_in_and_back(self, client):
        assert client.get("/reading/?q=1").url == "/masuk/?next=/reading/%3Fq%3D1"
        assert client.get("/unlisted/").url.startswith("/masuk/")

    def test_a_stranger_who_asks_for_a_part_of_a_page_gets_a_whole_one_to_sign_in(self, client):
        response = client.get("/reading/", headers={"HX-Request": "true"})

        assert response["HX-Redirect"] == "/masuk/?next=/reading/"
