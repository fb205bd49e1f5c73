"""The nodes, ways and lanes of a diagram, as written: whether they make sense is checked later."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tolok.workflow.reading.xml import Element

TASK: Final = "bpmn:userTask"
START: Final = "bpmn:startEvent"
END: Final = "bpmn:endEvent"
CHOICE: Final = "bpmn:exclusiveGateway"
FORK: Final = "bpmn:parallelGateway"
ROUNDS: Final = "bpmn:subProcess"
NODES: Final = (TASK, START, END, CHOICE, FORK, ROUNDS)

Properties = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Node:
    """Whatever the ways lead through."""

    kind: str
    id: str
    name: str
    lane: str  # the id of its lane; "" when it is in none
    parent: str  # the id of the sub-process it is in
    element: Element

    @property
    def properties(self) -> Properties:
        return properties_of(self.element)

    def all_of(self, name: str) -> tuple[str, ...]:
        return all_of(self.properties, name)

    def first_of(self, name: str) -> str:
        return next(iter(self.all_of(name)), "")

    @property
    def documentation(self) -> str:
        return next(
            (" ".join(one.text.split()) for one in self.element.each("bpmn:documentation")), ""
        )

    @property
    def is_step(self) -> bool:
        """Tasks, and the end the SOP prints as a step of its own: its name begins with its id."""
        return self.kind == TASK or (self.kind == END and self.name.startswith(self.id))

    @property
    def title(self) -> str:
        """The name without the id that stands before it: "KT8 · Selesai" is "Selesai"."""
        return self.name.removeprefix(self.id).lstrip(" ·.:-") if self.is_step else self.name

    @property
    def cardinality(self) -> str | None:
        """How many rounds a sub-process has, as written; none when it is not repeated."""
        for loop in self.element.each("bpmn:multiInstanceLoopCharacteristics"):
            return next((one.text.strip() for one in loop.each("bpmn:loopCardinality")), "")
        return None


@dataclass(frozen=True)
class Flow:
    """A way from one node to another."""

    id: str
    source: str
    target: str
    label: str
    condition: str | None  # as written
    element: Element


@dataclass(frozen=True)
class LaneElement:
    """A lane as written."""

    id: str
    name: str
    role: str
    element: Element


@dataclass(frozen=True)
class Graph:
    """A process."""

    process: Element
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    lanes: tuple[LaneElement, ...]

    def node(self, id_: str) -> Node | None:
        return next((node for node in self.nodes if node.id == id_), None)

    def out_of(self, id_: str) -> tuple[Flow, ...]:
        return tuple(flow for flow in self.flows if flow.source == id_)

    def into(self, id_: str) -> tuple[Flow, ...]:
        return tuple(flow for flow in self.flows if flow.target == id_)

    def inside(self, parent: str) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.parent == parent)


def graph_of(process: Element) -> Graph:
    lanes = tuple(_lanes(process))
    lane_of = {
        reference.text.strip(): lane.id
        for lane in lanes
        for reference in lane.element.each("bpmn:flowNodeRef")
    }
    nodes = tuple(_nodes(process, "", lane_of))
    flows = tuple(
        Flow(
            id=element.id,
            source=element.get("sourceRef"),
            target=element.get("targetRef"),
            label=element.get("name"),
            condition=_condition(element),
            element=element,
        )
        for element in process.everything()
        if element.name == "bpmn:sequenceFlow"
    )
    return Graph(process, nodes, flows, lanes)


def properties_of(element: Element) -> Properties:
    return tuple(
        (one.get("name"), one.get("value"))
        for extension in element.each("bpmn:extensionElements")
        for group in extension.each("camunda:properties")
        for one in group.each("camunda:property")
    )


def all_of(properties: Properties, name: str) -> tuple[str, ...]:
    return tuple(value for key, value in properties if key == name and value)


def _lanes(process: Element) -> Iterator[LaneElement]:
    for group in process.each("bpmn:laneSet"):
        for lane in group.each("bpmn:lane"):
            role = next(iter(all_of(properties_of(lane), "role")), "")
            yield LaneElement(lane.id, lane.get("name"), role, lane)


def _nodes(scope: Element, parent: str, lane_of: dict[str, str]) -> Iterator[Node]:
    """What is inside a sub-process stands in the lane of the sub-process."""
    for element in scope.each(*NODES):
        lane = lane_of.get(element.id) or lane_of.get(parent, "")
        yield Node(element.name, element.id, element.get("name"), lane, parent, element)
        if element.name == ROUNDS:
            yield from _nodes(element, element.id, lane_of)


def _condition(flow: Element) -> str | None:
    return next((one.text.strip() for one in flow.each("bpmn:conditionExpression")), None)
