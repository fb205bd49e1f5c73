from datetime import timedelta

import pytest
from django.utils import timezone

from tolok import cli
from tolok.messages.models import Delivery
from tolok.messages.testing import make_email_channel, make_message
from tolok.operations import doctor
from tolok.operations.backup import LAST_BACKUP
from tolok.organisation.testing import make_agency


def remedies():
    return {check.name: check.remedy for check in doctor.examine()}


@pytest.mark.both_databases
@pytest.mark.django_db
def test_a_healthy_installation_has_nothing_to_do(home):
    (home / "secret_key").touch(mode=0o600)
    (home / LAST_BACKUP).write_text(f"{timezone.now().isoformat()} /mnt/c.zip\n")

    assert set(remedies().values()) == {""}


@pytest.mark.django_db
def test_a_new_home_is_told_to_be_prepared_and_backed_up():
    todo = remedies()

    assert "tolok init" in todo["folder data"]
    assert "tolok backup" in todo["cadangan"]


@pytest.mark.django_db
def test_a_key_others_can_read_and_an_old_backup_are_named(home):
    (home / "secret_key").touch(mode=0o644)
    old = timezone.now() - timedelta(days=8)
    (home / LAST_BACKUP).write_text(f"{old.isoformat()} /mnt/c.zip\n")

    todo = remedies()

    assert "chmod 600" in todo["folder data"]
    assert "tolok backup" in todo["cadangan"]


@pytest.mark.django_db
def test_messages_that_nobody_sends_ask_for_the_worker():
    agency = make_agency()
    make_email_channel(agency)
    make_message(agency=agency)
    assert remedies()["pengiriman"] == ""

    Delivery.objects.update(not_before=timezone.now() - timedelta(hours=2))

    assert "tolok worker" in remedies()["pengiriman"]


@pytest.mark.django_db
def test_the_command_ends_with_1_while_there_is_something_to_do(capsys):
    assert cli.main(["doctor"]) == 1

    assert "YANG PERLU DILAKUKAN" in capsys.readouterr().out
