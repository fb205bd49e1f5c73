"""Which requirements are met, by which papers, and what is missing, in plain words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tolok.archive.bundles.contents import Listed
from tolok.archive.evidence.checks import CHECKS, CHOICES
from tolok.archive.evidence.requirements import Level, Requirement, v7
from tolok.archive.matrix.cells import Cell
from tolok.archive.matrix.expectations import period_label
from tolok.archive.matrix.tally import together
from tolok.archive.models import Paper
from tolok.documents.catalogue import TITLES


@dataclass(frozen=True)
class Proof:
    """One requirement: the papers that speak for it, and what is still missing."""

    requirement: Requirement
    papers: tuple[Listed, ...]
    missing: tuple[str, ...]

    @property
    def is_met(self) -> bool:
        return not self.missing

    @property
    def folder(self) -> str:
        return self.requirement.code.lower()


@dataclass(frozen=True)
class Proven:
    """One level with its proofs."""

    level: Level
    proofs: tuple[Proof, ...]

    @property
    def met(self) -> int:
        return sum(proof.is_met for proof in self.proofs)


def proven(papers: Sequence[Listed], cells: Sequence[Cell]) -> tuple[Proven, ...]:
    """Every level of V7 for the papers of one year."""
    return tuple(
        Proven(level, tuple(proof(one, papers, cells) for one in level.requirements))
        for level in v7().levels
    )


def proof(requirement: Requirement, papers: Sequence[Listed], cells: Sequence[Cell]) -> Proof:
    speaks = CHOICES[requirement.only]
    about = [
        one
        for one in papers
        if one.paper.document in requirement.papers and speaks(one.paper.facts)
    ]
    good = tuple(one for one in about if _is_good(one.paper, requirement))
    missing = [*_absent(requirement, good, cells), *_unsaid(requirement, good)]
    if not good and about:
        missing.append(_unfinished(about))
    return Proof(requirement, good, tuple(missing))


def _is_good(paper: Paper, requirement: Requirement) -> bool:
    return paper.status == Paper.Status.SIGNED or (
        paper.status == Paper.Status.ISSUED and not requirement.signed
    )


def _absent(
    requirement: Requirement, good: Sequence[Listed], cells: Sequence[Cell]
) -> Iterator[str]:
    if requirement.every:
        yield from _incomplete(requirement, cells)
    elif requirement.periods:
        there = {one.paper.period for one in good}
        lacking = [period_label(one) for one in requirement.periods if one not in there]
        if lacking:
            yield f"Belum ada untuk {', '.join(lacking)}: {_names(requirement)}."
    elif not good:
        kind = " bertanda tangan" if requirement.signed else ""
        yield f"Belum ada naskah{kind}: {_names(requirement)}."


def _incomplete(requirement: Requirement, cells: Sequence[Cell]) -> Iterator[str]:
    """All that the year's SOP expects of it; the SOPs differ in which document that is."""
    counted = together(
        cell.tally for cell in cells if cell.document in requirement.papers and cell.step
    )
    if not counted.expected:
        yield f"Belum ada satuan kerja yang diharapkan mengisi {_names(requirement)}."
    elif counted.complete < counted.expected:
        yield f"{counted.complete} dari {counted.expected} naskah terbit: {_names(requirement)}."


def _unsaid(requirement: Requirement, good: Sequence[Listed]) -> Iterable[str]:
    """The newest paper counts; an older one that says more has been replaced in practice."""
    if not good or not requirement.checks:
        return ()
    newest = max(good, key=lambda one: one.paper.pk)
    told = (CHECKS[name](newest.paper.facts) for name in requirement.checks)
    return [sentence for sentence in told if sentence]


def _unfinished(about: Sequence[Listed]) -> str:
    told = ", ".join(
        f"{one.paper.document} {one.paper.code} ({one.paper.get_status_display().lower()})"
        for one in about[:5]
    )
    return f"Yang ada belum selesai: {told}."


def _names(requirement: Requirement) -> str:
    return " atau ".join(f"{code} {TITLES[code]}" for code in requirement.papers)
