"""The parent's side of the check: a child opens the file, the answer is plain texts and bytes."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from tolok.core.problem import Problem, RefusedError
from tolok.documents.checking.container import need_small
from tolok.documents.document import Document
from tolok.documents.rendering.limits import DEFAULT
from tolok.documents.rendering.pool import Child, Job

LIMITS: Final = replace(DEFAULT, wall_seconds=30.0)


@dataclass(frozen=True)
class Checked:
    """A template as it was found; usable when nothing is wrong, whatever the warnings say."""

    problems: tuple[Problem, ...]  # each with the paragraph it stands in
    warnings: tuple[Problem, ...]  # facts that the shipped template prints and this one does not
    preview: bytes  # the example as .docx, marked as an example; empty when something is wrong

    def need_good(self) -> None:
        if self.problems:
            raise RefusedError(*self.problems)


def check_template(document: Document, path: Path) -> Checked:
    """The file is opened in a limited child of its own alone, which ends with the check."""
    need_template(document)
    child = Child(LIMITS)
    try:
        need_small(path)
        header, preview = child.ask(Job(document.code, {}, path, task="check"))
    except RefusedError as refusal:
        return Checked(refusal.problems, (), b"")
    finally:
        child.close()
    return Checked(_problems(header["wrong"]), _problems(header["warnings"]), preview)


def need_template(document: Document) -> None:
    """TP-13: slides and workbooks are drawn, not poured into a template."""
    if document.formats[0] != "docx":
        message = f"{document.code} tidak dibuat dari templat Word, jadi tidak dapat diganti."
        raise RefusedError(Problem("TP-13", document.code, message))


def _problems(told: list[Any]) -> tuple[Problem, ...]:
    return tuple(Problem(*one) for one in told)
