"""Which papers of Tolok meet what a step needs or brings forth, by the names both SOPs use.

An output whose paper is there is shown by itself; a requirement is offered filled in, for whoever
answers it to look at and keep.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tolok.archive.models import Paper
from tolok.archive.models.papers import PaperRows
from tolok.workflow.definition import RETURNED
from tolok.workflow.models import Task, TaskItem
from tolok.workflow.suggesting import document_named


@dataclass(frozen=True)
class Named:
    """A document of the catalogue, of the task's year or of years before."""

    code: str
    years_ago: int = 0


IN_WORDS: Final[Mapping[str, Named]] = {
    "dokumen perencanaan kinerja": Named("F3"),
    "tujuan pbj": Named("F3"),
    "area strategis": Named("F3"),
    "rencana aksi": Named("F3"),
    "dokumen perencanaan kinerja dan target tahun berjalan": Named("F3"),
    "(a) tujuan pbj": Named("F3"),
    "(b) area strategis": Named("F3"),
    "(c) usulan paket pengadaan berdasarkan area strategis (jika sudah tersedia di sirup)": Named(
        "PAKET-AREA"
    ),
    "(d) indikator dan atribut": Named("F3"),
    "(e) baseline dan target": Named("F3"),
    "lampiran: rencana aksi per indikator": Named("F3"),
    "paket pengadaan terpilih": Named("PAKET-AREA"),
    "(f) template data kinerja": Named("TEMPLATE-DATA"),
    "(g) usulan surat edaran implementasi": Named("F2"),
    "kompilasi pencapaian kinerja per indikator": Named("KOMP-INDIKATOR"),
    "laporan pencapaian kinerja": Named("LAP-CAPAIAN"),
    "materi presentasi": Named("PRESENTASI"),
    "perencanaan kinerja tahun sebelumnya": Named("F3", years_ago=1),
    "laporan kinerja pengadaan tahun sebelumnya": Named("F15", years_ago=1),
}


def named(item: TaskItem) -> Named | None:
    """An output is the document its step names at the same place, unless its words say another;
    else the one in whose title all its words are."""
    step, words = item.task.definition_step, item.name.casefold()
    if known := IN_WORDS.get(words):
        return known
    if item.kind == TaskItem.Kind.OUTPUT and len(step.outputs) == len(step.formats):
        return Named(step.formats[item.place - 1].code)
    code = document_named(words)
    return Named(code) if code else None


def with_offers(task: Task, items: Iterable[TaskItem], papers: PaperRows) -> list[TaskItem]:
    """The items; to each that nobody has answered yet, the paper that is there for it."""
    found = list(items)
    wanted = {item: named(item) for item in found if item.is_open}
    if task.outcome == RETURNED:  # what it brought forth was sent back
        wanted = {}
    codes = {one.code for one in wanted.values() if one}
    there = _newest(papers.filter(document__in=codes)) if codes else {}
    for item, one in wanted.items():
        item.offer = there.get((one.code, task.year - one.years_ago)) if one else None
    return found


def _newest(papers: PaperRows) -> dict[tuple[str, int], Paper]:
    """Of each document and year the newest, one that has left the house before a draft."""
    order = sorted(papers.for_list(), key=lambda one: (one.status != Paper.Status.DRAFT, one.pk))
    return {(one.document, one.year): one for one in order}
