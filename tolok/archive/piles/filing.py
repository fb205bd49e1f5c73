"""From sheets whose paper is known to files of these papers; each sheet exactly once."""

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.archive.files import keep_file, kept_file, size_of_kept
from tolok.archive.issuing.actions import attach_signed
from tolok.archive.issuing.making import Kept
from tolok.archive.models import Paper, PaperFile, Pile, Sheet
from tolok.core.problem import RefusedError
from tolok.people.models import User
from tolok.scans.content import Content
from tolok.scans.in_child import ask

AT_A_TIME: Final = 20  # papers a child cuts out
_MOST_SPANS: Final = 5


@dataclass(frozen=True)
class Part:
    """Sheets of a pile that belong together, and the kept PDF of them."""

    pile: Pile
    numbers: tuple[int, ...]
    sha256: str

    @property
    def name(self) -> str:
        return f"tumpukan {self.pile.pk} lembar {spans(self.numbers)}.pdf"

    def kept_for(self, paper: Paper) -> Kept:
        """As a signed copy of the paper."""
        name = f"{paper.document} {paper.code} {self.name}"
        size = size_of_kept(self.sha256)
        return Kept(PaperFile.Kind.SIGNED, name, self.sha256, size, Content.PDF.value)


def file_papers(pile: Pile) -> None:
    """A PDF for each paper, of its sheets in the order of the pile."""
    numbers: dict[int, list[int]] = defaultdict(list)
    read = pile.sheets.filter(status=Sheet.Status.READ).order_by("number")
    for paper, number in read.values_list("paper", "number"):
        numbers[paper].append(number)
    papers = list(numbers)
    for at in range(0, len(papers), AT_A_TIME):
        some = papers[at : at + AT_A_TIME]
        for paper, part in zip(some, cut_out(pile, [numbers[one] for one in some]), strict=True):
            _file_or_lay_aside(part, paper)
        Pile.objects.filter(pk=pile.pk).update(claimed_at=timezone.now())


def _file_or_lay_aside(part: Part, paper: int) -> None:
    """What cannot be filed after all goes into the tray: the paper was voided meanwhile."""
    why = Sheet.Why.UNREADABLE
    if part.sha256:
        try:
            file_part(part, Paper.objects.get(pk=paper), standing=Sheet.Status.READ)
        except RefusedError:
            why = Sheet.Why.CLOSED
        else:
            return
    read = part.pile.sheets.filter(number__in=part.numbers, status=Sheet.Status.READ)
    read.update(status=Sheet.Status.TRAY, why=why, paper=None)
    draw(part.pile, part.numbers)


def cut_out(pile: Pile, groups: Sequence[Sequence[int]]) -> Iterator[Part]:
    """A kept PDF of each group of sheets; its hash is "" where the child could not make it."""
    with tempfile.TemporaryDirectory(prefix="tolok-tumpukan-") as folder:
        ask("split", kept_file(pile.sha256), Path(folder), parts=groups)
        for at, numbers in enumerate(groups):
            made = Path(folder) / f"{at}.pdf"
            yield Part(pile, tuple(numbers), keep_file(made) if made.is_file() else "")


@transaction.atomic
def file_part(
    part: Part, paper: Paper, *, standing: Sheet.Status, actor: User | None = None
) -> bool:
    """Whether it was filed: only sheets that still stand where the caller saw them are, so a
    second job and a second person find nothing left to do."""
    sheets = part.pile.sheets.select_for_update().filter(number__in=part.numbers, status=standing)
    if len(sheets) != len(part.numbers):
        return False
    attach_signed(paper, part.kept_for(paper), actor=actor or part.pile.uploaded_by)
    file = paper.files.get(kind=PaperFile.Kind.SIGNED, sha256=part.sha256)
    part.pile.sheets.filter(number__in=part.numbers).update(
        status=Sheet.Status.FILED,
        paper=paper,
        file=file,
        picture_sha256="",
        decided_by=actor,
        decided_at=timezone.now(),
    )
    return True


def draw(pile: Pile, numbers: Sequence[int]) -> None:
    """Pictures of sheets that came into the tray late."""
    with tempfile.TemporaryDirectory(prefix="tolok-tumpukan-") as folder:
        for told in ask("read", kept_file(pile.sha256), Path(folder), numbers=numbers).told:
            picture = keep_file(Path(folder) / told["picture"])
            pile.sheets.filter(number=told["number"]).update(picture_sha256=picture)


def spans(numbers: Sequence[int]) -> str:
    """ "3-5, 9"; a form answered by a hundred people has many."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    words = [f"{span[0]}-{span[-1]}" if len(span) > 1 else str(span[0]) for span in spans]
    return (
        ", ".join(words)
        if len(words) <= _MOST_SPANS
        else f"{words[0]} dst. ({len(numbers)} lembar)"
    )
