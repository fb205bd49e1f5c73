"""All that is known about one package, gathered for its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.texts import ConsortiumMember, consortium_members
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
from tolok.registry.published_rows import published_rows
from tolok.registry.tables import tables

CONTRACTS: Final = frozenset({"SPSE-TenderEkontrak-Kontrak", "SPSE-NonTenderEkontrak-Kontrak"})


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
    consortium: Sequence[ConsortiumMember] = ()  # who carries out the contract together
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
    sources = _sources(package, snapshot)
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
        sources=sources,
        consortium=_consortium(package, sources),
        needed=Package.objects.needs(package),
        snapshot=snapshot,
    )


def _consortium(package: Package, sources: Sequence[Source]) -> Sequence[ConsortiumMember]:
    """R-27: as its contract names them; of several versions, the last that does."""
    keys = [(one.sha256, one.row, one.table) for one in sources if one.table in CONTRACTS]
    if not keys:
        return ()
    cells = [
        cell for row in published_rows(package.agency, package.year, keys) for cell in row.cells
    ]
    named = [cell.text for cell in cells if cell.column == "anggota_kso"]
    return consortium_members(named[-1]) if named else ()


def _sources(package: Package, snapshot: Snapshot | None) -> Sequence[Source]:
    if snapshot is None:
        return ()
    found: Mapping[str, tuple[Source, ...]] = sources_of(snapshot, [package.code])
    return found.get(package.code, ())
