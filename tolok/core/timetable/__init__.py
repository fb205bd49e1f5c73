"""The simulation: an SOP's clocks laid over a calendar, and where they collide.

    frame = YearFrame(2026, starts_on=date(2026, 1, 2), days=DayType.WORKING, holidays=calendar)
    planned = lay_out(steps, frame)
    for collision in collisions(planned, frame, next_year=lay_out(steps_of_2027, next_frame)):
        print(collision.rule, collision.message, collision.proposal)

What really happens is the workflow's; this only says what the clocks allow.
"""

from tolok.core.timetable.collisions import Collision, collisions
from tolok.core.timetable.layout import Planned, YearFrame, lay_out
from tolok.core.timetable.steps import ClockedStep, from_step

__all__ = [
    "ClockedStep",
    "Collision",
    "Planned",
    "YearFrame",
    "collisions",
    "from_step",
    "lay_out",
]
