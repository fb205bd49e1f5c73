"""Jinja for templates that may be hostile: plain data, nothing undefined, no silent None."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from jinja2 import StrictUndefined, TemplateRuntimeError
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from tolok.core.numbers import format_number
from tolok.documents.rendering.filters import FILTERS, TESTS, tanggal_panjang
from tolok.documents.rendering.signs import only_of_xml

_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB: Final = '</w:t><w:tab/><w:t xml:space="preserve">'


class Sandbox(ImmutableSandboxedEnvironment):
    """Facts are looked up as fields only, so `row.values` is a fact and never a method."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=printed)
        self.filters.update(FILTERS)
        self.tests.update(TESTS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


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
