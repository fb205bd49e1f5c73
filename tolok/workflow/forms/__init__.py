"""What people fill in about tasks and SOPs."""

from tolok.workflow.forms.items import FileForm, ItemForm
from tolok.workflow.forms.sops import SopForm
from tolok.workflow.forms.tasks import DueForm, HandForm, PaperDecisionForm, ReasonForm, ReturnForm

__all__ = [
    "DueForm",
    "FileForm",
    "HandForm",
    "ItemForm",
    "PaperDecisionForm",
    "ReasonForm",
    "ReturnForm",
    "SopForm",
]
