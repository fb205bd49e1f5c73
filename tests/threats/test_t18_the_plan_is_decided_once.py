"""T18: whatever is tried on a plan, by whomever, what is approved is what a leader who wrote none
of it read; nothing is decided twice, and nothing changes while it waits or afterwards.

A plain model walks beside the program, as in test_t18_the_way_of_the_sop.
"""

import pytest
from django.db import transaction
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
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person
from tolok.planning.actions.deciding import approve_plan, return_plan, submit_plan, withdraw_plan
from tolok.planning.actions.fields import save_fields
from tolok.planning.models import PlanVersion
from tolok.planning.reading import approval_holds
from tolok.planning.testing import coordinator_of, make_plan

A_FEW_PLANS = settings(
    max_examples=8, stateful_step_count=15, deadline=None, phases=[Phase.generate]
)
OPEN, WAITING, DECIDED = {"draf", "dikembalikan"}, "diajukan", "disetujui"
LEADERS, SUBSTITUTE = {"ketua", "rangkap"}, "pengganti"
ANYBODY = st.sampled_from(["koordinator", "ketua", "rangkap", "pengganti", "asing"])


class ThePlan(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.plan = make_plan()
        self.persons = {name: make_person(f"{name}@contoh.id") for name in ("ketua", "rangkap")}
        self.persons |= {name: make_person(f"{name}@contoh.id") for name in ("pengganti", "asing")}
        self.persons["koordinator"] = coordinator_of(self.plan)
        for name in LEADERS:
            substitute = self.persons[SUBSTITUTE]
            make_office(self.persons[name], Role.KETUA_TIM, self.plan.agency, substitute=substitute)
        self.state, self.authors = "draf", {"koordinator"}

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def may_decide(self):
        return (LEADERS - self.authors) or ({SUBSTITUTE} - self.authors)

    @rule(who=ANYBODY, number=st.integers(1, 3))
    def somebody_writes(self, who, number):
        write = (save_fields, self.plan, {"vision": f"Visi {number}."}, {})
        if self.attempt(self.state in OPEN, *write, actor=self.persons[who]):
            self.authors.add(who)

    @rule(who=ANYBODY)
    def somebody_presents_it(self, who):
        if self.attempt(self.state in OPEN, submit_plan, self.plan, actor=self.persons[who]):
            self.authors.add(who)
            self.state = WAITING

    @rule(who=ANYBODY)
    def somebody_takes_it_back(self, who):
        allowed = self.state == WAITING
        if self.attempt(allowed, withdraw_plan, self.plan, actor=self.persons[who]):
            self.state = "draf"

    @rule(who=ANYBODY, approves=st.booleans(), has_read_it=st.booleans())
    def somebody_decides(self, who, approves, has_read_it):
        allowed = self.state == WAITING and has_read_it and who in self.may_decide()
        about = {"sha256": self.read() if has_read_it else "0" * 64, "actor": self.persons[who]}
        act = approve_plan if approves else return_plan
        about |= {} if approves else {"reason": "Lengkapi."}
        if self.attempt(allowed, act, self.plan, **about):
            self.state = DECIDED if approves else "dikembalikan"

    @rule(who=st.sampled_from(sorted({*LEADERS, SUBSTITUTE})))
    def who_presents_it_decides(self, who):
        self.one_presents_what_is_open_and_one_decides(who, who, approves=True)

    @rule(presents=ANYBODY, decides=ANYBODY, approves=st.booleans())
    def one_presents_what_is_open_and_one_decides(self, presents, decides, approves):
        if self.state in OPEN:
            self.somebody_presents_it(presents)
            self.somebody_decides(decides, approves, has_read_it=True)

    @rule(who=ANYBODY)
    def the_rows_are_changed_behind_its_back(self, who):
        """Whoever reaches the database cannot have another text approved, nor keep an approval."""
        rows = PlanVersion.objects.filter(pk=self.plan.pk)
        before = rows.get().vision
        rows.update(vision="Visi yang disusupkan.")
        if self.state == WAITING:
            about = {"sha256": self.read(), "actor": self.persons[who]}
            self.attempt(False, approve_plan, self.plan, **about)
        if self.state == DECIDED:
            assert not approval_holds(rows.get())
        rows.update(vision=before)

    @invariant()
    def both_say_the_same(self):
        if hasattr(self, "plan"):
            version = PlanVersion.objects.get(pk=self.plan.pk)
            assert version.status == self.state
            if self.state == DECIDED:
                assert version.approved_by not in version.authors.all()
                assert approval_holds(version)

    def read(self):
        return PlanVersion.objects.get(pk=self.plan.pk).content_sha256

    def attempt(self, allowed, act, *args, **about):
        if not allowed:
            with pytest.raises(RefusedError):
                act(*args, **about)
            return False
        act(*args, **about)
        return True


@pytest.mark.django_db
def test_no_order_of_attempts_has_an_unread_plan_approved():
    run_state_machine_as_test(ThePlan, settings=A_FEW_PLANS)
