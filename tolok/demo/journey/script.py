"""Who does what when on a journey: one line for each step of the two SOPs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from tolok.demo.journey import carrying_out, circular, meetings, writing
from tolok.demo.journey.stage import Stage
from tolok.workflow.models import Task

Performer = Callable[[Stage, Task], None]


@dataclass(frozen=True)
class Part:
    """How long a step takes here, and what is done."""

    days: int | None  # working days after it became ready; none: until its last day
    perform: Performer = carrying_out.work
    again: int = 1  # days, when it comes back


KALTIM: Final[Mapping[str, Part]] = {
    "KT1.i": Part(1, writing.receive_assignment),
    "KT1.ii": Part(3, writing.define_goals),
    "KT1.iii": Part(3, writing.set_indicators),
    "KT1.iv": Part(3, writing.propose_targets),
    "KT1.v": Part(3, writing.plan_actions),
    "KT1.vi": Part(2, writing.decide),
    "KT1.vii": Part(1, circular.send_circular),
    "KT2": Part(1, meetings.explain),
    "KT3": Part(2, meetings.explain),
    "KT4.i": Part(3, meetings.explain),
    "KT4.ii": Part(None),
    "KT5": Part(15),
    "KT6": Part(38, again=6),
    "KT7": Part(7, carrying_out.decide_on_report, again=3),
}
JAYAWIJAYA: Final[Mapping[str, Part]] = {
    "JW1": Part(3, meetings.define_goals_in_a_workshop),
    "JW2": Part(3, writing.set_indicators),
    "JW3": Part(3, writing.propose_targets),
    "JW4": Part(3, writing.plan_actions),
    "JW5": Part(2, writing.present),
    "JW6": Part(2, writing.decide),
    "JW7": Part(1, circular.send_circular),
    "JW8": Part(2, meetings.call),
    "JW9": Part(5, meetings.explain),
    "JW10": Part(5),
    "JW11": Part(40, again=40),
    "JW12": Part(5, again=5),
    "JW13": Part(5, again=5),
    "JW14": Part(3, again=3),
    "JW15": Part(3, again=3),
    "JW16": Part(2, again=2),
    "JW17": Part(2, carrying_out.decide_on_period, again=2),
}
SCRIPTS: Final[Mapping[str, Mapping[str, Part]]] = {
    "kaltim-2024": KALTIM,
    "jayawijaya-2020": JAYAWIJAYA,
}
