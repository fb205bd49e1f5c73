from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from tolok.core.problem import RefusedError

DONE = "done"


@pytest.fixture
def at_once(connect):
    """Does all deeds at the same moment, each in a thread and over a connection of its own.

    Gives for each in their order "done", or the problem it was refused with.
    """

    def run(*deeds):
        ready = Barrier(len(deeds))

        def act(deed):
            connect()
            ready.wait()
            try:
                deed()
            except RefusedError as refusal:
                return refusal.problems[0]
            finally:
                connections["default"].close()
            return DONE

        with ThreadPoolExecutor(len(deeds)) as people:
            return list(people.map(act, deeds))

    return run


@pytest.fixture
def one_wins(at_once):
    """Of two deeds one is done; gives the problem that the other saw."""

    def run(*deeds):
        outcomes = at_once(*deeds)
        assert outcomes.count(DONE) == 1, outcomes
        return next(one for one in outcomes if one != DONE)

    return run
