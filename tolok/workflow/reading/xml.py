"""XML as a plain tree, read with the parser of the standard library and nothing else.

A diagram needs no document type, so a file that declares one is refused before anything in it
could be expanded or fetched.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from tolok.core.problem import Problem, RefusedError

BPMN: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
CAMUNDA: Final = "http://camunda.org/schema/1.0/bpmn"
_PREFIXES: Final = {BPMN: "bpmn:", CAMUNDA: "camunda:"}

MOST_BYTES: Final = 1 << 20
_DEEPEST: Final = 40
_MOST_ELEMENTS: Final = 20_000


@dataclass(eq=False)
class Element:
    """One element; the name has the prefix `bpmn:` or `camunda:`, and none of a drawing."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    def get(self, attribute: str) -> str:
        return self.attributes.get(attribute, "").strip()

    def each(self, *names: str) -> Iterator["Element"]:
        return (child for child in self.children if child.name in names)

    def everything(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            yield from child.everything()

    @property
    def place(self) -> str:
        """Where a fault is: the element's id, or its line where it has none."""
        return self.id or f"baris {self.line}"


def read_tree(content: bytes) -> Element:
    """BP-01 not XML, BP-02 a document type, BP-03 too large or too deep."""
    if len(content) > MOST_BYTES:
        raise _too_large(f"berukuran {len(content)} bita")
    builder = _Builder()
    try:
        builder.parser.Parse(content, True)
    except expat.ExpatError as error:
        place = f"baris {error.lineno}"
        message = f"Berkas ini bukan XML yang utuh ({error}). Simpan lagi dari penyunting BPMN."
        raise RefusedError(Problem("BP-01", place, message)) from None
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self._open: list[Element] = []
        self._count = 0
        self.root: Element

    def _doctype(self, *declared: object) -> None:
        del declared
        message = "Berkas memuat DOCTYPE, padahal diagram tidak memerlukannya. Hapus baris itu."
        raise RefusedError(Problem("BP-02", f"baris {self.parser.CurrentLineNumber}", message))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(_short(name), attributes, self.parser.CurrentLineNumber)
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) >= _DEEPEST:
            raise _too_large(
                f"memuat lebih dari {_MOST_ELEMENTS} unsur atau bersarang terlalu dalam"
            )
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, name: str) -> None:
        del name
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].text += text


def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{_PREFIXES[space]}{local}" if space in _PREFIXES else name


def _too_large(what: str) -> RefusedError:
    message = f"Berkas {what}; itu bukan diagram satu SOP. Periksa berkasnya."
    return RefusedError(Problem("BP-03", "berkas", message))
