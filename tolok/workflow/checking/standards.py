"""The standards (mutu baku) of the steps: whether each is one Tolok can hold."""

from collections.abc import Iterator
from typing import Final

from tolok.core.deadlines import Starts
from tolok.core.durations import read_duration
from tolok.core.problem import Problem
from tolok.workflow.activities import KNOWN
from tolok.workflow.reading.graph import ROUNDS, TASK, Graph, Node, all_of, properties_of
from tolok.workflow.reading.values import read_day, read_format, read_opening, read_role

_STEP: Final = frozenset(
    {"requirement", "duration", "clock", "starts", "output", "format", "note", "repetition"}
    | {"activity", "also", "decides"}
)
_SOP: Final = frozenset(
    {"code", "version", "government", "unit", "sub_unit", "number", "made", "revised", "effective"}
    | {"legal_basis", "legal_basis_in_text", "qualification", "related", "equipment", "warning"}
    | {"record"}
)
_ROUNDS: Final = frozenset({"opens"})
_MOST_ROUNDS: Final = 12
_MOST_ROLES: Final = {"also": 1, "decides": 2}  # a task lies with two offices at most


def standard_faults(graph: Graph) -> Iterator[Problem]:
    yield from _sop_faults(graph)
    yield from _lane_faults(graph)
    for node in graph.nodes:
        if node.kind == TASK:
            yield from _step_faults(node)
        elif node.kind == ROUNDS:
            yield from _round_faults(node, graph)


def _sop_faults(graph: Graph) -> Iterator[Problem]:
    """BP-04: an SOP has a title, a code, a version and the day it was made."""
    properties = properties_of(graph.process)
    for name, example in (("code", "kaltim-2024"), ("version", "2024"), ("made", "2024-03-21")):
        if not all_of(properties, name):
            message = f"Properti {name} belum ada pada proses. Tambahkan, misalnya {example}."
            yield Problem("BP-04", graph.process.place, message)
    if not graph.process.get("name"):
        yield Problem("BP-04", graph.process.place, "Proses belum bernama. Tuliskan judul SOP-nya.")
    yield from _unknown(properties, _SOP, graph.process.place)
    for name in ("made", "revised", "effective"):
        for text in all_of(properties, name):
            if isinstance(day := read_day(text), Problem):
                yield day.at(graph.process.place)


def _lane_faults(graph: Graph) -> Iterator[Problem]:
    """BP-09: every lane is an office Tolok knows, and every step stands in one."""
    for lane in graph.lanes:
        if read_role(lane.role) is None:
            message = (
                f"Lajur “{lane.name}” menyebut peran “{lane.role}”, yang tidak dikenal. Isi "
                "properti role dengan salah satu peran Tolok, misalnya coordinator."
            )
            yield Problem("BP-09", lane.element.place, message)
    known = {lane.id for lane in graph.lanes}
    for node in graph.nodes:
        if node.is_step and node.lane not in known:
            message = f"“{node.title}” tidak berada di lajur mana pun. Letakkan di lajurnya."
            yield Problem("BP-09", node.id, message)


def _step_faults(node: Node) -> Iterator[Problem]:
    """BP-10: an activity is a page Tolok has; BP-15: a time is an ISO duration in days."""
    if not node.title:
        yield Problem("BP-19", node.id, "Tugas ini belum bernama. Tuliskan kegiatannya.")
    yield from _unknown(node.properties, _STEP, node.id)
    for activity in node.all_of("activity"):
        if activity not in KNOWN:
            known = ", ".join(KNOWN)
            message = f"Aktivitas “{activity}” tidak dikenal. Kosongkan, atau pilih: {known}."
            yield Problem("BP-10", node.id, message)
    for text in node.all_of("format"):
        if isinstance(read := read_format(text), Problem):
            yield read.at(node.id)
    for text in node.all_of("duration"):
        if isinstance(duration := read_duration(text), Problem):
            yield Problem("BP-15", node.id, duration.message)
    yield from _choice_faults(node)


def _choice_faults(node: Node) -> Iterator[Problem]:
    """BP-09: who else takes part or decides is an office; BP-19: one of the known words."""
    for name, most in _MOST_ROLES.items():
        roles = node.all_of(name)
        for role in roles:
            if read_role(role) is None:
                yield Problem("BP-09", node.id, f"Peran “{role}” pada {name} tidak dikenal.")
        if len(roles) > most:
            message = f"Paling banyak {most} peran pada {name}."
            yield Problem("BP-19", node.id, message)
    for starts in node.all_of("starts"):
        if starts not in set(Starts):
            known = ", ".join(Starts)
            message = f"“{starts}” tidak memulai hitungan waktu. Pilih: {known}."
            yield Problem("BP-19", node.id, message)


def _round_faults(node: Node, graph: Graph) -> Iterator[Problem]:
    """BP-16: rounds come one after another, their number is written, each with its opening."""
    written = node.cardinality
    loops = list(node.element.each("bpmn:multiInstanceLoopCharacteristics"))
    if written is None or loops[0].get("isSequential") != "true":
        message = (
            "Sub-proses hanya untuk putaran berurutan: tandai sebagai multi-instance sequential."
        )
        yield Problem("BP-16", node.id, message)
        return
    if not (written.isascii() and written.isdigit() and 1 <= int(written) <= _MOST_ROUNDS):
        message = f"Jumlah putaran “{written}” harus bilangan bulat 1 sampai {_MOST_ROUNDS}."
        yield Problem("BP-16", node.id, message)
    elif len(node.all_of("opens")) != int(written):
        message = f"{written} putaran memerlukan {written} properti opens, satu untuk tiap putaran."
        yield Problem("BP-16", node.id, message)
    if sum(one.kind == TASK for one in graph.inside(node.id)) != 1:
        yield Problem("BP-16", node.id, "Satu putaran berisi tepat satu tugas.")
    yield from _unknown(node.properties, _ROUNDS, node.id)
    for text in node.all_of("opens"):
        if isinstance(read := read_opening(text), Problem):
            yield read.at(node.id)


def _unknown(
    properties: tuple[tuple[str, str], ...], known: frozenset[str], place: str
) -> Iterator[Problem]:
    """BP-19: a property Tolok does not know is a misspelling, not a remark."""
    for name in sorted({name for name, _ in properties} - known):
        message = (
            f"Properti “{name}” tidak dikenal di sini. Yang dikenal: {', '.join(sorted(known))}."
        )
        yield Problem("BP-19", place, message)
