"""What a document's folder says of itself."""

import importlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from tolok.documents.facts import facts_from_json, with_files

Format = Literal["docx", "xlsx", "pptx"]
SHARED_PICTURES = Path(__file__).parent / "pictures"


@dataclass(frozen=True)
class Document:
    """One document: its code and title in the SOP, the facts it needs, the files it gives."""

    code: str  # "F5", "BA-RENCANA"
    title: str  # as the SOP lists it; it stands in the footer
    facts: type[Any]  # the frozen dataclass
    formats: tuple[Format, ...] = ("docx",)  # the first is what is signed and made a PDF of
    long_tables: tuple[str, ...] = ()  # facts whose rows may run over pages, as "aspects"
    has_contents: bool = False  # a contents list, whose page numbers take a PDF to find
    not_printed: tuple[str, ...] = ()  # leaves only a picture or a workbook shows: "rows.trend"

    @cached_property
    def folder(self) -> Path:
        """The facts live in the folder's `__init__.py`, so the class knows its place."""
        source = importlib.import_module(self.facts.__module__).__file__
        return Path(source or "").parent

    @property
    def template(self) -> Path:
        return self.folder / "template.docx"

    @property
    def file_stem(self) -> str:
        """F5-formulir-isian-kinerja-penyedia: the code first, so that a folder sorts by it."""
        words = "".join(sign if sign.isalnum() else " " for sign in self.title.lower()).split()
        return "-".join((self.code, *words[:8]))

    def example_json(self) -> dict[str, Any]:
        """The example as plain JSON, with the pictures it names filled in."""
        data = json.loads((self.folder / "example.json").read_text(encoding="utf-8"))
        filled: dict[str, Any] = with_files(data, (self.folder, SHARED_PICTURES))
        return filled

    def example(self) -> Any:
        """The example's facts."""
        return facts_from_json(self, self.example_json())
