"""Statuses of this room as words with shapes, and names of codes: `{% load registry_words %}`."""

from collections.abc import Mapping
from typing import Final

from django import template
from django.utils.safestring import SafeString

from tolok.registry.corrections.indicators import shipped_indicators
from tolok.registry.dictionary import dictionary
from tolok.registry.findings.titles import title_of
from tolok.registry.models import Correction, Finding, Package, Upload
from tolok.registry.models.corrections import Decision
from tolok.registry.packages.columns import ListColumn, value_of
from tolok.registry.packages.facts import spoken
from tolok.registry.packages.readings import reading_of
from tolok.registry.published_rows import Cell, told_cell
from tolok.registry.sources.signatures import SOURCES, source_name
from tolok.registry.tables import tables
from tolok.ui.templatetags.components import status
from tolok.ui.templatetags.formats import angka, tanggal_pendek

register = template.Library()

PACKAGE_SHAPES: Final = {"selesai": "ok", "gagal": "not", "berlangsung": "go"}
FINDING_SHAPES: Final = {
    Finding.Status.OPEN: "near",
    Finding.Status.RIGHT: "ok",
    Finding.Status.CORRECTED: "ok",
    Finding.Status.EXCLUDED: "ok",
    Finding.Status.GONE: "none",
}
DECISION_SHAPES: Final = {
    Decision.PENDING: "go",
    Decision.ACCEPTED: "ok",
    Decision.REFUSED: "not",
    Decision.WITHDRAWN: "none",
}
UPLOAD_SHAPES: Final = {
    Upload.Status.WAITING: "none",
    Upload.Status.READING: "go",
    Upload.Status.PREVIEW: "near",
    Upload.Status.REFUSED: "not",
    Upload.Status.CONFIRMED: "none",
    Upload.Status.IMPORTING: "go",
    Upload.Status.DONE: "ok",
}


@register.filter
def package_status(package: Package) -> SafeString:
    shape = PACKAGE_SHAPES.get(package.status, "none")
    return status(shape, package.get_status_display() or "Tidak tercatat")


@register.filter
def finding_status(finding: Finding) -> SafeString:
    return status(FINDING_SHAPES[Finding.Status(finding.status)], finding.get_status_display())


@register.filter
def decision_status(change: Correction) -> SafeString:
    return status(DECISION_SHAPES[Decision(change.decision)], change.get_decision_display())


@register.filter
def upload_status(upload: Upload) -> SafeString:
    return status(UPLOAD_SHAPES[Upload.Status(upload.status)], upload.get_status_display())


@register.filter
def source_label(source: str) -> str:
    return source_name(source) if source in SOURCES else source


@register.filter
def rule_title(code: str) -> str:
    """What a data rule looks for."""
    return title_of(code)


@register.filter
def table_label(name: str) -> str:
    table = tables().get(name)
    return table.label if table else name


@register.filter
def field_label(name: str) -> str:
    """The label of a fact; other values of a finding are named by their rule."""
    field = dictionary().get(name)
    return field.label if field else name.replace("_", " ").capitalize()


@register.filter
def stored(text: str, field: str) -> str:
    """A stored fact as pages print it: {{ correction.value|stored:correction.field }}."""
    return spoken(dictionary()[field], text) if text else ""


@register.simple_tag
def package_cell(package: Package, column: ListColumn, doubts: Mapping[str, int]) -> str:
    """A cell of the list of packages, printed by the kind of its column."""
    value = value_of(package, column, doubts)
    match column.kind:
        case "status":
            return package_status(package)
        case "money":
            return angka(value, 0)
        case "day":
            return tanggal_pendek(value)
        case "count":
            return angka(value)
    return str(value)


@register.simple_tag
def published_cell(table: str, column: str, text: str) -> str:
    """{% published_cell row.table row.column row.old as old %}"""
    return told_cell(table, column, text)


@register.simple_tag
def shipped() -> tuple[tuple[str, str], ...]:
    """{% shipped as indicators %}: codes and names."""
    return shipped_indicators()


@register.filter
def of(counts: Mapping[str, int], key: str) -> int:
    """How many of the counts belong to the key."""
    return counts.get(key, 0)


@register.filter
def at(things: Mapping[str, object], key: str) -> object:
    """What stands under the key, or nothing."""
    return things.get(key)


@register.filter
def weight_name(weight: str) -> str:
    return Finding.Weight(weight).label


@register.filter
def reading(cell: Cell) -> tuple[str, ...]:
    """What a cell with hidden structure says (R-26 to R-29)."""
    return reading_of(cell.column, cell.text)
