"""The way in for every diagram: read, checked, and only then a definition."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Final

from tolok.core.problem import Problem, RefusedError
from tolok.workflow.checking import checked
from tolok.workflow.definition import Definition
from tolok.workflow.reading.graph import Graph
from tolok.workflow.reading.steps import definition_of

SHIPPED: Final = Path(__file__).parent / "definitions"


@lru_cache(maxsize=64)
def load(content: bytes) -> tuple[Definition, Graph]:
    """The definition, and the graph the runner is built from; RefusedError with all faults."""
    graph, faults = checked(content)
    if faults or graph is None:
        raise RefusedError(*faults)
    return definition_of(graph, hashlib.sha256(content).hexdigest()), graph


def definition_in(content: bytes) -> Definition:
    return load(content)[0]


def shipped_codes() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.bpmn")))


def shipped_file(code: str) -> bytes:
    """BP-21: only the SOPs that come with Tolok are found by their code alone."""
    if code not in shipped_codes():
        known = ", ".join(shipped_codes())
        message = f"Tidak ada SOP berkode “{code}”. Yang tersedia: {known}."
        raise RefusedError(Problem("BP-21", "kode SOP", message))
    return (SHIPPED / f"{code}.bpmn").read_bytes()


def shipped(code: str) -> Definition:
    return definition_in(shipped_file(code))
