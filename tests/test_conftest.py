import socket

import pytest
from django.conf import settings
from django.db import connection


@pytest.mark.both_databases
@pytest.mark.django_db
def test_a_test_for_both_databases_really_runs_on_each(database):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")

    assert connection.vendor == database


@pytest.mark.both_databases
@pytest.mark.django_db
def test_also_a_test_that_does_not_ask_by_name_and_finds_our_tables(request):
    assert connection.vendor == request.node.callspec.params["database"]
    assert "people_user" in connection.introspection.table_names()


@pytest.mark.django_db
def test_any_other_test_runs_on_sqlite():
    assert connection.vendor == "sqlite"


def test_a_test_has_its_own_home(home, tmp_path):
    assert tmp_path / "home" == settings.TOLOK_HOME == home


def test_no_test_reaches_another_machine():
    with socket.socket() as anywhere, pytest.raises(RuntimeError, match="no network"):
        anywhere.connect(("192.0.2.1", 80))
