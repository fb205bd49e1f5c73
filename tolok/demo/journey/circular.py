"""The circular: drafted beside the plan, issued after its approval, sent and acknowledged.

Its draft goes to the leaders with the plan (KT1.vi, JW4); it is sent at KT1.vii and JW7. Half of
the units have answered a day later, one of them on paper; the step does not wait for the others.
"""

from tolok.demo import circulars
from tolok.demo.journey.sheets import scanned
from tolok.demo.journey.stage import Stage
from tolok.outreach.circular.actions import complete_circular, issue_circular
from tolok.outreach.models import Circular
from tolok.workflow.models import Task


def draft_circular(stage: Stage) -> Circular:
    """The proposed letter, by the plan as it stands."""
    return circulars.draft_circular(stage.year, today=stage.clock.today, actor=stage.coordinator)


def send_circular(stage: Stage, task: Task) -> None:
    """Issued with the approved plan, sent to every unit, and the step is done."""
    del task
    who, clock = stage.coordinator, stage.clock
    circular = draft_circular(stage)
    issue_circular(circular, dated=clock.today, actor=who)
    clock.later(hours=1)
    prepared = circulars.send_circular(circular, actor=who)
    clock.go_on(1, stage.calendar)
    circulars.acknowledge_half(prepared, day=clock.today)
    if silent := circular.addressees.open().first():
        title = "Tanda terima surat edaran"
        scan = scanned(title, [silent.unit.name], signed="Sekretaris", day=clock.today)
        circulars.acknowledge_on_paper(silent, scan, day=clock.today, actor=who)
    complete_circular(circular, actor=who)
