"""T18: whatever is tried, by whomever, in whatever order, the year goes the way of its SOP.

A plain model of the Kaltim SOP walks beside the program; after each attempt both must stand at
the same steps. Steps are skipped, reordered, repeated and decided by their own authors.
"""

from datetime import datetime

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tolok.core.problem import RefusedError
from tolok.core.zones import Zone
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.workflow import activities
from tolok.workflow.actions import complete_task, return_task
from tolok.workflow.models import Task, TaskItem
from tolok.workflow.testing import make_run

# Years are long: none is made shorter, which would take minutes
A_FEW_YEARS = settings(
    max_examples=10, stateful_step_count=30, deadline=None, phases=[Phase.generate]
)
WRITING = ("KT1.ii", "KT1.iii", "KT1.iv", "KT1.v")
AFTER_ALL_WINDOWS = datetime(2026, 3, 2, 9, tzinfo=Zone.WIB.tz)

# Step -> what follows; KT2, KT3 and KT4.i are joined before KT4.ii, and KT4.ii and KT5 before KT6
NEXT = {
    "KT1.i": {"KT1.ii"},
    "KT1.ii": {"KT1.iii"},
    "KT1.iii": {"KT1.iv"},
    "KT1.iv": {"KT1.v"},
    "KT1.v": {"KT1.vi"},
    "KT1.vi": {"KT1.vii"},
    "KT1.vii": {"KT2", "KT3", "KT4.i"},
    "KT7": set(),
    "KT6": {"KT7"},
}
RETURNS = {"KT1.vi": "KT1.ii", "KT7": "KT6"}
AUTHORED = {"KT1.vi": WRITING, "KT7": ("KT6",)}
SOCIALISED, CARRIED_OUT = {"KT2", "KT3", "KT4.i"}, {"KT4.ii", "KT5"}
STEPS = (*NEXT, "KT2", "KT3", "KT4.i", "KT4.ii", "KT5", "KT8")
LANES = {"KT2": Role.TIM_PENGUMPUL, "KT3": Role.DATA_PROCESSOR, "KT5": Role.TIM_PENGUMPUL}
LANES |= {"KT4.i": Role.PENANGGUNG_JAWAB, "KT4.ii": Role.PENANGGUNG_JAWAB}
LANES |= {"KT6": Role.DATA_PROCESSOR, "KT1.vi": Role.KETUA_TIM, "KT7": Role.KEPALA_UKPBJ}
WITH_THE_COORDINATOR = SOCIALISED  # who explains the plan there


class Sop:
    """The printed SOP, and nothing else."""

    def __init__(self) -> None:
        self.ready, self.rounds = {"KT1.i"}, 0
        self.joined: set[str] = set()
        self.authors: dict[str, set[str]] = {step: set() for step in AUTHORED}

    def allows(self, who: str, roles: set[Role], step: str) -> bool:
        mine = {LANES.get(step, Role.COORDINATOR)}
        mine |= {Role.COORDINATOR} if step in WITH_THE_COORDINATOR else set()
        able = step in self.ready and bool(mine & roles)
        return able and who not in self.authors.get(step, ())

    def do(self, who: str, step: str, *, returned: bool) -> None:
        for decision, steps in AUTHORED.items():
            if step in steps:
                self.authors[decision].add(who)
        if step in AUTHORED:
            self.authors[step] = set()
        if step == "KT5" and self.rounds < 3:
            self.rounds += 1
            return
        self.ready.discard(step)
        self.ready |= {RETURNS[step]} if returned else NEXT.get(step, set())
        self._join(step, SOCIALISED, CARRIED_OUT)
        self._join(step, CARRIED_OUT, {"KT6"})

    def _join(self, step: str, awaited: set[str], then: set[str]) -> None:
        if step in awaited:
            self.joined.add(step)
            if awaited <= self.joined:
                self.ready |= then


