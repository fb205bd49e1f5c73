"""Of whom the audiences are made: found from the offices, and from what the units answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tolok.core.meetings import identity
from tolok.cycle.models import FiscalYear
from tolok.outreach.models import Addressee, Audience, Meeting
from tolok.outreach.models.meetings import REPORTS
from tolok.people.acting import holders
from tolok.people.models import Office, Role
from tolok.workflow.definition import Definition, Step
from tolok.workflow.models import Task
from tolok.workflow.of_year import definition_of_year

ACTIVITY: Final = "outreach:socialisation"
INVITATION: Final = "outreach:invitation"
WORKSHOP_REPORT: Final = REPORTS[Meeting.Kind.WORKSHOP]

MADE_OF: Final[Mapping[Audience, tuple[Role, ...]]] = {
    Audience.COLLECTORS: (Role.TIM_PENGUMPUL,),
    Audience.PROCESSORS: (Role.DATA_PROCESSOR,),
    Audience.RESPONDENTS: (Role.PENANGGUNG_JAWAB, Role.PPK, Role.POKJA),
    Audience.RESPONSIBLE: (Role.PENANGGUNG_JAWAB,),
}
OF_A_WORKSHOP: Final = (
    Role.KEPALA_UKPBJ,
    Role.KETUA_TIM,
    Role.COORDINATOR,
    Role.TIM_PENGUMPUL,
    Role.DATA_PROCESSOR,
)
FUNCTIONS: Final = ("Fungsi perencanaan", "Fungsi terkait lainnya")  # JW1's own words
RESPONDING: Final = frozenset({Role.PENANGGUNG_JAWAB, Role.PPK, Role.POKJA})
OF_A_LANE: Final = {
    Role.TIM_PENGUMPUL: Audience.COLLECTORS,
    Role.DATA_PROCESSOR: Audience.PROCESSORS,
}


@dataclass(frozen=True)
class Asked:
    """One who is asked: an office-holder, somebody from outside, or whom a unit sends."""

    name: str = ""  # "": whom the unit sends
    position: str = ""
    unit: str = ""
    seats: int = 1
    office: Office | None = None

    @property
    def identity(self) -> str:
        return identity(self.name, self.unit)


def audience_of(step: Step) -> Audience:
    """To whom a step explains: its lane listens (KT2, KT3, KT4.i), or, where the team itself is
    the lane (JW8, JW9), those who answer for performance do."""
    if step.role in RESPONDING:
        return Audience.RESPONDENTS
    return OF_A_LANE.get(step.role, Audience.RESPONSIBLE)


def audiences_of(definition: Definition | None) -> tuple[Audience, ...]:
    """Those an SOP asks for, in its order; all where a year follows none."""
    steps = definition.work if definition else ()
    asked = dict.fromkeys(
        audience_of(one) for one in steps if one.activity in (ACTIVITY, INVITATION)
    )
    return tuple(asked) or tuple(Audience)


def step_for(definition: Definition | None, audience: Audience) -> Step | None:
    """The step that explains to an audience."""
    steps = definition.work if definition else ()
    return next(
        (one for one in steps if one.activity == ACTIVITY and audience_of(one) == audience), None
    )


def steps_of_kind(definition: Definition | None, kind: Meeting.Kind) -> list[Step]:
    """Those that a workshop (JW1) or a socialisation serves: by the report they bring forth, or
    by their activity."""
    steps = definition.work if definition else ()
    if kind == Meeting.Kind.WORKSHOP:
        return [one for one in steps if any(f.code == WORKSHOP_REPORT for f in one.formats)]
    return [one for one in steps if one.activity in (ACTIVITY, INVITATION)]


def audience_of_task(task: Task) -> Audience:
    return audience_of(task.definition_step)


def definition_of(meeting: Meeting) -> Definition | None:
    """The SOP the meeting's year follows; none for a year without one."""
    year = FiscalYear.objects.filter(agency=meeting.agency, year=meeting.year).first()
    return definition_of_year(year) if year else None


def suggested(meeting: Meeting) -> tuple[Asked, ...]:
    """Everybody the meeting is for, as the offices stand on its day; a person once."""
    found: dict[str, Asked] = {}
    people: set[int] = set()
    for one in _all(meeting):
        person = one.office.user_id if one.office else None
        if person in people:
            continue
        found.setdefault(one.identity, one)
        people |= {person} if person else set()
    return tuple(found.values())


def _all(meeting: Meeting) -> Iterator[Asked]:
    if meeting.is_workshop:
        yield from _officers(meeting, OF_A_WORKSHOP)
        yield from (Asked(unit=function, position="Wakil", seats=2) for function in FUNCTIONS)
        return
    for row in meeting.audiences.all():
        audience = Audience(row.audience)
        officers = _officers(meeting, MADE_OF[audience])
        if audience == Audience.RESPONSIBLE:
            yield from _one_a_unit(officers)
            yield from _named_by_units(meeting)
        else:
            yield from officers
    yield from _officers(meeting, (Role.COORDINATOR,))


def _officers(meeting: Meeting, roles: Iterable[Role]) -> Iterator[Asked]:
    for role in roles:
        for office in holders(role, meeting.agency, meeting.day):
            yield as_asked(office)


def as_asked(office: Office) -> Asked:
    unit = office.unit.name if office.unit else _home(office)
    return Asked(office.user.name, office.acting_title, unit, office=office)


def _home(office: Office) -> str:
    """Of an officer without a unit: the procurement unit, but for the leaders."""
    if office.agency is None:
        return ""
    return office.agency.name if office.role == Role.PIMPINAN else office.agency.unit_name


def _one_a_unit(asked: Iterable[Asked]) -> Iterator[Asked]:
    taken: set[str] = set()
    for one in asked:
        if one.unit not in taken:
            taken.add(one.unit)
            yield one


def _named_by_units(meeting: Meeting) -> Iterator[Asked]:
    """Whom the units named when they acknowledged the circular; a unit that named nobody sends
    whom it likes."""
    to = Addressee.objects.receiving().filter(
        circular__agency=meeting.agency, circular__year=meeting.year
    )
    own = {office.unit_id for office in holders(Role.PENANGGUNG_JAWAB, meeting.agency, meeting.day)}
    for one in to.exclude(unit__in=own - {None}).select_related("unit", "receipt"):
        receipt = getattr(one, "receipt", None)  # none raises, as Django has it
        name = receipt.pic_name if receipt else ""
        yield Asked(name, "Penanggung Jawab Kinerja", one.unit.name)
