"""Whether a diagram can be run: its faults, each with the element it is in.

    faults = faults_of(content)  # empty when the file is sound

Nothing in a file is executed to find out, and what passed holds nothing that could be.
"""

from tolok.core.problem import Problem, RefusedError
from tolok.workflow.checking.elements import element_faults
from tolok.workflow.checking.flows import flow_faults
from tolok.workflow.checking.marking import stuck_faults
from tolok.workflow.checking.paths import path_faults
from tolok.workflow.checking.standards import standard_faults
from tolok.workflow.checking.writing import writing_faults
from tolok.workflow.reading.graph import Graph, graph_of
from tolok.workflow.reading.xml import Element, read_tree


def faults_of(content: bytes) -> tuple[Problem, ...]:
    return checked(content)[1]


def checked(content: bytes) -> tuple[Graph | None, tuple[Problem, ...]]:
    """The graph, where there is one, and everything that is wrong with it."""
    try:
        root = read_tree(content)
        process = the_process(root)
    except RefusedError as refusal:
        return None, refusal.problems
    graph = graph_of(process)
    faults = [*element_faults(root), *flow_faults(graph), *standard_faults(graph)]
    faults += [*writing_faults(graph), *path_faults(graph)]
    if not faults:  # only a diagram that hangs together can be walked through
        faults += stuck_faults(graph)
    return graph, tuple(faults)


def the_process(root: Element) -> Element:
    """BP-04: a file is one SOP: one process with code, version and title."""
    processes = list(root.each("bpmn:process"))
    if root.name != "bpmn:definitions" or len(processes) != 1:
        message = (
            f"Berkas memuat {len(processes)} proses BPMN 2.0. Satu berkas adalah satu SOP: "
            "simpan tepat satu proses (bpmn:process) di dalamnya."
        )
        raise RefusedError(Problem("BP-04", "berkas", message))
    return processes[0]
