"""Jinja for templates that may be hostile: plain data, nothing undefined, no silent None."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from jinja2 import StrictUndefined, TemplateRuntimeError, TemplateSyntaxError, nodes
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from tolok.core.numbers import format_number
from tolok.documents.rendering.filters import FILTERS, TESTS, tanggal_panjang
from tolok.documents.rendering.language import few, filters, forbidden_in, tests
from tolok.documents.rendering.signs import only_of_xml

_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB: Final = '</w:t><w:tab/><w:t xml:space="preserve">'


class Sandbox(ImmutableSandboxedEnvironment):
    """Only what `language` lists can be said, and nothing but facts can be reached.

    Facts are looked up as fields only, so `row.values` is a fact and never a method; texts and
    numbers have no fields at all.
    """

    intercepted_binops = frozenset({"*", "%"})

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=printed)
        self.filters = filters(FILTERS)
        self.tests = tests(TESTS)
        self.globals = {"range": few}

    def parse(
        self, source: str, name: str | None = None, filename: str | None = None
    ) -> nodes.Template:
        """Any Jinja, for those who want to name what is forbidden; `_parse` is for rendering."""
        return super()._parse(source, name, filename)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for one in forbidden_in(source, tree):
            raise TemplateSyntaxError(f"“{one.what}” tidak boleh di dalam templat", one.line)
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext | Undefined):
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A row by its number, a field by its name; texts may be cut, drawings may not."""
        if isinstance(obj, Mapping | list | tuple) or type(obj) is str:
            try:
                return obj[argument]
            except (LookupError, TypeError, ValueError):
                return self.undefined(obj=obj, name=str(argument))
        return self.undefined(obj=obj, name=str(argument))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Only numbers are multiplied: a text times a billion fills the memory."""
        if not (_is_number(left) and _is_number(right)):
            raise TemplateRuntimeError(f"“{operator}” hanya untuk bilangan")
        return super().call_binop(context, operator, left, right)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def printed(value: Any) -> Any:
    """How a fact prints when no filter says otherwise."""
    match value:
        case Markup() | Undefined():
            return value
        case str():
            return with_breaks(value)
        case bool() | None:
            word = "Nilai kosong (None)" if value is None else "Nilai ya/tidak"
            raise TemplateRuntimeError(f"{word} tidak dapat dicetak; beri syarat {{% if … %}}")
        case int():
            return str(value)
        case Decimal():
            return format_number(value)
        case date():
            return tanggal_panjang(value)
    raise TemplateRuntimeError(f"nilai berjenis {type(value).__name__} tidak dapat dicetak")


def with_breaks(text: str) -> Any:
    """Lines stay lines; signs that XML cannot hold are shown as a replacement, never dropped."""
    clean = only_of_xml(text)
    if "\n" not in clean and "\t" not in clean:
        return clean
    escaped = str(escape(clean)).replace("\n", _BREAK).replace("\t", _TAB)
    return Markup(escaped)  # noqa: S704 - escaped just above
