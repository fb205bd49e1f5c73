"""Renders Word documents one after another: `python -m tolok.documents.rendering.child`.

It is warm (templates stay compiled) and limited: address space, processor time per document, no
files written, few opened. A job is one JSON line on stdin; the answer is one JSON line on stdout
and, when it went well, so many bytes of .docx.
"""

import json
import resource
import sys
from pathlib import Path
from typing import Any

from tolok.core.problem import RefusedError
from tolok.documents.catalogue import document
from tolok.documents.facts import facts_from_json
from tolok.documents.rendering.limits import DEFAULT
from tolok.documents.rendering.word import Word, render_word


def serve() -> None:
    """Until stdin is closed."""
    _limit()
    for line in sys.stdin.buffer:
        _more_time()
        header, data = _answered(json.loads(line))
        sys.stdout.buffer.write(json.dumps(header).encode() + b"\n" + data)
        sys.stdout.buffer.flush()


def _answered(job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    try:
        word = _rendered(job)
    except RefusedError as refusal:
        told = [(one.rule, one.where, one.message) for one in refusal.problems]
        return {"size": 0, "problems": told}, b""
    return {"size": len(word.data), "contents": word.has_contents}, word.data


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


def _more_time() -> None:
    """So many seconds of processor time for the next document."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + DEFAULT.cpu_seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


if __name__ == "__main__":
    serve()
