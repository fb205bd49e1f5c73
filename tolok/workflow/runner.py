"""Runs a definition: which steps are ready, and which become ready when one is completed.

    position = start(content)
    position = complete(content, position.state, "KT1.vi", outcome="returned")

SpiffWorkflow does the running, and only here. It never sees the file: it is given a process made
from the graph that was checked. Its stored state holds no definition and no code, and `restore`
is the only way back from one, because the library itself comes back with an engine that
evaluates Python.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NoReturn
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.serializer.config import DEFAULT_CONFIG
from SpiffWorkflow.bpmn.serializer.default.workflow import BpmnWorkflowConverter
from SpiffWorkflow.bpmn.specs.defaults import SequentialMultiInstanceTask, UserTask
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from tolok.core.problem import Problem, RefusedError
from tolok.workflow.loading import load
from tolok.workflow.reading.graph import ROUNDS, Flow, Graph, Node
from tolok.workflow.reading.values import outcome_of
from tolok.workflow.reading.xml import BPMN

State = dict[str, Any]  # JSON, to be kept with the run
_PROCESS: Final = "sop"
_CARDINALITY: Final = re.compile(r"[0-9]{1,2}")


@dataclass(frozen=True)
class Ready:
    """A task that waits for somebody."""

    step: str
    round: int  # 1 to 4 in a sub-process of rounds, else 0


@dataclass(frozen=True)
class Position:
    """Where a run stands."""

    state: State
    ready: tuple[Ready, ...]
    is_finished: bool


class ForbiddenCodeError(RuntimeError):
    """Something in a process or a stored state asked for code to be run."""


class OutcomeEngine(PythonScriptEngine):  # type: ignore[misc]  # the library has no types
    """Answers whether the chosen outcome has a name, reads a number of rounds, runs nothing."""

    def evaluate(self, task: Any, expression: str, external_context: Any = None) -> bool | int:
        del external_context
        if _CARDINALITY.fullmatch(expression):
            return int(expression)
        name = outcome_of(expression)
        if name is None:
            raise ForbiddenCodeError(f"not an outcome: {expression!r}")
        return bool(task.data.get("outcome") == name)

    def execute(self, task: Any, script: str, external_context: Any = None) -> NoReturn:
        raise ForbiddenCodeError(f"a script was to be run: {script!r}")

    def call_service(self, task: Any, **kwargs: Any) -> NoReturn:
        raise ForbiddenCodeError(f"a service was to be called: {kwargs!r}")


ENGINE: Final = OutcomeEngine()


def start(content: bytes) -> Position:
    """A new run of the definition in `content`, at its first steps."""
    spec, inner = _specs(content)
    workflow = BpmnWorkflow(spec, inner, script_engine=ENGINE)
    return _run_on(workflow)


def complete(content: bytes, state: State, step: str, *, outcome: str | None = None) -> Position:
    """The run after one of its ready tasks; WF-01 when the step is not ready."""
    workflow = restore(content, state)
    waiting = {task.task_spec.name: task for task in _waiting(workflow)}
    if step not in waiting:
        ready = ", ".join(waiting) or "tidak ada"
        message = f"Langkah {step} tidak sedang menunggu. Yang menunggu: {ready}."
        raise RefusedError(Problem("WF-01", step, message))
    task = waiting[step]
    task.set_data(outcome=outcome)
    task.run()
    return _run_on(workflow)


def replay(content: bytes, completed: Sequence[tuple[str, str | None]]) -> Position:
    """The run as it stands after these steps with their outcomes, from the beginning."""
    position = start(content)
    for step, outcome in completed:
        position = complete(content, position.state, step, outcome=outcome)
    return position


def skip_to(content: bytes, target: str) -> tuple[Position, tuple[Ready, ...]]:
    """The run opened at a later step, and the tasks before it that count as done outside.

    WF-03: the step is not one of the definition. Only what leads to the step is passed over;
    what runs beside it still waits.
    """
    definition = load(content)[0]
    if target not in {step.id for step in definition.work}:
        known = ", ".join(step.id for step in definition.work)
        message = f"Langkah “{target}” tidak ada dalam {definition.code}. Pilih: {known}."
        raise RefusedError(Problem("WF-03", "langkah", message))
    before = definition.leading_to(target)
    position, skipped = start(content), []
    while passed := next((one for one in position.ready if one.step in before), None):
        outcome = definition.forward_outcome(passed.step)
        position = complete(content, position.state, passed.step, outcome=outcome)
        skipped.append(passed)
    return position, tuple(skipped)


def restore(content: bytes, state: State) -> Any:
    """The run of a stored state, under our own engine; WF-02 when the state is damaged."""
    spec, inner = _specs(content)
    kept = json.loads(json.dumps(state))  # the library changes what it is given
    try:
        return CONVERTER.restored(kept, spec, inner)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        message = f"Keadaan alur kerja rusak ({error!r}). Pulihkan dari cadangan."
        raise RefusedError(Problem("WF-02", "alur kerja", message)) from error


class WithoutSpecs(BpmnWorkflowConverter):  # type: ignore[misc]  # the library has no types
    """Keeps the position alone; what runs always comes from the definition."""

    def to_dict(self, workflow: Any) -> State:
        kept: State = super(BpmnWorkflowConverter, self).to_dict(workflow)
        return {**kept, "subprocesses": self.mapping_to_dict(workflow.subprocesses)}

    def restored(self, state: State, spec: Any, inner: Any) -> Any:
        workflow = BpmnWorkflow(spec, inner, script_engine=ENGINE, deserializing=True)
        workflow.tasks = self.mapping_from_dict(state["tasks"], UUID, workflow=workflow)
        workflow.task_tree = workflow.tasks[UUID(state["root"])]
        self.set_default_attributes(workflow, state)
        self.subprocesses_from_dict(state["subprocesses"], workflow)
        return workflow


REGISTRY: Final = BpmnWorkflowSerializer.configure({**DEFAULT_CONFIG, BpmnWorkflow: WithoutSpecs})
CONVERTER: Final = WithoutSpecs(BpmnWorkflow, REGISTRY)


def _run_on(workflow: Any) -> Position:
    """Through gateways and events, to the next tasks somebody must do."""
    workflow.do_engine_steps()
    ready = tuple(_ready(task) for task in _waiting(workflow))
    return Position(CONVERTER.to_dict(workflow), ready, bool(workflow.completed))


def _waiting(workflow: Any) -> list[Any]:
    return [
        task
        for task in workflow.get_tasks(state=TaskState.READY)
        if isinstance(task.task_spec, UserTask)
    ]


def _ready(task: Any) -> Ready:
    return Ready(task.task_spec.name, _round(task))


def _round(task: Any) -> int:
    """The place of the task's sub-process among its rounds, counted from 1; 0 outside of one."""
    around = task.workflow.parent_task_id
    if around is None:
        return 0
    instance = task.workflow.top_workflow.get_task_from_id(around)
    return int(instance.internal_data.get("item", 0)) + 1


