"""From a graph that was found sound to the definition everything else reads."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from tolok.core.deadlines import Starts
from tolok.core.durations import Duration, read_duration
from tolok.core.problem import Problem
from tolok.people.models import Role
from tolok.workflow.definition import Definition, Format, Identity, Lane, Next, Opening, Step
from tolok.workflow.reading.graph import (
    END,
    ROUNDS,
    START,
    Flow,
    Graph,
    Node,
    all_of,
    properties_of,
)
from tolok.workflow.reading.values import outcome_of, read_day, read_format, read_opening

Value = TypeVar("Value")


def definition_of(graph: Graph, sha256: str) -> Definition:
    properties = properties_of(graph.process)

    def first(name: str) -> str:
        return next(iter(all_of(properties, name)), "")

    return Definition(
        code=first("code"),
        version=first("version"),
        title=graph.process.get("name"),
        identity=_identity(graph),
        lanes=tuple(Lane(lane.name, Role(lane.role)) for lane in graph.lanes),
        steps=tuple(_step(node, graph) for node in graph.nodes if node.is_step),
        sha256=sha256,
    )


def _identity(graph: Graph) -> Identity:
    properties = properties_of(graph.process)

    def first(name: str) -> str:
        return next(iter(all_of(properties, name)), "")

    def day(name: str) -> date | None:
        return _sound(read_day(first(name)))

    return Identity(
        government=first("government"),
        unit=first("unit"),
        sub_unit=first("sub_unit"),
        number=first("number"),
        made=date.fromisoformat(first("made")),
        revised=day("revised"),
        effective=day("effective"),
        legal_basis=all_of(properties, "legal_basis"),
        legal_basis_in_text=all_of(properties, "legal_basis_in_text"),
        qualification=all_of(properties, "qualification"),
        related=all_of(properties, "related"),
        equipment=all_of(properties, "equipment"),
        warning=all_of(properties, "warning"),
        record=all_of(properties, "record"),
    )


def _step(node: Node, graph: Graph) -> Step:
    lane = next(lane for lane in graph.lanes if lane.id == node.lane)
    duration: Duration | None = _sound(read_duration(node.first_of("duration")))
    return Step(
        id=node.id,
        name=node.title,
        why=node.documentation,
        note=node.first_of("note"),
        activity=node.first_of("activity"),
        is_end=node.kind == END,
        lane=lane.name,
        role=Role(lane.role),
        also=tuple(Role(role) for role in node.all_of("also")),
        decides=tuple(Role(role) for role in node.all_of("decides")),
        requirements=node.all_of("requirement"),
        duration=duration,
        outputs=node.all_of("output"),
        formats=_formats(node),
        starts=_starts(node, duration),
        clock=node.first_of("clock"),
        repetition=node.first_of("repetition"),
        openings=_openings(node, graph),
        next=tuple(_next(node, graph)),
    )


def _formats(node: Node) -> tuple[Format, ...]:
    read = (read_format(text) for text in node.all_of("format"))
    return tuple(one for one in read if isinstance(one, Format))


def _starts(node: Node, duration: Duration | None) -> Starts:
    """Where a step does not say what starts its clock: its predecessors, if it has a time."""
    if written := node.first_of("starts"):
        return Starts(written)
    return Starts.PREDECESSORS if duration else Starts.NOTHING


def _openings(node: Node, graph: Graph) -> tuple[Opening, ...]:
    around = graph.node(node.parent)
    read = (read_opening(text) for text in around.all_of("opens")) if around else ()
    return tuple(one for one in read if isinstance(one, Opening))


def _next(node: Node, graph: Graph) -> Iterator[Next]:
    """The steps that follow, through gateways, into a sub-process and out of it."""
    seen: set[str] = set()
    ways: list[tuple[Flow, Flow | None]] = [(flow, None) for flow in graph.out_of(node.id)]
    while ways:
        flow, choice = ways.pop(0)
        choice = flow if flow.condition else choice
        target = graph.node(flow.target)
        if target is None or f"{flow.id} {choice and choice.id}" in seen:
            continue
        seen.add(f"{flow.id} {choice and choice.id}")
        if target.is_step or (target.kind == END and not target.parent):
            outcome = outcome_of(choice.condition) if choice else None
            yield Next(target.id if target.is_step else "", outcome, choice.label if choice else "")
        else:
            ways.extend((onward, choice) for onward in _onward(target, graph))


def _onward(node: Node, graph: Graph) -> tuple[Flow, ...]:
    """Through a node that is no step: into the rounds, out of them, or simply on."""
    if node.kind == ROUNDS:
        starts = [one for one in graph.inside(node.id) if one.kind == START]
        return tuple(flow for start in starts for flow in graph.out_of(start.id))
    if node.kind == END and node.parent:
        return graph.out_of(node.parent)
    return graph.out_of(node.id)


def _sound(read: Value | Problem) -> Value:
    """What was checked before cannot be a problem any more."""
    if isinstance(read, Problem):
        raise ValueError(read.message)
    return read
