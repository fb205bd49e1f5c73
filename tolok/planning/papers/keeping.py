"""The plan's papers in the archive: drafted from a version, then numbered and issued there."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from tolok.archive.issuing.actions import About, draft_paper
from tolok.archive.letterhead import place_of
from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.documents.catalogue import TITLES
from tolok.organisation.clock import today_in
from tolok.people.models import User
from tolok.planning.in_force import LAST_QUARTER
from tolok.planning.models import PlanVersion
from tolok.planning.papers.approval import Held, approval_facts
from tolok.planning.papers.calculation import calculation_facts
from tolok.planning.papers.f03 import plan_facts
from tolok.planning.papers.packages import packages_facts
from tolok.planning.papers.slides import slides_facts
from tolok.planning.papers.template import template_facts

REPAIR: Final = timedelta(days=14)  # ours: the SOPs name no time for changes
OWN_TITLES: Final = {"PRESENTASI": "Materi Presentasi Rencana Kinerja"}
PREVIEWS: Final = ("F3", "PAKET-AREA", "TEMPLATE-DATA", "PRESENTASI")


@dataclass(frozen=True)
class Made:
    """One paper to be: what it is about, and its facts."""

    about: About
    facts: Any


def draft_papers(version: PlanVersion, code: str, *, actor: User) -> list[Paper]:
    """Drafts of one document from a version; HITUNG has one for each indicator.

    RN-41: what becomes a paper of the archive was approved, but for the slides, which are held
    before, and the minutes, which tell of a return too.
    """
    return [
        draft_paper(code, one.facts, year=version.plan.year, about=one.about, actor=actor)
        for one in made(version, code)
    ]


def plan_paper(version: PlanVersion) -> Paper | None:
    """The F3 of this version, as far as it has come."""
    of_year = Paper.objects.of_year(version.agency, version.year).in_force().for_list()
    about = _about(version, "F3").subject
    return of_year.filter(document="F3", subject=about).order_by("-pk").first()


def made(version: PlanVersion, code: str) -> list[Made]:
    build = BUILDERS.get(code)
    if build is None:
        raise RefusedError(Problem("RN-42", code, f"Rencana tidak menghasilkan dokumen {code}."))
    if code not in BEFORE_APPROVAL and not version.is_decided:
        message = f"{code} menjadi naskah setelah rencana disetujui; sebelum itu unduh konsepnya."
        raise RefusedError(Problem("RN-41", code, message))
    return build(version)


def papers_of_year(code: str, year: FiscalYear) -> Iterator[tuple[About, Any]]:
    """What a batch makes: the papers of the approved plan (RN-41: there is one)."""
    version = PlanVersion.objects.of_year(year.agency, year.year).in_force(LAST_QUARTER)
    if version is None:
        message = f"{code} dibuat dari rencana yang disetujui; TA {year.year} belum mempunyainya."
        raise RefusedError(Problem("RN-41", code, message))
    return ((one.about, one.facts) for one in made(version, code))


def preview(version: PlanVersion, code: str) -> Any:
    """The facts of one document as the version stands, to be looked at; nothing is kept.

    RN-42: only documents of the plan that are one paper.
    """
    if code not in PREVIEWS:
        raise RefusedError(Problem("RN-42", code, f"Tidak ada konsep {code} dari rencana."))
    return BUILDERS[code](version)[0].facts


def title_of(code: str) -> str:
    """As the plan calls it: the slides are of the plan, not of a report."""
    return OWN_TITLES.get(code) or TITLES[code]


def _about(version: PlanVersion, code: str) -> About:
    """A later version is a paper of its own, not a correction of the one before."""
    title = f"{title_of(code)} TA {version.year}"
    return About(title, subject="rencana") if version.number == 1 else About(
        f"{title}, versi {version.number}", subject=f"rencana-v{version.number}"
    )  # fmt: skip


def _f3(version: PlanVersion) -> list[Made]:
    return [Made(_about(version, "F3"), plan_facts(version))]


def _packages(version: PlanVersion) -> list[Made]:
    facts = packages_facts(version, as_of=today_in(version.agency))
    return [Made(_about(version, "PAKET-AREA"), facts)]


def _template(version: PlanVersion) -> list[Made]:
    about = replace(_about(version, "TEMPLATE-DATA"), period="TW1")
    return [Made(about, template_facts(version))]


def _calculations(version: PlanVersion) -> list[Made]:
    about = _about(version, "HITUNG")
    return [
        Made(
            replace(about, title=f"{about.title}: {code}", subject=f"{about.subject}-{code}"),
            calculation_facts(version, code),
        )
        for code in version.indicators.values_list("code", flat=True)
    ]


def _slides(version: PlanVersion) -> list[Made]:
    facts = slides_facts(version, audience="pimpinan", held=today_in(version.agency))
    return [Made(_about(version, "PRESENTASI"), facts)]


def _minutes(version: PlanVersion) -> list[Made]:
    """Of the last decision; RN-43: there must have been one."""
    decision = version.submissions.decided().exclude(decided_by=None).first()
    day = decision.decided_on if decision else None
    if decision is None or day is None:
        message = "Berita acara dibuat setelah rencana diputuskan pimpinan."
        raise RefusedError(Problem("RN-43", "BA-RENCANA", message))
    facts = approval_facts(decision, Held(place_of(version.agency), day, day + REPAIR))
    about = _about(version, "BA-RENCANA")
    return [Made(replace(about, subject=f"{about.subject}-{decision.sha256[:12]}"), facts)]


BUILDERS: Final[Mapping[str, Callable[[PlanVersion], list[Made]]]] = {
    "F3": _f3,
    "BA-RENCANA": _minutes,
    "PAKET-AREA": _packages,
    "TEMPLATE-DATA": _template,
    "HITUNG": _calculations,
    "PRESENTASI": _slides,
}
BEFORE_APPROVAL: Final = ("PRESENTASI", "BA-RENCANA")
