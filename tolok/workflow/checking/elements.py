"""What may stand in a diagram at all. Whatever is not listed here is refused, not ignored."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from tolok.core.problem import Problem
from tolok.workflow.reading.graph import CHOICE, END, FORK, NODES, ROUNDS, START, TASK
from tolok.workflow.reading.xml import Element

_WORDS: Final = ("bpmn:documentation", "bpmn:extensionElements")
_DRAWN: Final = ("bpmn:textAnnotation", "bpmn:association", "bpmn:group")
_WAYS: Final = ("bpmn:incoming", "bpmn:outgoing")
_ALLOWED: Final = {
    "bpmn:definitions": (*_WORDS, "bpmn:collaboration", "bpmn:process", "bpmn:category"),
    "bpmn:collaboration": (*_WORDS, *_DRAWN, "bpmn:participant"),
    "bpmn:participant": _WORDS,
    "bpmn:process": (*_WORDS, *_DRAWN, *NODES, "bpmn:laneSet", "bpmn:sequenceFlow"),
    "bpmn:laneSet": (*_WORDS, "bpmn:lane"),
    "bpmn:lane": (*_WORDS, "bpmn:flowNodeRef"),
    "bpmn:flowNodeRef": (),
    "bpmn:sequenceFlow": (*_WORDS, "bpmn:conditionExpression"),
    "bpmn:conditionExpression": (),
    TASK: (*_WORDS, *_WAYS),
    START: (*_WORDS, *_WAYS),
    END: (*_WORDS, *_WAYS),
    CHOICE: (*_WORDS, *_WAYS),
    FORK: (*_WORDS, *_WAYS),
    ROUNDS: (
        *_WORDS,
        *_WAYS,
        *_DRAWN,
        TASK,
        START,
        END,
        "bpmn:sequenceFlow",
        "bpmn:multiInstanceLoopCharacteristics",
    ),
    "bpmn:multiInstanceLoopCharacteristics": (*_WORDS, "bpmn:loopCardinality"),
    "bpmn:loopCardinality": (),
    "bpmn:extensionElements": ("camunda:properties",),
    "camunda:properties": ("camunda:property",),
    "camunda:property": (),
}
_FREE: Final = (*_DRAWN, *_WAYS, "bpmn:documentation", "bpmn:category")  # words and drawing
_IDLE: Final = ("default",)
_INSTEAD: Final = {
    "bpmn:scriptTask": "Tolok tidak menjalankan skrip apa pun",
    "bpmn:serviceTask": "Tolok tidak memanggil layanan apa pun",
    "bpmn:businessRuleTask": "Tolok tidak menjalankan aturan dari diagram",
    "bpmn:callActivity": "satu SOP berdiri sendiri dalam satu berkas",
    "bpmn:boundaryEvent": "batas waktu dihitung Tolok dari waktu baku, bukan dari diagram",
    "bpmn:timerEventDefinition": "batas waktu dihitung Tolok dari waktu baku, bukan dari diagram",
}


def element_faults(root: Element) -> Iterator[Problem]:
    yield from _id_faults(root)
    yield from _kind_faults(root)
    yield from _attribute_faults(root)


def _kind_faults(element: Element, owner: str = "berkas") -> Iterator[Problem]:
    """BP-05: only the elements that are run or shown; BP-06: no timers and other events."""
    owner = element.id or owner
    allowed = _ALLOWED[element.name]
    for child in element.children:
        if child.name in allowed:
            if child.name not in _FREE:
                yield from _kind_faults(child, owner)
        elif child.name.startswith(("bpmn:", "camunda:")) or element.name != "bpmn:definitions":
            yield _refused(child, owner)


def _refused(child: Element, owner: str) -> Problem:
    short = child.name.rpartition(":")[2].rpartition(" ")[2]
    why = _INSTEAD.get(child.name, "unsur ini tidak dikenal di tempat itu")
    if child.name.endswith("EventDefinition"):
        message = f"Peristiwa {short} tidak dijalankan: {why}. Pakai peristiwa biasa tanpa jenis."
        return Problem("BP-06", owner, message)
    message = f"Unsur {short} tidak diterima: {why}. Pakai userTask, atau hapus unsur ini."
    return Problem("BP-05", child.id or owner, message)


def _attribute_faults(root: Element) -> Iterator[Problem]:
    """BP-05: nothing that names code or another engine's behaviour, such as camunda:class, nor
    a way to take where no outcome fits."""
    for element in root.everything():
        if not element.name.startswith("bpmn:"):
            continue
        for name in element.attributes:
            space, _, local = name.rpartition(" ")
            if (space and "XMLSchema-instance" not in space) or name in _IDLE:
                message = f"Atribut {local} tidak diterima pada diagram. Hapus atribut itu."
                yield Problem("BP-05", element.place, message)


def _id_faults(root: Element) -> Iterator[Problem]:
    """BP-17: every element that is run has an id, and no two the same."""
    named = [element for element in root.everything() if element.id]
    for id_, times in Counter(element.id for element in named).items():
        if times > 1:
            message = f"Id {id_} dipakai {times} kali. Setiap unsur harus mempunyai id sendiri."
            yield Problem("BP-17", id_, message)
    for element in root.everything():
        if element.name in (*NODES, "bpmn:sequenceFlow", "bpmn:lane") and not element.id:
            message = "Unsur ini tidak mempunyai id. Berikan id, misalnya KT1.i."
            yield Problem("BP-17", element.place, message)
