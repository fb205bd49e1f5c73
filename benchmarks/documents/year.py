"""How long all documents of a year take, for 40 satker and 2,000 packages.

    python -m benchmarks.documents.year [--packages 2000] [--units 40] [--write]

Ours is what `tolok documents render` does: facts checked, rendered in limited children, written
whole, hashed. The baseline is docxtpl's own time for one F5 in this process, taken in the same
run with the same template, as often as there are documents. Memory is the largest sum over this
process and its children, asked ten times a second.
"""

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import psutil
from docxtpl import DocxTemplate

from tolok.documents.catalogue import document, documents
from tolok.documents.many import write_many
from tolok.documents.render import render
from tolok.documents.rendering.plain import Plain
from tolok.documents.rendering.pool import pool
from tolok.documents.rendering.sandbox import Sandbox
from tolok.documents.testing import with_rows

README: Final = Path(__file__).parents[1] / "README.md"
MARKS: Final = ("<!-- year -->", "<!-- /year -->")
PICTURES: Final = ("gambar", "qr", "kode_lembar", "alir")  # filters the baseline does not draw
SAMPLE: Final = 100  # F5 by docxtpl alone
ONCE: Final = ("F1", "F2", "F3", "F10", "F11", "F12", "F13", "F14", "F15", "SOP", "ARSIP")


@dataclass
class Peak:
    """The most memory used, in MiB."""

    parent: float = 0.0
    child: float = 0.0
    total: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=int, default=2000)
    parser.add_argument("--units", type=int, default=40)
    parser.add_argument("--write", action="store_true", help="write the line to the README")
    args = parser.parse_args()
    line = report(args.units, args.packages)
    sys.stdout.write(f"{line}\n")
    if args.write:
        write(line)


def report(units: int, packages: int) -> str:
    alone, slowest = docxtpl_seconds(), slowest_page()
    with tempfile.TemporaryDirectory() as folder, watched() as peak:
        started = time.perf_counter()
        many = sum(made(code, facts, Path(folder)) for code, facts in year_of(units, packages))
        seconds = time.perf_counter() - started
    return (
        f"{many:,} documents of a year with {units} satker and {packages:,} packages:"
        f" {seconds / many / alone:.2f} times docxtpl's own time for as many F5;"
        f" {seconds:.0f} s here, {peak.total:.0f} MiB at most in all processes"
        f" (parent {peak.parent:.0f}, one child {peak.child:.0f})."
        f" One document for a page takes at most {slowest:.2f} s, the child's start included."
    )


def year_of(units: int, packages: int) -> Iterator[tuple[str, list[Any]]]:
    """What the Kaltim SOP asks for; recaps with as many rows as their packages."""
    suppliers, pokja = packages // 5, 15
    for code in ONCE:
        yield code, [document(code).example()]
    yield "F16", [document("F16").example()] * 5
    yield "F4", [document("F4").example()] * (4 * units)
    yield "F5", [named(at) for at in range(packages)]
    yield "F6", [rows("F6", 5)] * suppliers
    yield "F7", [rows("F7", packages // units)] * units
    yield "F8", [document("F8").example()] * packages
    yield "F9", [rows("F9", packages // pokja)] * pokja


def named(at: int) -> Any:
    return replace(document("F5").example(), supplier=f"CV Nomor {at}")


def rows(code: str, count: int) -> Any:
    return with_rows(document(code).example(), "rows", count)[0]


def made(code: str, facts: list[Any], folder: Path) -> int:
    found = document(code)
    written = list(write_many(found, dict(enumerate(facts, 1)), folder / code))
    if refused := [one for one in written if one.refusal]:
        raise SystemExit(f"{code}: {refused[0].refusal}")
    return len(written)


def slowest_page() -> float:
    """The longest anybody waits for a draft of the examples, each after a cold start."""
    waits = []
    for one in documents():
        facts = one.example()
        pool().close()
        started = time.perf_counter()
        for kind in one.formats:
            render(one, facts, kind, with_pages=False)
        waits.append(time.perf_counter() - started)
    return max(waits)


def docxtpl_seconds() -> float:
    """A document, without sandbox process, checks or files."""
    sandbox = Sandbox()
    sandbox.filters.update(dict.fromkeys(PICTURES, lambda *_: ""))
    plain = Plain(document("F5").example())
    started = time.perf_counter()
    for _ in range(SAMPLE):
        template = DocxTemplate(document("F5").template)
        template.render(dict(plain.context), sandbox)
        template.save(BytesIO())
    return (time.perf_counter() - started) / SAMPLE


@contextmanager
def watched() -> Iterator[Peak]:
    peak, over = Peak(), threading.Event()
    watcher = threading.Thread(target=watch, args=(peak, over))
    watcher.start()
    try:
        yield peak
    finally:
        over.set()
        watcher.join()


def watch(peak: Peak, over: threading.Event) -> None:
    me = psutil.Process()
    while not over.wait(0.1):
        children = [memory(child) for child in me.children(recursive=True)]
        own = memory(me)
        peak.parent = max(peak.parent, own)
        peak.child = max(peak.child, *children, 0.0)
        peak.total = max(peak.total, own + sum(children))


def memory(process: psutil.Process) -> float:
    """Resident, in MiB; none of a process that has just ended."""
    try:
        return process.memory_info().rss / (1 << 20)
    except psutil.NoSuchProcess:
        return 0.0


def write(line: str) -> None:
    before, _, rest = README.read_text(encoding="utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    README.write_text(f"{before}{MARKS[0]}\n{line}\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
