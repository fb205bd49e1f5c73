"""What people do with the circular, one function for each."""

from tolok.outreach.circular.actions.finishing import complete_circular
from tolok.outreach.circular.actions.listing import (
    Contact,
    leave_out,
    list_units,
    put_back,
    save_contact,
)
from tolok.outreach.circular.actions.messages import (
    Prepared,
    confirm_all_sent,
    confirm_sent,
    prepare_message,
    prepare_messages,
    revoke_links,
)
from tolok.outreach.circular.actions.receiving import (
    Answer,
    OnPaper,
    acknowledge,
    acknowledge_by_link,
    record_paper_receipt,
    undo_receipt,
)
from tolok.outreach.circular.actions.reviewing import decide_ppk
from tolok.outreach.circular.actions.sending import (
    Expedition,
    record_paper_delivery,
    send_one_to_inbox,
    send_to_inbox,
)
from tolok.outreach.circular.actions.writing import Wording, issue_circular, save_circular

__all__ = [
    "Answer",
    "Contact",
    "Expedition",
    "OnPaper",
    "Prepared",
    "Wording",
    "acknowledge",
    "acknowledge_by_link",
    "complete_circular",
    "confirm_all_sent",
    "confirm_sent",
    "decide_ppk",
    "issue_circular",
    "leave_out",
    "list_units",
    "prepare_message",
    "prepare_messages",
    "put_back",
    "record_paper_delivery",
    "record_paper_receipt",
    "revoke_links",
    "save_circular",
    "save_contact",
    "send_one_to_inbox",
    "send_to_inbox",
    "undo_receipt",
]
