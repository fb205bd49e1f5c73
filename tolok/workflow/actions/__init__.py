"""What people do to a year at work."""

from tolok.workflow.actions.completing import complete_task, open_points, return_task
from tolok.workflow.actions.deviations import explain_deviation
from tolok.workflow.actions.handing import hand_to, set_due
from tolok.workflow.actions.items import KeptFile, Missing, add_file, meet_requirement
from tolok.workflow.actions.notes import Remark, close_note
from tolok.workflow.actions.on_paper import OnPaper, record_paper_decision
from tolok.workflow.actions.runs import start_run
from tolok.workflow.actions.sops import publish_sop, shipped_sop
from tolok.workflow.actions.undoing import undo_last

__all__ = [
    "KeptFile",
    "Missing",
    "OnPaper",
    "Remark",
    "add_file",
    "close_note",
    "complete_task",
    "explain_deviation",
    "hand_to",
    "meet_requirement",
    "open_points",
    "publish_sop",
    "record_paper_decision",
    "return_task",
    "set_due",
    "shipped_sop",
    "start_run",
    "undo_last",
]
