"""What is written in a diagram: whether it is said once, fits its place, and means anything."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from tolok.core.problem import Problem
from tolok.workflow.reading.graph import (
    CHOICE,
    ROUNDS,
    TASK,
    Graph,
    Node,
    Properties,
    all_of,
    properties_of,
)
from tolok.workflow.reading.values import read_opening

_SEVERAL: Final = frozenset(
    {"requirement", "output", "format", "also", "decides", "opens", "legal_basis"}
    | {"legal_basis_in_text", "qualification", "related", "equipment", "warning", "record"}
)  # all others are said once
_LONGEST_ID: Final = 40  # characters, as the tables of tasks and SOPs hold them
_LONGEST_LINE: Final = 500
_LONGEST_LABEL: Final = 200
_LONGEST_TITLE: Final = 300
_LONGEST: Final = {
    "code": 100,
    "version": 40,
    "requirement": _LONGEST_LINE,
    "output": _LONGEST_LINE,
}


def writing_faults(graph: Graph) -> Iterator[Problem]:
    process = graph.process
    yield from _property_faults(properties_of(process), process.place)
    yield from _too_long("Judul", process.get("name"), _LONGEST_TITLE, process.place)
    for node in graph.nodes:
        yield from _property_faults(node.properties, node.id)
        if node.is_step:
            yield from _too_long("Id", node.id, _LONGEST_ID, node.id)
            yield from _too_long("Kegiatan", node.title, _LONGEST_LINE, node.id)
        if node.kind == TASK:
            yield from _idle_faults(node, graph)
        if node.kind == ROUNDS:
            yield from _order_faults(node)
    for flow in graph.flows:
        yield from _too_long("Nama panah", flow.label, _LONGEST_LABEL, flow.element.place)


def _property_faults(properties: Properties, place: str) -> Iterator[Problem]:
    """BP-24: of two durations one would be dropped unseen; BP-23: what is long must fit."""
    for (name, value), times in Counter(properties).items():
        if name in _SEVERAL and value and times > 1:
            message = f"“{value[:80]}” tertulis {times} kali sebagai {name}. Tuliskan sekali."
            yield Problem("BP-24", place, message)
    for name in sorted({name for name, value in properties if value} - _SEVERAL):
        if len(said := all_of(properties, name)) > 1:
            message = f"Properti {name} tertulis {len(said)} kali. Sisakan satu."
            yield Problem("BP-24", place, message)
    for name, value in properties:
        yield from _too_long(f"Properti {name}", value, _LONGEST.get(name, len(value)), place)


def _too_long(what: str, text: str, most: int, place: str) -> Iterator[Problem]:
    if len(text) > most:
        message = f"{what} {len(text)} huruf; paling banyak {most}. Persingkat."
        yield Problem("BP-23", place, message)


def _idle_faults(node: Node, graph: Graph) -> Iterator[Problem]:
    """BP-19: a decider where nothing is decided would be told of nothing."""
    after = [graph.node(flow.target) for flow in graph.out_of(node.id)]
    decides = any(one and one.kind == CHOICE and len(graph.out_of(one.id)) > 1 for one in after)
    if node.all_of("decides") and not decides:
        message = "Properti decides hanya untuk tugas yang langsung diikuti gerbang keputusan."
        yield Problem("BP-19", node.id, message)


def _order_faults(rounds: Node) -> Iterator[Problem]:
    """BP-16: the second round does not open before the first."""
    read = [read_opening(text) for text in rounds.all_of("opens")]
    days = [(one.years_later, one.month, one.day) for one in read if not isinstance(one, Problem)]
    if days != sorted(set(days)):
        message = "Tanggal pembukaan putaran harus berurutan, dari yang paling awal."
        yield Problem("BP-16", rounds.id, message)
