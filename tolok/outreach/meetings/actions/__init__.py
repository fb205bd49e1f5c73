"""What people do with meetings, one function for each."""

from tolok.outreach.meetings.actions.attendance import Noted, add_guest_present, note_attendance
from tolok.outreach.meetings.actions.door import Arrival, check_in, close_door, open_door
from tolok.outreach.meetings.actions.guests import invite, prefill_guests, remove_guest
from tolok.outreach.meetings.actions.holding import hold_meeting, reopen_meeting
from tolok.outreach.meetings.actions.inviting import mark_sent
from tolok.outreach.meetings.actions.materials import (
    add_file,
    add_paper,
    remove_material,
)
from tolok.outreach.meetings.actions.minutes import (
    Point,
    Promise,
    Record,
    save_agenda,
    save_minutes,
)
from tolok.outreach.meetings.actions.papers import draft_meeting_paper
from tolok.outreach.meetings.actions.planning import (
    Planned,
    cancel_meeting,
    change_meeting,
    plan_meeting,
)
from tolok.outreach.meetings.actions.serving import complete_served
from tolok.outreach.meetings.audiences import Asked

__all__ = [
    "Arrival",
    "Asked",
    "Noted",
    "Planned",
    "Point",
    "Promise",
    "Record",
    "add_file",
    "add_guest_present",
    "add_paper",
    "cancel_meeting",
    "change_meeting",
    "check_in",
    "close_door",
    "complete_served",
    "draft_meeting_paper",
    "hold_meeting",
    "invite",
    "mark_sent",
    "note_attendance",
    "open_door",
    "plan_meeting",
    "prefill_guests",
    "remove_guest",
    "remove_material",
    "reopen_meeting",
    "save_agenda",
    "save_minutes",
]
