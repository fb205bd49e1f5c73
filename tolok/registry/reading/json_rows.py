"""Records of a JSON file one by one: however large the file is, only a record is in memory."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TextIO

from tolok.core.problem import RefusedError
from tolok.registry.reading import refusals
from tolok.registry.reading.rows import number_text

_WRAPPERS: Final = frozenset({"data", "records", "rows", "result", "results"})
"""The names under which services hand out their rows."""

_CHUNK: Final = 1 << 20
_LONGEST_RECORD: Final = 16 << 20
_BLANK: Final = re.compile(r"[\s,]*")


def _no_value(_constant: str) -> None:
    """NaN and Infinity are not JSON, and no amounts."""


_DECODER: Final = json.JSONDecoder(
    parse_float=number_text, parse_int=str, parse_constant=_no_value, strict=False
)


def json_records(path: Path, encoding: str, shown: str) -> Iterator[Any]:
    """The elements of an array, alone or under a name such as "data", or one object a line.

    Numbers come as text: an amount is exact, and a NIP that the source has rounded stays so.
    """
    with path.open(encoding=encoding, errors="replace") as file:
        window = _Window(file, shown)
        if window.next_sign() == "[":
            yield from _elements(window)
            return
        first = _first_object(window)
        if first is None:
            yield from _elements(window)
            return
        yield first
        while window.next_sign():
            yield window.value()


def _elements(window: "_Window") -> Iterator[Any]:
    window.skip("[")
    while window.next_sign() != "]":
        yield window.value()


def _first_object(window: "_Window") -> dict[str, Any] | None:
    """The first object, or None where the rows begin inside it."""
    window.skip("{")
    found: dict[str, Any] = {}
    while window.next_sign() != "}":
        key = str(window.value())
        window.skip(":")
        if key in _WRAPPERS and window.next_sign() == "[":
            return None
        found[key] = window.value()
    window.skip("}")
    return found


class _Window:
    """A part of the file that grows until the value at hand is whole."""

    def __init__(self, file: TextIO, shown: str) -> None:
        self._file, self._shown = file, shown
        self._text, self._at, self._values = "", 0, 0

    def next_sign(self) -> str:
        """The next character that is no blank and no comma; "" at the end of the file."""
        while True:
            blank = _BLANK.match(self._text, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._grow():
                return ""

    def skip(self, sign: str) -> None:
        if self.next_sign() != sign:
            raise self._damaged()
        self._at += len(sign)

    def value(self) -> Any:
        """The next value, whole: one that ends where the window ends may go on behind it."""
        self.next_sign()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise self._damaged() from error
            except json.JSONDecodeError as error:
                if not self._grow():
                    raise self._damaged() from error
                continue
            if end < len(self._text) or not self._grow():
                self._at = end
                self._values += 1
                return value

    def _grow(self) -> bool:
        more = self._file.read(_CHUNK)
        self._text, self._at = self._text[self._at :] + more, 0
        if len(self._text) > _LONGEST_RECORD:
            raise self._damaged()
        return bool(more)

    def _damaged(self) -> RefusedError:
        return RefusedError(
            refusals.damaged(self._shown, f"susunan JSON salah setelah data ke-{self._values}")
        )
