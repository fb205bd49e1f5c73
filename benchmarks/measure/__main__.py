"""How fast measuring is, against what somebody would write by hand, in the same run.

    python -m benchmarks.measure [--packages 10000000] [--pandas PYTHON] [--write]

Both run over the same Parquet, turn by turn, and the best of five counts. A process of its own
measures the memory. Figures are written as ratios: absolute times depend on the machine.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Final

import duckdb

from benchmarks.measure.by_hand import queries
from benchmarks.measure.generate import generate
from benchmarks.measure.indicators import measures
from tolok.measurement.catalogue import shipped
from tolok.measurement.engine import MEMORY_LIMIT, opened
from tolok.measurement.sums import Sums, compiled, sums, with_one_grouping
from tolok.measurement.values import measure

TURNS: Final = 5
YEARS: Final = 4
AGENCIES: Final = 640
BY: Final = ("kd_klpd", "tahun_anggaran", "triwulan")
ONE_AGENCY: Final = 30_000
README: Final = Path(__file__).parents[1] / "README.md"
MARKS: Final = ("<!-- measure -->", "<!-- /measure -->")


@dataclass(frozen=True)
class File:
    sha256: str
    path: Path


@dataclass(frozen=True)
class Turns:
    """The best of several turns, in seconds."""

    by_hand: float
    ours: float

    @property
    def ratio(self) -> float:
        return self.ours / self.by_hand


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=int, default=10_000_000)
    parser.add_argument("--pandas", help="a python that has pandas and pyarrow")
    parser.add_argument("--write", action="store_true", help="write the table to the README")
    parser.add_argument("--memory", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.memory:
        print(_peak_of_ours(_file(args.memory)))
        return
    with tempfile.TemporaryDirectory() as folder:
        lines = list(_report(Path(folder), args.packages, args.pandas))
    print("\n".join(lines))
    if args.write:
        _write(lines)


def _report(folder: Path, packages: int, pandas: str | None) -> Iterator[str]:
    yield "| Packages | Ours / by hand | Seconds by hand here | Peak memory of ours |"
    yield "|---:|---:|---:|---:|"
    for number in (packages // 100, packages // 10, packages):
        file = _made(folder / f"{number}.parquet", number, AGENCIES)
        turns = _turns(file)
        peak = _asked("-m", "benchmarks.measure", "--memory", str(file.path))
        yield f"| {number:,} | {turns.ratio:.2f} | {turns.by_hand:.2f} | {float(peak):.2f} GB |"
    if pandas:
        found = json.loads(
            _asked(str(Path(__file__).with_name("with_pandas.py")), str(file.path), python=pandas)
        )
        yield ""
        yield (
            f"pandas on {packages:,}: {found['seconds'] / turns.ours:.1f} times as long as ours, "
            f"{found['peak_gb']:.1f} GB."
        )
    file = _made(folder / "one.parquet", ONE_AGENCY, 1)
    values = _best(lambda: measure(file, shipped(), by=("kd_satker", "triwulan")))
    bare = _best(lambda: _started_and_read(file))
    yield ""
    yield (
        f"One agency of {ONE_AGENCY:,} packages, all indicators by unit and quarter with their "
        f"intervals: {values:.2f} s here, {values / bare:.0f} times a bare read of the file."
    )


def _made(path: Path, packages: int, agencies: int) -> File:
    generate(path, packages, agencies=agencies, years=YEARS if agencies > 1 else 1)
    return _file(path)


def _file(path: Path) -> File:
    with path.open("rb") as file:
        return File(file_digest(file, "sha256").hexdigest(), path)


def _turns(file: File) -> Turns:
    """Turn by turn, and the same answers."""
    by_hand = [text for _, text in queries(file.path)]
    asked = measures()
    ours = [compiled(group, BY).text for group in with_one_grouping(asked, BY)]
    hand_seconds, our_seconds = [], []
    with _plain() as connection, opened(file) as session:
        for _ in range(TURNS):
            hand_seconds.append(_timed(lambda: [connection.execute(q).fetchall() for q in by_hand]))
            our_seconds.append(_timed(lambda: session.all_rows(ours)))
        _same_answers(
            connection, file, {(s.measure.code, *s.keys): s for s in sums(session, asked, BY)}
        )
    return Turns(min(hand_seconds), min(our_seconds))


def _same_answers(
    connection: duckdb.DuckDBPyConnection, file: File, ours: Mapping[tuple[object, ...], Sums]
) -> None:
    for codes, query in queries(file.path):
        for row in connection.execute(query).fetchall():
            for place, code in enumerate(codes):
                above, below, rows = row[3 + 3 * place : 6 + 3 * place]
                found = ours.get((code, *row[:3]))
                mine = (0, 0, 0) if found is None else (*found.quotient, found.used)
                if ((above or 0), (below or 0), rows) != (mine[0], mine[1] or 0, mine[2]):
                    raise AssertionError(f"{code} {row[:3]}: {mine} is not {above, below, rows}")


def _plain() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'; SET enable_progress_bar = false")
    return connection


def _started_and_read(file: File) -> None:
    with _plain() as connection:
        connection.execute(f"SELECT * FROM read_parquet('{file.path}')").fetchone()


def _peak_of_ours(file: File) -> float:
    with opened(file) as session:
        session.all_rows([compiled(group, BY).text for group in with_one_grouping(measures(), BY)])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _best(work: Callable[[], object]) -> float:
    return min(_timed(work) for _ in range(TURNS))


def _asked(*words: str, python: str = sys.executable) -> str:
    done = subprocess.run([python, *words], check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout


def _write(lines: list[str]) -> None:
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    middle = "\n".join([MARKS[0], *lines, MARKS[1]])
    README.write_text(f"{before}{middle}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
