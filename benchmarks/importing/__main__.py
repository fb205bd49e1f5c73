"""How long the import of one province-year takes, against a bare read of the same files.

    python -m benchmarks.importing FOLDER --agency D197 --year 2023 [--write]

Ours is the command as a person runs it: start, read in children, compare, derive, write the
database. The baseline is a fresh process that imports DuckDB and reads the same files. Turn by
turn, the best counts; absolute times depend on the machine.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

TURNS: Final = 5
README: Final = Path(__file__).parents[1] / "README.md"
MARKS: Final = ("<!-- import -->", "<!-- /import -->")
READ: Final = """
import sys, duckdb
for path in sys.argv[1:]:
    read = 'read_parquet' if path.endswith('.parquet') else 'read_json_auto'
    more = '' if path.endswith('.parquet') else ', maximum_object_size=100000000'
    duckdb.sql(f"CREATE OR REPLACE TABLE t AS SELECT * FROM {read}('{path}'{more})")
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--agency", default="D197")
    parser.add_argument("--year", default="2023")
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--write", action="store_true", help="write the line to the README")
    args = parser.parse_args()
    line = report(args.folder, args.agency, args.year, args.turns)
    sys.stdout.write(f"{line}\n")
    if args.write:
        write(line)


def report(folder: Path, agency: str, year: str, turns: int) -> str:
    files = sorted(path for path in folder.iterdir() if path.stat().st_size)
    bare, ours = [], []
    for _ in range(turns):
        bare.append(timed(sys.executable, "-c", READ, *map(str, files)))
        ours.append(imported(folder, agency, year))
    best = min(ours)
    return (
        f"{len(files)} files of {agency} {year}: {best / min(bare):.1f} times a bare read;"
        f" {best:.1f} s here."
    )


def imported(folder: Path, agency: str, year: str) -> float:
    """Into a TOLOK_HOME made for the turn; making it does not count."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "TOLOK_HOME": home}
        who = ("--agency", agency, "--year", year)
        name = ("--name", agency, "--sop", "kaltim-2024")
        timed(sys.executable, "-m", "tolok", "init", *who, *name, environment=environment)
        command = (sys.executable, "-m", "tolok", "import", str(folder), *who)
        return timed(*command, environment=environment)


def timed(*command: str, environment: Mapping[str, str] | None = None) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603
    return time.perf_counter() - start


def write(line: str) -> None:
    before, _, rest = README.read_text(encoding="utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    README.write_text(f"{before}{MARKS[0]}\n{line}\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
