"""A link that two open at the same moment acknowledges once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from tolok.core.problem import RefusedError
from tolok.outreach.circular.actions import acknowledge_by_link
from tolok.outreach.circular.testing import (
    ANSWER,
    link_for,
    make_addressee,
    make_circular,
    make_letter,
)
from tolok.outreach.models import Receipt


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_of_two_who_acknowledge_at_once_the_second_is_told(connect):
    circular = make_circular()
    make_letter(circular)
    token = link_for(make_addressee(circular=circular)).token
    ready = Barrier(2)

    def answer(_):
        connect()
        ready.wait()
        try:
            acknowledge_by_link(token, ANSWER)
        except RefusedError as refusal:
            return refusal.problems[0].rule
        finally:
            connections["default"].close()
        return "received"

    with ThreadPoolExecutor(2) as people:
        outcomes = sorted(people.map(answer, range(2)))

    assert outcomes == ["ED-11", "received"]
    assert Receipt.objects.count() == 1