def _specs(content: bytes) -> tuple[Any, dict[str, Any]]:
    parser = BpmnParser()
    parser.add_bpmn_str(_process_in(content))
    spec = parser.get_spec(_PROCESS)
    for repeated in list(spec.task_specs.values()):
        if isinstance(repeated, SequentialMultiInstanceTask):
            # The library connects the two at the first round only; a stored state comes later.
            spec.task_specs[repeated.task_spec].completed_event.connect(repeated.merge_child)
    return spec, parser.get_subprocess_specs(_PROCESS)


@lru_cache(maxsize=64)
def _process_in(content: bytes) -> bytes:
    """What the engine is given: nodes, ways and conditions of the checked graph, nothing else."""
    body = _scope(load(content)[1], "")
    return (
        f'<bpmn:definitions xmlns:bpmn={quoteattr(BPMN)}><bpmn:process id="{_PROCESS}" '
        f'isExecutable="true">{body}</bpmn:process></bpmn:definitions>'
    ).encode()


def _scope(graph: Graph, parent: str) -> str:
    nodes = graph.inside(parent)
    ids = {node.id for node in nodes}
    return "".join(
        [
            *(_element(graph, node) for node in nodes),
            *(_flow(flow) for flow in graph.flows if flow.source in ids),
        ]
    )


def _element(graph: Graph, node: Node) -> str:
    inside = _scope(graph, node.id) if node.kind == ROUNDS else ""
    if node.cardinality:
        inside += (
            '<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>'
            f"{int(node.cardinality)}</bpmn:loopCardinality>"
            "</bpmn:multiInstanceLoopCharacteristics>"
        )
    return f"<{node.kind} id={quoteattr(node.id)}>{inside}</{node.kind}>"


def _flow(flow: Flow) -> str:
    ends = f"sourceRef={quoteattr(flow.source)} targetRef={quoteattr(flow.target)}"
    outcome = outcome_of(flow.condition)
    condition = (
        f"<bpmn:conditionExpression>outcome == &quot;{escape(outcome)}&quot;"
        "</bpmn:conditionExpression>"
        if outcome
        else ""
    )
    return f"<bpmn:sequenceFlow id={quoteattr(flow.id)} {ends}>{condition}</bpmn:sequenceFlow>"
