"""The ways of a diagram: where they lead and what decides between them."""

from collections.abc import Iterator

from tolok.core.problem import Problem
from tolok.workflow.reading.graph import CHOICE, ROUNDS, START, TASK, Flow, Graph, Node
from tolok.workflow.reading.values import outcome_of


def flow_faults(graph: Graph) -> Iterator[Problem]:
    for flow in graph.flows:
        yield from _end_faults(flow, graph)
        yield from _condition_faults(flow, graph)
    for node in graph.nodes:
        if node.kind == CHOICE:
            yield from _choice_faults(node, graph)
        elif node.kind in (TASK, START, ROUNDS) and len(graph.out_of(node.id)) > 1:
            message = "Lebih dari satu panah keluar. Pakai gerbang untuk bercabang."
            yield Problem("BP-08", node.id, message)


def _end_faults(flow: Flow, graph: Graph) -> Iterator[Problem]:
    """BP-18: both ends of a way are elements of the same process or sub-process."""
    source, target = graph.node(flow.source), graph.node(flow.target)
    if source is None or target is None:
        message = f"Panah dari “{flow.source}” ke “{flow.target}” menunjuk unsur yang tidak ada."
        yield Problem("BP-18", flow.element.place, message)
    elif source.parent != target.parent:
        message = "Panah tidak boleh melintasi batas sub-proses. Arahkan ke sub-proses itu."
        yield Problem("BP-18", flow.element.place, message)


def _condition_faults(flow: Flow, graph: Graph) -> Iterator[Problem]:
    """BP-07: the one condition there is says which outcome was chosen; it is never evaluated."""
    if flow.condition is None:
        return
    if outcome_of(flow.condition) is None:
        message = (
            f"Syarat “{flow.condition[:80]}” tidak diterima dan tidak dijalankan. Satu-satunya "
            'bentuk syarat: outcome == "nama", misalnya outcome == "approved".'
        )
        yield Problem("BP-07", flow.element.place, message)
    source = graph.node(flow.source)
    if source and source.kind != CHOICE:
        message = "Syarat hanya boleh pada panah yang keluar dari gerbang keputusan."
        yield Problem("BP-07", flow.element.place, message)


def _choice_faults(gateway: Node, graph: Graph) -> Iterator[Problem]:
    """BP-08: a decision follows one task and asks for one of several named outcomes."""
    ways, sources = graph.out_of(gateway.id), graph.into(gateway.id)
    if len(ways) <= 1:
        return  # only brings ways together
    before = [graph.node(flow.source) for flow in sources]
    if len(before) != 1 or before[0] is None or before[0].kind != TASK:
        message = "Gerbang keputusan harus langsung mengikuti satu tugas, tempat ia diputuskan."
        yield Problem("BP-08", gateway.id, message)
    outcomes = [outcome_of(flow.condition) for flow in ways]
    if None in outcomes or len(set(outcomes)) < len(outcomes):
        message = 'Setiap panah keluar memerlukan syarat outcome == "nama" yang berbeda.'
        yield Problem("BP-08", gateway.id, message)
    for flow in ways:
        if not flow.label:
            message = "Panah keputusan memerlukan nama, misalnya Disetujui; itu yang dipilih orang."
            yield Problem("BP-08", flow.element.place, message)
