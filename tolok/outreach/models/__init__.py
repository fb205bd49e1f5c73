"""One file a concept; this is where migrations find them."""

from tolok.outreach.models.circular import Addressee, Circular
from tolok.outreach.models.deliveries import Delivery, ReceiptLink
from tolok.outreach.models.guests import Door, Guest
from tolok.outreach.models.meetings import Audience, Meeting, MeetingAudience, Standing
from tolok.outreach.models.minutes import (
    AgendaItem,
    FollowUp,
    Material,
    Minutes,
    OpenMatter,
    Question,
)
from tolok.outreach.models.receipts import PpkAnswer, Receipt

__all__ = [
    "Addressee",
    "AgendaItem",
    "Audience",
    "Circular",
    "Delivery",
    "Door",
    "FollowUp",
    "Guest",
    "Material",
    "Meeting",
    "MeetingAudience",
    "Minutes",
    "OpenMatter",
    "PpkAnswer",
    "Question",
    "Receipt",
    "ReceiptLink",
    "Standing",
]
