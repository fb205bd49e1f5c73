"""Workshop, invitation and sessions: JW1, JW8 and JW9; KT2, KT3 and KT4.i.

A session of the team is called one day and held the next; that of those who answer for
performance is called by a letter of its own (JW8) and held on the day the letter names.
"""

from typing import Final

from tolok.demo import met
from tolok.demo.journey import writing
from tolok.demo.journey.stage import Stage
from tolok.outreach.meetings.audiences import audience_of_task
from tolok.outreach.models import Audience, Meeting
from tolok.workflow.models import Task

NOTICE: Final = 5  # working days between the letter and the session


def define_goals_in_a_workshop(stage: Stage, task: Task) -> None:
    """JW1: held, and what it proposed written into the plan; its report comes from both."""
    if task.attempt > 1:
        return
    workshop = met.plan_workshop(stage.year, stage.clock.today, actor=stage.coordinator)
    _gather(stage, workshop)
    writing.define_goals(stage, task)
    _write_down(stage, workshop)


def call(stage: Stage, task: Task) -> None:
    """JW8: the letter goes out, which is all the step asks for."""
    del task
    day = stage.calendar.add_working_days(stage.clock.today, NOTICE)
    session = met.plan_session(stage.year, (Audience.RESPONSIBLE,), day, actor=stage.coordinator)
    met.send_invitation(session, stage.clock.today, actor=stage.coordinator)


def explain(stage: Stage, task: Task) -> None:
    """KT2, KT3, KT4.i and JW9: the session, called the day before where no letter has yet."""
    session = _session(stage, audience_of_task(task))
    stage.clock.go_to(session.day)
    _gather(stage, session)
    _write_down(stage, session)


def _session(stage: Stage, audience: Audience) -> Meeting:
    rows = Meeting.objects.of_year(stage.agency, stage.year.year)
    called = rows.for_audience(audience).filter(held_at=None).first()
    if called is not None:
        return called
    day = stage.calendar.add_working_days(stage.clock.today, 1)
    session = met.plan_session(stage.year, (audience,), day, actor=stage.coordinator)
    met.send_invitation(session, stage.clock.today, actor=stage.coordinator)
    return session


def _gather(stage: Stage, meeting: Meeting) -> None:
    met.come_in(meeting, actor=stage.coordinator)
    stage.clock.later(minutes=20)
    met.tick_the_list(meeting, actor=stage.coordinator)


def _write_down(stage: Stage, meeting: Meeting) -> None:
    stage.clock.later(hours=3)
    held = met.hold(meeting, actor=stage.coordinator)
    met.report(held, stage.clock.today, actor=stage.coordinator)