PEOPLE = {
    "sari": {Role.COORDINATOR},
    "ketua": {Role.KETUA_TIM},
    "kepala": {Role.KEPALA_UKPBJ},
    "rangkap": {  # writes and decides
        Role.COORDINATOR,
        Role.DATA_PROCESSOR,
        Role.KETUA_TIM,
        Role.KEPALA_UKPBJ,
    },
    "pengolah": {Role.DATA_PROCESSOR},
    "pengumpul": {Role.TIM_PENGUMPUL},
    "penanggung jawab": {Role.PENANGGUNG_JAWAB},
}
ANYBODY, ANY_STEP = st.sampled_from(sorted(PEOPLE)), st.sampled_from(STEPS)


class TheYear(RuleBasedStateMachine):
    @initialize()
    def set_out(self):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.run, self.sop = make_run(), Sop()
        self.persons = {name: make_person(f"{name}@contoh.id".replace(" ", "")) for name in PEOPLE}
        for name, roles in PEOPLE.items():
            for role in roles:
                make_office(self.persons[name], role, self.run.agency)
        stranger = make_user(Role.COORDINATOR)  # an office of the same name, held elsewhere
        stranger.offices.update(starts="2099-01-01")
        self.persons["asing"] = stranger

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @rule(who=ANYBODY, step=ANY_STEP, returned=st.booleans())
    def somebody_tries_any_step(self, who, step, returned):
        self.attempt(who, step, returned=returned and step in AUTHORED)

    @rule(data=st.data(), returned=st.booleans())
    def somebody_does_what_is_due(self, data, returned):
        step = data.draw(st.sampled_from(sorted(self.sop.ready) or ["KT8"]))
        able = [who for who, roles in PEOPLE.items() if self.sop.allows(who, roles, step)]
        if able:
            who = data.draw(st.sampled_from(able))
            self.attempt(who, step, returned=returned and step in AUTHORED)

    @rule(who=ANYBODY)
    def a_task_that_was_done_is_done_again(self, who):
        done = Task.objects.filter(run=self.run).exclude(status=Task.Status.READY).first()
        if done:
            with pytest.raises(RefusedError):
                complete_task(done, actor=self.persons[who])

    @rule(step=ANY_STEP)
    def one_whose_office_has_not_begun_tries(self, step):
        for task in Task.objects.filter(run=self.run, step=step):
            with pytest.raises(RefusedError):
                complete_task(task, actor=self.persons["asing"])

    @invariant()
    def both_stand_at_the_same_steps(self):
        if hasattr(self, "run"):
            ready = Task.objects.filter(run=self.run, status=Task.Status.READY)
            assert set(ready.values_list("step", flat=True)) == self.sop.ready

    def attempt(self, who, step, *, returned):
        task = Task.objects.filter(run=self.run, step=step).order_by("-turn", "-pk").first()
        allowed = self.sop.allows(who, PEOPLE[who], step)
        assert task or not allowed
        if task is None:
            return
        TaskItem.objects.filter(task=task).update(met=TaskItem.Met.MISSING, reason="belum ada")
        if allowed:
            self.act(task, who, returned=returned)
            self.sop.do(who, step, returned=returned)
        else:
            with pytest.raises(RefusedError):
                self.act(task, who, returned=returned)

    def act(self, task, who, *, returned):
        actor = self.persons[who]
        if returned:
            return_task(task, actor=actor, reason="Lengkapi.")
        else:
            outcome = "approved" if task.step in AUTHORED else None
            complete_task(task, actor=actor, outcome=outcome)


@pytest.mark.django_db
def test_no_order_of_attempts_leaves_the_way_of_the_sop(monkeypatch):
    monkeypatch.setattr(activities, "_conditions", {})  # here only the SOP speaks
    monkeypatch.setattr(timezone, "now", lambda: AFTER_ALL_WINDOWS)

    run_state_machine_as_test(TheYear, settings=A_FEW_YEARS)
