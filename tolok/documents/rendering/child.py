"""Renders Word documents one after another: `python -m tolok.documents.rendering.child`.

It is warm (templates stay compiled) and limited: address space, processor time per document, no
files written, few opened. A job is one JSON line on stdin; the answer is one JSON line on stdout
and, when it went well, so many bytes of .docx.
"""

import json
import resource
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from tolok.core.problem import Problem, RefusedError
from tolok.documents.catalogue import document
from tolok.documents.checking.inside import check
from tolok.documents.facts import facts_from_json
from tolok.documents.rendering.limits import DEFAULT
from tolok.documents.rendering.word import Word, render_word

_FORBIDDEN: Final = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn"),
    *("os.kill", "os.remove", "os.rename", "os.chmod", "os.symlink", "os.link", "os.putenv"),
    *("ctypes.", "shutil.", "ftplib.", "http.", "urllib.", "smtplib.", "webbrowser."),
)


def serve() -> None:
    """Until stdin is closed."""
    _limit()
    sys.addaudithook(_stay_inside)
    for line in sys.stdin.buffer:
        _more_time()
        header, data = _answered(json.loads(line))
        sys.stdout.buffer.write(json.dumps(header).encode() + b"\n" + data)
        sys.stdout.buffer.flush()


def _answered(job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    if job["task"] == "check":
        return _checked(job)
    try:
        word = _rendered(job)
    except RefusedError as refusal:
        return {"size": 0, "problems": _told(refusal.problems)}, b""
    return {"size": len(word.data), "contents": word.has_contents}, word.data


def _checked(job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    found = check(document(job["code"]), Path(job["template"]))
    told = {"wrong": _told(found.problems), "warnings": _told(found.warnings)}
    return {"size": len(found.preview), **told}, found.preview


def _told(problems: Sequence[Problem]) -> list[tuple[str, str, str]]:
    return [(one.rule, one.where, one.message) for one in problems]


def _rendered(job: dict[str, Any]) -> Word:
    found = document(job["code"])
    facts = facts_from_json(found, job["facts"])
    return render_word(Path(job["template"]), facts, job["pages"])


def _limit() -> None:
    """For the whole process; a broken limit ends it, and the parent says so."""
    resource.setrlimit(resource.RLIMIT_AS, (DEFAULT.memory_bytes,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (DEFAULT.open_files,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _stay_inside(event: str, _: tuple[object, ...]) -> None:
    """Rendering needs no network and starts no program; whatever tries to ends the document."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is not for templates")


def _more_time() -> None:
    """So many seconds of processor time for the next document."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + DEFAULT.cpu_seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


if __name__ == "__main__":
    serve()
