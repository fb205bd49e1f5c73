"""Opens what was uploaded: `python -m tolok.scans.child`, one job, then it ends.

The job is a JSON line on stdin; the answers are JSON lines on stdout. Before it opens the file
it limits its memory, time and written bytes; what breaks it breaks nothing else.
"""

import json
import os
import resource
import signal
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from tolok.core.problem import Problem
from tolok.scans.content import Content, content_of
from tolok.scans.limits import Limits
from tolok.scans.pdf_safety import look_at_pdf, pages_of
from tolok.scans.pictures import redraw
from tolok.scans.sheets import read_sheets, write_parts

OUT_OF_MEMORY_CODE: Final = 71
SHOWN: Final = "tampilan"  # the file name of a picture drawn anew


def look(job: dict[str, Any], limits: Limits) -> Iterator[dict[str, Any]]:
    """What it is, or why it is refused; a picture is drawn anew beside it."""
    path, shown, out = Path(job["path"]), job["shown"], Path(job["out"])
    content = content_of(path, shown)
    if isinstance(content, Problem):
        yield {"problem": vars(content)}
        return
    if content is Content.PDF:
        problem = look_at_pdf(path, shown, job["most_pages"])
    else:
        problem = redraw(path, content, out / SHOWN, shown=shown, limits=limits)
    if problem:
        yield {"problem": vars(problem)}
        return
    yield {"content": content.value, "pages": pages_of(path) if content is Content.PDF else 1}


def read(job: dict[str, Any], limits: Limits) -> Iterator[dict[str, Any]]:
    del limits
    for sheet in read_sheets(Path(job["path"]), job["numbers"], Path(job["out"])):
        yield asdict(sheet)


def split(job: dict[str, Any], limits: Limits) -> Iterator[dict[str, Any]]:
    del limits
    write_parts(Path(job["path"]), job["parts"], Path(job["out"]))
    yield {"parts": len(job["parts"])}


JOBS: Final = {"look": look, "read": read, "split": split}


def main() -> int:
    job = json.loads(sys.stdin.readline())
    limits = Limits(**job["limits"])
    _limit(limits, Path(job["path"]).stat().st_size)
    try:
        for answer in JOBS[job["do"]](job, limits):
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
    except MemoryError:
        return OUT_OF_MEMORY_CODE
    return 0


def _limit(limits: Limits, size: int) -> None:
    seconds = limits.cpu_seconds_for(size)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.written_bytes,) * 2)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits.open_files,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # libraries with threads and caches of their own need no tidy end
