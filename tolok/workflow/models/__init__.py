"""The year at work: SOP versions, runs, tasks with what they need, notes, decisions, deviations."""

from tolok.workflow.models.decisions import PaperDecision
from tolok.workflow.models.deviations import Deviation
from tolok.workflow.models.items import TaskFile, TaskItem
from tolok.workflow.models.notes import TaskNote
from tolok.workflow.models.runs import Run, SopVersion
from tolok.workflow.models.tasks import Task

__all__ = [
    "Deviation",
    "PaperDecision",
    "Run",
    "SopVersion",
    "Task",
    "TaskFile",
    "TaskItem",
    "TaskNote",
]
