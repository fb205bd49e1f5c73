"""By what the requirements and outputs of a step are met on a journey."""

from collections.abc import Iterator, Mapping
from typing import Final

from tolok.archive.models import Paper
from tolok.demo.journey.sheets import scanned
from tolok.demo.journey.stage import Stage
from tolok.people.models import User
from tolok.scans.examine import Scan
from tolok.workflow.actions import Missing, meet_requirement
from tolok.workflow.models import Task, TaskItem

FROM_PAPERS: Final[Mapping[str, str]] = {
    "Dokumen Perencanaan Kinerja": "F3",
    "Tujuan PBJ": "F3",
    "Area strategis": "F3",
    "Rencana aksi": "F3",
    "Paket pengadaan terpilih": "PAKET-AREA",
    "Template data kinerja": "TEMPLATE-DATA",
    "Formulir perhitungan di atribut indikator": "HITUNG",
}
NOT_THERE: Final[Mapping[str, Missing]] = {
    "Perencanaan kinerja tahun sebelumnya": Missing(
        "Tahun ini tahun pertama SOP dijalankan.", "Renstra dan arahan pimpinan"
    ),
    "Laporan kinerja pengadaan tahun sebelumnya": Missing(
        "Tahun ini tahun pertama SOP dijalankan.", "Nilai indikator dari data tahun lalu"
    ),
}


def meet_needs(stage: Stage, task: Task, actor: User) -> None:
    """Each kelengkapan that nothing was said about yet."""
    for item in task.items.needed().open():
        meet_requirement(item, _source(stage, task, item), actor=actor)


def meet_outputs(stage: Stage, task: Task, actor: User, *, without: str = "") -> None:
    """Of a step without a page of its own: the paper where there is one, else a scan."""
    for item, code in codes_of(task):
        if item.is_open and code != without:
            by = _paper(stage, code) or _scan(stage, task, item.name)
            meet_requirement(item, by, actor=actor)


def codes_of(task: Task) -> Iterator[tuple[TaskItem, str]]:
    """The outputs with the documents they are: one each, or all of them together."""
    step = task.definition_step
    items = list(task.items.brought_forth())
    codes = [one.code for one in step.formats]
    if len(codes) != len(items):
        codes = [step.formats_text] * len(items)
    yield from zip(items, codes, strict=True)


def _source(stage: Stage, task: Task, item: TaskItem) -> Paper | Scan | Missing:
    if item.name in NOT_THERE:
        return NOT_THERE[item.name]
    paper = _paper(stage, FROM_PAPERS.get(item.name, ""))
    return paper or _brought_forth(stage, item.name) or _scan(stage, task, item.name)


def _paper(stage: Stage, code: str) -> Paper | None:
    """The one that counts, once it has left the house."""
    found = Paper.objects.of_year(stage.agency, stage.year.year).in_force().ever_issued()
    return found.filter(document=code).order_by("pk").first()


def _brought_forth(stage: Stage, name: str) -> Paper | Scan | None:
    """What an earlier step named as its output."""
    items = TaskItem.objects.brought_forth().filter(task__run=stage.run, name__iexact=name)
    last = items.filter(met__in=[TaskItem.Met.PAPER, TaskItem.Met.FILE]).order_by("-pk").first()
    if last is None or last.paper:
        return last.paper if last else None
    return Scan(last.file_name, last.file_sha256, 0, last.file_type)


def _scan(stage: Stage, task: Task, name: str) -> Scan:
    lines = [f"{task.label} {task.name}", f"{stage.agency}, {stage.year.label}"]
    return scanned(name, lines, day=stage.clock.today)
