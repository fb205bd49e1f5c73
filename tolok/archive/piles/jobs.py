"""Reading a pile behind the page. A job may run twice or die: the next goes on where it stood."""

import tempfile
from pathlib import Path
from typing import Any, Final

from django.utils import timezone

from tolok.archive.files import keep_file, kept_file
from tolok.archive.models import Pile, Sheet
from tolok.archive.piles.filing import file_papers
from tolok.archive.piles.placing import place
from tolok.core.problem import RefusedError, kept
from tolok.scans.in_child import ask, look
from tolok.scans.limits import DEFAULT

AT_A_TIME: Final = 8  # sheets a child reads: a second, and what is lost when it dies
ROWS: Final = 500


def read_pile(pk: int) -> None:
    """Count the sheets, read each one, file those whose paper is certain."""
    pile = Pile.objects.claim(pk)
    if pile is None:
        return
    if pile.pages is None and not _count(pile):
        return
    while numbers := _unread(pile):
        _read(pile, numbers)
        _still_alive(pile)
    file_papers(pile)
    Pile.objects.filter(pk=pile.pk).update(status=Pile.Status.DONE)


def _count(pile: Pile) -> bool:
    """A row for every sheet before any is read: whatever happens then, none is forgotten."""
    path = kept_file(pile.sha256)
    with tempfile.TemporaryDirectory(prefix="tolok-tumpukan-") as folder:
        try:
            found = look(path, Path(folder), shown=pile.name, most_pages=DEFAULT.pile_pages)
        except RefusedError as refusal:
            told = kept(refusal.problems)
            Pile.objects.filter(pk=pile.pk).update(status=Pile.Status.REFUSED, problems=told)
            return False
    sheets = (Sheet(pile=pile, number=number) for number in range(1, found["pages"] + 1))
    Sheet.objects.bulk_create(sheets, batch_size=ROWS, ignore_conflicts=True)
    Pile.objects.filter(pk=pile.pk).update(pages=found["pages"])
    return True


def _unread(pile: Pile) -> list[int]:
    unread = pile.sheets.filter(status=Sheet.Status.UNREAD).order_by("number")
    return list(unread.values_list("number", flat=True)[:AT_A_TIME])


def _read(pile: Pile, numbers: list[int]) -> None:
    """The sheet at which the child broke off waits in the tray; those behind it come next."""
    with tempfile.TemporaryDirectory(prefix="tolok-tumpukan-") as folder:
        answers = ask("read", kept_file(pile.sha256), Path(folder), numbers=numbers)
        for told in answers.told:
            _note(pile, told, Path(folder))
    if len(answers.told) < len(numbers):
        broken = numbers[len(answers.told)]
        _update(pile, broken, status=Sheet.Status.TRAY, why=Sheet.Why.UNREADABLE)


def _note(pile: Pile, told: dict[str, Any], folder: Path) -> None:
    found = place(told["codes"], pile, is_blank=told["is_blank"])
    codes = ", ".join(told["codes"])[:100]
    if found.paper:
        _update(pile, told["number"], status=Sheet.Status.READ, paper=found.paper, codes=codes)
        return
    picture = keep_file(folder / told["picture"])
    _update(
        pile,
        told["number"],
        status=Sheet.Status.TRAY,
        why=found.why,
        codes=codes,
        picture_sha256=picture,
    )


def _update(pile: Pile, number: int, **fields: object) -> None:
    """Only while nobody else has read it."""
    pile.sheets.filter(number=number, status=Sheet.Status.UNREAD).update(**fields)


def _still_alive(pile: Pile) -> None:
    Pile.objects.filter(pk=pile.pk).update(claimed_at=timezone.now())
