"""Forks one child per file: `python -m tolok.registry.reading.server`.

It has imported all that a child needs, so a child starts in a millisecond. It opens no file
itself and stays single-threaded. A job comes as a line on stdin; the answers are two lines, the
child's process id and, when it has ended, its exit code. (The forkserver of `multiprocessing`
would run the program's main script again in every child.)
"""

import os
import sys
from typing import Final

from tolok.registry.reading.jobs import OUT_OF_MEMORY_CODE, Job
from tolok.registry.reading.memory import set_limits
from tolok.registry.reading.one_file import read_file
from tolok.registry.reading.results import write_results
from tolok.registry.sources.signatures import signatures

_BUG: Final = 70  # EX_SOFTWARE: a child that ended with a traceback


def serve() -> None:
    """One job at a time, until stdin is closed."""
    signatures()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _be_the_child(Job.from_line(line))
        _answer(child)
        _, status = os.waitpid(child, 0)
        _answer(os.waitstatus_to_exitcode(status))


def _answer(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _be_the_child(job: Job) -> None:
    """Never returns, and never runs what its parent would run at its end."""
    code = _BUG
    try:
        _close_inherited()
        set_limits(job.limits, job.path.stat().st_size)
        job.work.mkdir()
        write_results(read_file(job), job.results)
        code = 0
    except MemoryError:
        code = OUT_OF_MEMORY_CODE
    except BaseException:  # a panic of the workbook reader is not an Exception
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


def _close_inherited() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, sys.stdin.fileno())
    os.dup2(nothing, sys.stdout.fileno())


if __name__ == "__main__":
    serve()
