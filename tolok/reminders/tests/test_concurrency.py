"""Two runs at the same moment: everybody is told once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from threading import Barrier

import pytest
from django.db import connections

from tolok.core.zones import Zone
from tolok.messages.models import Message
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.reminders.actions import send_reminders
from tolok.workflow.testing import make_run, task_at

A_TUESDAY = datetime(2025, 5, 20, 9, tzinfo=Zone.WIB.tz)


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_of_two_runs_at_once_the_second_finds_everything_told(connect):
    officer = make_user(Role.COORDINATOR)
    task = task_at(make_run(officer.agencies().get()), "KT1.i")
    task.starts, task.due = date(2025, 5, 1), date(2025, 5, 20)
    task.save()
    ready = Barrier(2)

    def run(_):
        connect()
        ready.wait()
        try:
            return len(send_reminders(task.agency, A_TUESDAY).reminders)
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(2) as workers:
        told = sorted(workers.map(run, range(2)))

    assert told == [0, 1]
    assert Message.objects.count() == 1
