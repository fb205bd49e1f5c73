"""What every command of `tolok` shares: exit codes, results on stdout, messages on stderr.

It stands at the bottom beside `core`, so that every room may use it, and imports no Django:
`tolok --help` must answer at once.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import IntEnum
from pathlib import Path
from typing import Protocol

from tolok.core.problem import Problem

Result = Mapping[str, object] | Sequence[object]


class Exit(IntEnum):
    """What a script may rely on."""

    DONE = 0
    REFUSED = 1  # a rule was broken, nothing was changed
    USAGE = 2  # the command line itself is wrong
    PARTLY = 3  # some of it was done; the report says what was not
    DAMAGED = 4  # data is not what it was when Tolok wrote it
    STOPPED = 130  # by Ctrl+C, as shells count it


class Commands(Protocol):
    """Where a room adds its commands: what `ArgumentParser.add_subparsers` returns."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...  # noqa: A002


def add_format(parser: argparse.ArgumentParser) -> None:
    """Every command that prints a result takes `--format`."""
    parser.add_argument(
        "--format",
        choices=["text", "json"],
        default="text",
        help="bentuk hasil: text untuk dibaca orang (bawaan), json untuk program",
    )


def print_result(args: argparse.Namespace, result: Result, lines: Iterable[str] = ()) -> None:
    """The result on stdout: as JSON when `--format json` was given, else the lines."""
    if args.format == "json":
        print(as_json(result))
    else:
        for line in lines:
            print(line)


def say(message: str) -> None:
    """A message to the person at the terminal; stdout stays for results."""
    print(message, file=sys.stderr)


def say_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        place = f"{problem.where}: " if problem.where else ""
        say(f"{problem.rule} {place}{problem.message}")


def as_json(result: object) -> str:
    """JSON in which a Decimal is a number with exactly its own digits, never a float's."""
    text = json.dumps(result, ensure_ascii=False, indent=2, default=_plain)
    return _MARKED_NUMBER.sub(r"\1", text)


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as aligned columns; the first row is the heading."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


_MARKED_NUMBER = re.compile(r'"\\u0000(-?[0-9.]+)\\u0000"')


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return f"\0{value:f}\0"
        case date():
            return value.isoformat()
        case Path():
            return str(value)
    raise TypeError(f"{type(value).__name__} cannot be printed as JSON")
