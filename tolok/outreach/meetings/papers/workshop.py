"""LAP-LOKAKARYA: what the workshop proposes, read from the plan as it stands (JW1)."""

from decimal import Decimal
from typing import Final

from tolok.archive.letterhead import officer_of
from tolok.core.planning.content import Content, Indicator
from tolok.core.planning.periods import year_target
from tolok.core.planning.told import trimmed
from tolok.documents.facts import Missing
from tolok.documents.lap_lokakarya_workshop import Facts, OpenMatter, Proposal
from tolok.outreach.meetings.papers.minutes import units_there
from tolok.outreach.meetings.papers.reports import activity
from tolok.outreach.models import Meeting
from tolok.people.models import Role
from tolok.planning.models import PlanVersion
from tolok.planning.papers.setting import baseline_value
from tolok.planning.reading import content_kept

GENERAL: Final = (
    "Rencana kinerja pengadaan disusun bersama oleh fungsi pengadaan, fungsi perencanaan, dan "
    "fungsi terkait lainnya agar selaras dengan dokumen perencanaan dan arahan pimpinan."
)
PURPOSE: Final = (
    "Laporan ini dimaksudkan untuk menyampaikan hasil lokakarya, dengan tujuan menjadi bahan "
    "penyusunan Dokumen Perencanaan Kinerja."
)
SCOPE: Final = (
    "Laporan ini meliputi perumusan tujuan, area strategis, indikator, baseline, target, dan "
    "rencana aksi."
)
NO_TARGET: Final = Missing("belum ada")


def workshop_facts(meeting: Meeting) -> Facts:
    plan = _plan(meeting)
    return Facts(
        **activity(meeting),
        general=GENERAL,
        purpose=PURPOSE,
        scope=SCOPE,
        signer=officer_of(meeting.agency, Role.COORDINATOR),
        year=meeting.year,
        functions=units_there(meeting),
        goals=tuple(one.text for one in plan.goals) if plan else (),
        proposals=tuple(_proposal(plan, one) for one in plan.indicators) if plan else (),
        open_matters=tuple(
            OpenMatter(one.matter, one.options, one.decides) for one in meeting.open_matters.all()
        ),
    )


def _plan(meeting: Meeting) -> Content | None:
    version = PlanVersion.objects.of_year(meeting.agency, meeting.year).first()
    return content_kept(version) if version else None


def _proposal(plan: Content, one: Indicator) -> Proposal:
    names = {area.key: area.name for area in plan.areas}
    action = next(iter(one.actions), None)
    return Proposal(
        name=one.name,
        area=names.get(one.area, "belum ditetapkan"),
        unit=one.unit,
        baseline=baseline_value(one, brief=True),
        target=_target(one),
        action=action.activity if action else "belum disusun",
        who=(action.owner_person or action.owner_unit) if action else one.owner_person,
    )


def _target(one: Indicator) -> Decimal | Missing:
    year = year_target(one)
    return trimmed(year.low) if year else NO_TARGET
