from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from tolok.trail.models import AuditEntry
from tolok.trail.record import record
from tolok.trail.verify import verify

WRITERS, EACH = 4, 10


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_people_who_write_at_the_same_time_make_one_sound_chain(connect):
    ready = Barrier(WRITERS)

    def write(writer):
        connect()
        ready.wait()
        for number in range(EACH):
            record("testing.write", actor=None, subject=f"{writer} {number}")
        connections["default"].close()

    with ThreadPoolExecutor(WRITERS) as people:
        list(people.map(write, range(WRITERS)))

    assert AuditEntry.objects.count() == WRITERS * EACH
    assert verify() == []
