"""All that is known about one package, gathered for its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tolok.registry.lineage import Source, sources_of
from tolok.registry.models import (
    Attempt,
    Bid,
    Contract,
    Correction,
    Exclusion,
    Finding,
    Handover,
    Package,
    PlanEntry,
    Snapshot,
    Stage,
)
from tolok.registry.models.corrections import Decision
from tolok.registry.tables import tables


@dataclass(frozen=True)
class SourceGroup:
    """The rows of one file that a package was derived from."""

    label: str
    file: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Known:
    """What stands beside the package row itself."""

    plan: Sequence[PlanEntry] = ()
    attempts: Sequence[Attempt] = ()
    bids: Sequence[Bid] = ()
    stages: Sequence[Stage] = ()
    contracts: Sequence[Contract] = ()
    handovers: Sequence[Handover] = ()
    findings: Sequence[Finding] = ()
    changes: Sequence[Correction] = ()  # corrections of every decision
    exclusions: Sequence[Exclusion] = ()
    sources: Sequence[Source] = ()
    needed: frozenset[str] = frozenset()  # facts the package should have by now
    snapshot: Snapshot | None = None

    @property
    def corrections(self) -> list[Correction]:
        """Those in force."""
        return [one for one in self.changes if one.decision == Decision.ACCEPTED]

    @property
    def doubted(self) -> frozenset[str]:
        """Facts an open finding disputes."""
        open_ones = (one for one in self.findings if one.status == Finding.Status.OPEN)
        return frozenset(one.field for one in open_ones if one.field)

    @property
    def source_groups(self) -> list[SourceGroup]:
        grouped: dict[tuple[str, str], list[int]] = {}
        for source in self.sources:
            grouped.setdefault((source.table, source.file), []).append(source.row)
        return [
            SourceGroup(tables()[table].label, file, tuple(sorted(rows)))
            for (table, file), rows in grouped.items()
        ]


def known_of(package: Package) -> Known:
    """Gathered in a fixed number of queries, however much there is."""
    snapshot = Snapshot.objects.current(package.agency, package.year)
    return Known(
        plan=list(PlanEntry.objects.of_package(package)),
        attempts=list(package.attempt_rows.all()),
        bids=list(package.bids.all()),
        stages=list(package.stages.all()),
        contracts=list(package.contracts.all()),
        handovers=list(package.handovers.all()),
        findings=list(Finding.objects.of_package(package)),
        changes=list(Correction.objects.of_package(package)),
        exclusions=list(Exclusion.objects.of_package(package)),
        sources=_sources(package, snapshot),
        needed=Package.objects.needs(package),
        snapshot=snapshot,
    )


def _sources(package: Package, snapshot: Snapshot | None) -> Sequence[Source]:
    if snapshot is None:
        return ()
    found: Mapping[str, tuple[Source, ...]] = sources_of(snapshot, [package.code])
    return found.get(package.code, ())
