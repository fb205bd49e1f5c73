"""Whether one can get everywhere in a diagram, and out of it."""

from collections.abc import Callable, Iterator

from tolok.core.problem import Problem
from tolok.workflow.reading.graph import END, ROUNDS, START, Graph, Node


def path_faults(graph: Graph) -> Iterator[Problem]:
    scopes = ["", *(node.id for node in graph.nodes if node.kind == ROUNDS)]
    for scope in scopes:
        yield from _scope_faults(graph, scope)


def _scope_faults(graph: Graph, scope: str) -> Iterator[Problem]:
    """BP-13: one start; BP-14: at least one end, and every way comes to one."""
    nodes = graph.inside(scope)
    place = scope or graph.process.place
    starts = [node for node in nodes if node.kind == START]
    ends = [node for node in nodes if node.kind == END]
    if len(starts) != 1:
        message = f"Ada {len(starts)} peristiwa mulai. Sediakan tepat satu."
        yield Problem("BP-13", place, message)
    if not ends:
        yield Problem("BP-14", place, "Tidak ada peristiwa selesai. Sediakan sedikitnya satu.")
    if starts and ends:
        yield from _lost(graph, nodes, starts[0])
        yield from _dead_ends(graph, nodes, ends)


def _lost(graph: Graph, nodes: tuple[Node, ...], start: Node) -> Iterator[Problem]:
    """BP-12: every element can be reached from the start."""
    reached = _walk(start.id, lambda id_: [flow.target for flow in graph.out_of(id_)])
    for node in nodes:
        if node.id not in reached:
            message = f"“{node.title or node.id}” tidak tercapai dari mulai. Hubungkan, atau hapus."
            yield Problem("BP-12", node.id, message)


def _dead_ends(graph: Graph, nodes: tuple[Node, ...], ends: list[Node]) -> Iterator[Problem]:
    out: set[str] = set()
    for end in ends:
        out |= _walk(end.id, lambda id_: [flow.source for flow in graph.into(id_)])
    for node in nodes:
        if node.id not in out:
            message = f"Dari “{node.title or node.id}” tidak ada jalan ke selesai. Hubungkan."
            yield Problem("BP-14", node.id, message)


def _walk(first: str, onward: Callable[[str], list[str]]) -> set[str]:
    reached, waiting = {first}, [first]
    while waiting:
        for id_ in onward(waiting.pop()):
            if id_ not in reached:
                reached.add(id_)
                waiting.append(id_)
    return reached
