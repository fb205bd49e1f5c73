"""How long 1,000 F5 take, sandbox and child process included.

    python -m benchmarks.documents.forms [--count 1000] [--write]

Ours is what a batch does: facts checked, rendered in limited children on all processors, written
whole, hashed. The ratio sets one warm child, its pipe and JSON included, against docxtpl's own
time in this process, a hundred documents each, turn by turn.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.documents.year import README, SAMPLE, docxtpl_seconds, made, named, watched
from tolok.documents.catalogue import document
from tolok.documents.facts import facts_to_json
from tolok.documents.rendering.limits import DEFAULT
from tolok.documents.rendering.pool import Child, Job

MARKS: Final = ("<!-- forms -->", "<!-- /forms -->")
TURNS: Final = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--write", action="store_true", help="write the line to the README")
    args = parser.parse_args()
    line = report(args.count)
    sys.stdout.write(f"{line}\n")
    if args.write:
        write(line)


def report(count: int) -> str:
    ratio = in_a_child()
    facts = [named(at) for at in range(count)]
    with tempfile.TemporaryDirectory() as folder, watched() as peak:
        started = time.perf_counter()
        made("F5", facts, Path(folder))
        seconds = time.perf_counter() - started
    return (
        f"{count:,} F5 in {seconds:.1f} s here, {peak.total:.0f} MiB at most in all processes;"
        f" one in a warm limited child {ratio:.2f} times docxtpl's own time."
    )


def in_a_child() -> float:
    """The median of the turns: a busy machine slows both alike."""
    child = Child(DEFAULT)
    ratios = []
    for _ in range(TURNS):
        alone = docxtpl_seconds()
        ratios.append(child_seconds(child) / alone)
    child.close()
    return statistics.median(ratios)


def child_seconds(child: Child) -> float:
    f5 = document("F5")
    jobs = [Job("F5", facts_to_json(named(at)), f5.template) for at in range(SAMPLE)]
    child.render(jobs[0])  # warm
    started = time.perf_counter()
    for job in jobs:
        child.render(job)
    return (time.perf_counter() - started) / SAMPLE


def write(line: str) -> None:
    before, _, rest = README.read_text(encoding="utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    README.write_text(f"{before}{MARKS[0]}\n{line}\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
