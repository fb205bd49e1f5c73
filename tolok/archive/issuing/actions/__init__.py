"""What people do with papers, one function for each."""

from tolok.archive.issuing.about import About
from tolok.archive.issuing.actions.attachments import add_attachment
from tolok.archive.issuing.actions.changing import correct_paper, void_paper
from tolok.archive.issuing.actions.drafts import discard_draft, draft_paper
from tolok.archive.issuing.actions.issue import Numbering, issue_paper
from tolok.archive.issuing.actions.outside import (
    Returned,
    attach_signed,
    receive_number,
    receive_signed,
    send_outside,
)

__all__ = [
    "About",
    "Numbering",
    "Returned",
    "add_attachment",
    "attach_signed",
    "correct_paper",
    "discard_draft",
    "draft_paper",
    "issue_paper",
    "receive_number",
    "receive_signed",
    "send_outside",
    "void_paper",
]
