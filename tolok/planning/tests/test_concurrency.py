"""Two leaders decide at the same moment: one wins, the other sees why."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from tolok.core.problem import RefusedError
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.planning.actions.deciding import approve_plan
from tolok.planning.models import PlanVersion
from tolok.planning.testing import make_submitted_plan


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_of_two_leaders_who_approve_at_once_one_wins_and_the_other_sees_why(connect):
    version = make_submitted_plan()
    other = make_person("lain@contoh.id")
    make_office(other, Role.KETUA_TIM, version.agency)
    leaders = [make_user(Role.KETUA_TIM, version.agency), other]
    ready = Barrier(len(leaders))

    def approve(leader):
        connect()
        ready.wait()
        try:
            approve_plan(version, sha256=version.content_sha256, actor=leader)
        except RefusedError as refusal:
            return refusal.problems[0].rule
        finally:
            connections["default"].close()
        return "approved"

    with ThreadPoolExecutor(len(leaders)) as people:
        outcomes = sorted(people.map(approve, leaders))

    assert outcomes == ["RN-35", "approved"]
    assert PlanVersion.objects.get().status == "disetujui"
