"""The evidence pack: a folder for each requirement, and an index that says what proves what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tolok.archive.bundles.contents import Listed, index
from tolok.archive.bundles.zipping import Member
from tolok.archive.evidence.proof import Proven
from tolok.archive.evidence.requirements import v7


def pack_of(title: str, levels: Sequence[Proven]) -> Iterator[Member]:
    """A paper that proves two requirements lies in both folders: each stands by itself."""
    levels = [_in_folders(one) for one in levels]
    context = {"title": title, "levels": levels, "source": v7().source}
    papers = [one for level in levels for proof in level.proofs for one in proof.papers]
    yield from index("archive/evidence_index.html", context, papers)
    for paper in papers:
        yield from paper.members


def _in_folders(level: Proven) -> Proven:
    proofs = tuple(
        replace(proof, papers=tuple(_moved(one, proof.folder) for one in proof.papers))
        for proof in level.proofs
    )
    return replace(level, proofs=proofs)


def _moved(paper: Listed, folder: str) -> Listed:
    members = (replace(one, name=f"{folder}/{one.name.partition('/')[2]}") for one in paper.members)
    return replace(paper, members=tuple(members))
