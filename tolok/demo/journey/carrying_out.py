"""What has no page of its own yet is worked as generic tasks: KT4.ii to KT8, JW10 to JW17."""

from typing import Final

from tolok.demo.journey.requirements import meet_needs, meet_outputs
from tolok.demo.journey.stage import Stage
from tolok.people.acting import holders
from tolok.people.models import Role, User
from tolok.workflow.actions import Remark, close_note, complete_task, return_task
from tolok.workflow.models import Task, TaskNote

PERIODS: Final = ("improved", "continued", "continued", "closed")  # JW17 after each quarter
LAST_REPORT: Final = "STATUS-AKHIR"  # only of what is closed


def doer(stage: Stage, task: Task) -> User:
    """Who holds the office of the task today; the coordinator where nobody does."""
    for role in task.roles:
        for office in holders(Role(role), stage.agency):
            return office.user
    return stage.coordinator


def work(stage: Stage, task: Task) -> None:
    """Requirements and outputs answered, then done; remarks of a return are dealt with first."""
    actor = doer(stage, task)
    for note in TaskNote.objects.of_run(stage.run).open():
        close_note(note, answer="Sudah diperbaiki.", actor=actor)
    meet_needs(stage, task, actor)
    meet_outputs(stage, task, actor)
    complete_task(task, actor=actor)


def decide_on_report(stage: Stage, task: Task) -> None:
    """KT7: the report comes back once, then it is approved."""
    actor = doer(stage, task)
    meet_needs(stage, task, actor)
    if task.attempt == 1:
        remark = Remark("Lengkapi dengan tindak lanjut W3.", "F15.W3", "Rekomendasi W3")
        return_task(task, actor=actor, reason="Rekomendasi belum lengkap.", remarks=[remark])
        return
    meet_outputs(stage, task, actor)
    complete_task(task, actor=actor, outcome="approved")


def decide_on_period(stage: Stage, task: Task) -> None:
    """JW17: improved, continued, and at the year's end closed."""
    actor, outcome = doer(stage, task), PERIODS[task.attempt - 1]
    meet_needs(stage, task, actor)
    meet_outputs(stage, task, actor, without="" if outcome == "closed" else LAST_REPORT)
    complete_task(task, actor=actor, outcome=outcome)
