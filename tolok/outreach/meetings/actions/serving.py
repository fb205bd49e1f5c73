"""The year's steps that a meeting serves: what they still wait for, and completing them."""

from django.db import transaction

from tolok.archive.models import Paper
from tolok.organisation.clock import today_in
from tolok.outreach.meetings.audiences import ACTIVITY, INVITATION, audience_of_task
from tolok.outreach.meetings.kept import paper_of, papers_of
from tolok.outreach.models import Meeting
from tolok.people.models import User
from tolok.workflow import actions as workflow
from tolok.workflow.models import Task, TaskItem
from tolok.workflow.rights import may_work

PLAN = "Dokumen Perencanaan Kinerja"  # as the Kaltim SOP names what KT2 to KT4.i need


def tasks_served(meeting: Meeting, *, is_invitation: bool = False) -> list[Task]:
    """The tasks of the year that wait for a meeting with one of its audiences."""
    if meeting.is_workshop:
        return []
    activity = INVITATION if is_invitation else ACTIVITY
    waiting = Task.objects.of_year(meeting.agency, meeting.year).waiting_at(activity)
    wanted = set(meeting.audiences.values_list("audience", flat=True))
    return [one for one in waiting if audience_of_task(one) in wanted]


@transaction.atomic
def complete_served(
    meeting: Meeting, *, actor: User, is_invitation: bool = False
) -> tuple[Task, ...]:
    """Complete each step the meeting serves that is this person's and has nothing open; what has
    stays in the inbox. Its papers are put where the step asks for them."""
    done = []
    for task in tasks_served(meeting, is_invitation=is_invitation):
        today = today_in(task.agency)
        if not may_work(task, actor, today):
            continue
        _put_papers(task, meeting, actor)
        if not workflow.open_points(task, today):
            done.append(workflow.complete_task(task, actor=actor))
    return tuple(done)


def _put_papers(task: Task, meeting: Meeting, actor: User) -> None:
    brought = outcome_of(task, meeting)
    for item in task.items.open():
        by = brought if item.kind == TaskItem.Kind.OUTPUT else _plan(task, item)
        if by is not None:
            workflow.meet_requirement(item, by, actor=actor)


def outcome_of(task: Task, meeting: Meeting) -> Paper | None:
    """What shows that the step was done: the letter, the report, else the minutes."""
    if task.activity == INVITATION:
        return paper_of(meeting, "UNDANGAN")
    return (
        paper_of(meeting, meeting.report_code)
        or papers_of(meeting).filter(document="NOTULA").order_by("-pk").first()
    )


def _plan(task: Task, item: TaskItem) -> Paper | None:
    """The plan itself, where a step needs it and it was issued."""
    if item.name != PLAN:
        return None
    issued = Paper.objects.of_year(task.agency, task.year).in_force().filter(document="F3")
    return issued.ever_issued().order_by("-pk").first()
