"""One Word document from a template and plain facts; runs only in a child (`child.py`)."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError

from tolok.core.problem import Problem, RefusedError
from tolok.documents.files import with_fixed_times
from tolok.documents.rendering.contents import fill_contents
from tolok.documents.rendering.drawings import Drawings
from tolok.documents.rendering.plain import Plain
from tolok.documents.rendering.sandbox import Sandbox

WRONG: Final = (
    *(TemplateError, ArithmeticError, TypeError, ValueError, LookupError, AttributeError),
    *(PythonDocxError, OpcError, BadZipFile, SyntaxError, OSError),  # it is no Word file at all
)
_TINT_FIRST: Final = re.compile(
    r'<w:tcPr>(<w:shd [^>]*w:fill="\{\{[^"]*"/>)((?:(?!</w:tcPr>|<w:vAlign).)*)'
)
_CACHED: Final = 64  # parts of templates; a document has three


@dataclass(frozen=True)
class Word:
    """A rendered document; `has_contents` asks for a second pass with page numbers."""

    data: bytes
    has_contents: bool


class WarmTemplate(DocxTemplate):  # type: ignore[misc]
    """docxtpl with its templates compiled once per child, and line breaks done while printing."""

    def patch_xml(self, src_xml: str) -> str:
        return _patched(src_xml)

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        _DRAWINGS.begin(part, context["_pictures"])
        return _compiled(src_xml).render(context["_facts"])

    def resolve_listing(self, xml: str) -> str:
        return xml

    def pieces(self) -> Iterator[tuple[str, str]]:
        """Every part that is a template, as XML: "body", "header", "footer", "footnotes"."""
        yield "body", self.get_xml()
        for kind, uri in (("header", self.HEADER_URI), ("footer", self.FOOTER_URI)):
            for _, part in self.get_headers_footers(uri):
                yield kind, self.get_part_xml(part)
        for part in self._footnotes():
            yield "footnotes", self.get_part_xml(part)

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        """Once, however many sections there are: a fact in it must not be read as a template."""
        for part in self._footnotes():
            xml = self.patch_xml(self.get_part_xml(part))
            part._blob = self.render_xml_part(xml, part, context, jinja_env).encode()

    def _footnotes(self) -> Iterator[Any]:
        for part in self.docx.part.package.parts:
            if part.content_type.endswith(".footnotes+xml"):
                yield part

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Title and author are no template."""


_DRAWINGS: Final = Drawings()
SANDBOX: Final = Sandbox()
SANDBOX.filters.update(
    gambar=_DRAWINGS.gambar,
    qr=_DRAWINGS.qr,
    kode_lembar=_DRAWINGS.kode_lembar,
    alir=_DRAWINGS.alir,
)


@lru_cache(_CACHED)
def _patched(xml: str) -> str:
    """`{% cellbg %}` puts its tint before the width of the cell, where Word does not want it."""
    patched: str = DocxTemplate("").patch_xml(xml)
    return _TINT_FIRST.sub(r"<w:tcPr>\2\1", patched)


@lru_cache(_CACHED)
def _compiled(xml: str) -> Template:
    return SANDBOX.from_string(xml)


def rendered_part(source: str, plain: Plain) -> str:
    """One part by itself, for the check of a template; its pictures go nowhere."""
    _DRAWINGS.begin(_NOWHERE, plain.pictures)
    return _compiled(source).render(plain.context)


class _Nowhere:
    """Takes pictures as a part of a Word file does."""

    def get_or_add_image(self, _: Any) -> tuple[str, None]:
        return "rId0", None


_NOWHERE: Final[Any] = _Nowhere()


def render_word(template: Path, facts: Any, pages: Sequence[int] | None = None) -> Word:
    """DK-05: a template that asks for what is not there, or is no template, is named."""
    made = WarmTemplate(str(template))
    plain = Plain(facts)
    try:
        made.render({"_facts": plain.context, "_pictures": plain.pictures}, SANDBOX)
        has_contents = fill_contents(made.docx, pages)
    except WRONG as error:
        place = f"{error.__class__.__name__}: {error}"
        message = f"Templat tidak dapat diisi ({place}). Perbaiki templat atau fakta yang disebut."
        raise RefusedError(Problem("DK-05", template.name, message)) from error
    out = io.BytesIO()
    made.docx.save(out)
    return Word(with_fixed_times(out.getvalue()), has_contents)
