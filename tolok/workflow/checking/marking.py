"""Whether a run could get stuck: every course it may take is followed, as marks on the ways."""

from collections import deque
from collections.abc import Iterator
from typing import Final

from tolok.core.problem import Problem
from tolok.workflow.reading.graph import CHOICE, END, FORK, START, Graph, Node

Marking = tuple[str, ...]  # the ways on which a token waits, sorted
_MOST: Final = 20_000


def stuck_faults(graph: Graph) -> Iterator[Problem]:
    """BP-20: however the decisions fall, the end can be reached and no branch runs twice.

    A gateway that waits for two branches of which only one is ever taken holds a run for ever;
    one that does not wait lets the same step become ready twice.
    """
    start = next(node for node in graph.inside("") if node.kind == START)
    first = tuple(sorted(flow.id for flow in graph.out_of(start.id)))
    leads_to: dict[Marking, set[Marking]] = {}
    waiting = deque([first])
    while waiting:
        marking = waiting.popleft()
        if marking in leads_to:
            continue
        if len(marking) > len(set(marking)) or len(leads_to) > _MOST:
            yield _twice(marking)
            return
        leads_to[marking] = set(_moves(graph, marking))
        waiting.extend(sorted(leads_to[marking]))
    yield from _stuck(graph, leads_to)


def _moves(graph: Graph, marking: Marking) -> Iterator[Marking]:
    for node in graph.inside(""):
        here = [flow.id for flow in graph.into(node.id)]
        marked = [id_ for id_ in here if id_ in marking]
        if not marked or (node.kind == FORK and len(marked) < len(here)):
            continue
        for taken in [marked] if node.kind == FORK else [[id_] for id_ in marked]:
            left = list(marking)
            for id_ in taken:
                left.remove(id_)
            for put in _puts(graph, node):
                yield tuple(sorted([*left, *put]))


def _puts(graph: Graph, node: Node) -> list[list[str]]:
    ways = [flow.id for flow in graph.out_of(node.id)]
    if node.kind == END:
        return [[]]
    return [[way] for way in ways] if node.kind == CHOICE else [ways]


def _stuck(graph: Graph, leads_to: dict[Marking, set[Marking]]) -> Iterator[Problem]:
    ending: set[Marking] = {()}
    grown = True
    while grown:
        more = {one for one, after in leads_to.items() if one not in ending and after & ending}
        ending |= more
        grown = bool(more)
    lost = [marking for marking in leads_to if marking not in ending]
    if lost:
        yield _waiting_in_vain(graph, min(lost, key=lambda marking: len(leads_to[marking])))


def _waiting_in_vain(graph: Graph, marking: Marking) -> Problem:
    way = next(flow for flow in graph.flows if flow.id == marking[0])
    message = (
        f"Alur dapat macet menunggu di “{way.target}”: tidak semua cabang yang ditunggu akan "
        "datang. Samakan gerbang yang membuka dan yang menutup cabang."
    )
    return Problem("BP-20", way.target, message)


def _twice(marking: Marking) -> Problem:
    way = next((id_ for id_ in marking if marking.count(id_) > 1), marking[0])
    message = "Bagian ini dapat berjalan dua kali sekaligus. Tutup cabang dengan gerbang paralel."
    return Problem("BP-20", way, message)
