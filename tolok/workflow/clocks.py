"""The clocks of a definition, as the simulation of a year lays them over the calendar."""

from collections.abc import Iterator
from functools import cache, partial
from itertools import groupby

from tolok.core.timetable import ClockedStep
from tolok.cycle.sops import KnownSop, Windows
from tolok.organisation.models import Agency
from tolok.workflow.definition import Definition, Step
from tolok.workflow.loading import shipped
from tolok.workflow.models import SopVersion


@cache
def known_sop(code: str) -> KnownSop:
    """A shipped SOP as the room of the year needs it."""
    return _known(shipped(code))


def own_sops(agency: Agency) -> tuple[KnownSop, ...]:
    """What the agency published itself, newest first."""
    own = SopVersion.objects.filter(agency=agency).order_by("-published_at")
    return tuple(_known(version.definition) for version in own)


def _known(definition: Definition) -> KnownSop:
    return KnownSop(
        code=definition.code,
        version=definition.version,
        title=definition.title,
        steps=tuple((step.id, step.name) for step in definition.work),
        clocks=partial(clocked_steps, definition),
    )


def clocked_steps(definition: Definition, windows: Windows) -> tuple[ClockedStep, ...]:
    """One for each clock: KT1.i to KT1.vii have one together, KT5 has one for each round."""
    if not any(step.duration for step in definition.steps):
        return ()
    groups = groupby(definition.steps, key=_clock)
    return tuple(
        one for clock, steps in groups for one in _clocked(definition, clock, tuple(steps), windows)
    )


def _clocked(
    definition: Definition, clock: str, steps: tuple[Step, ...], windows: Windows
) -> list[ClockedStep]:
    first = steps[0]
    after = tuple(dict.fromkeys(_after(definition, first)))
    if not first.rounds:
        return [ClockedStep(clock, first.name, first.duration, after)]
    return [
        ClockedStep(
            f"{clock}.{number}",
            f"{first.name}, putaran {number}",
            first.duration,
            after,
            windows.get(f"TW{number}"),
        )
        for number in range(1, first.rounds + 1)
    ]


def _after(definition: Definition, step: Step) -> Iterator[str]:
    """The clocks that must have run out; of rounds, the last one.

    A clock runs out with the last of its steps: what follows KT4.i does not wait for the fiscal
    year to end, but for what KT4 itself waited for.
    """
    for id_ in definition.directly_before(step.id):
        before = definition.step(id_)
        sharing = [one for one in definition.steps if one.clock and one.clock == before.clock]
        if sharing and before is not sharing[-1]:
            yield from _after(definition, sharing[0])
        else:
            yield f"{_clock(before)}.{before.rounds}" if before.rounds else _clock(before)


def _clock(step: Step) -> str:
    return step.clock or step.id
