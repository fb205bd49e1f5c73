"""How papers are told on pages: `{% load archive_words %}`."""

from typing import Final

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from tolok.archive.models import FileCheck, LetterNumber, Paper, PaperFile
from tolok.cycle.events import name_of
from tolok.ui.templatetags.components import status

register = template.Library()

PAPER_SHAPES: Final = {
    Paper.Status.DRAFT: "none",
    Paper.Status.WAITING: "go",
    Paper.Status.ISSUED: "ok",
    Paper.Status.SIGNED: "ok",
    Paper.Status.REPLACED: "near",
    Paper.Status.VOIDED: "not",
    Paper.Status.DISPOSED: "none",
}


@register.filter
def paper_status(paper: Paper) -> SafeString:
    waits = paper.status == Paper.Status.WAITING
    word = "Menunggu di luar" if waits else str(paper.get_status_display())
    return status(PAPER_SHAPES[Paper.Status(paper.status)], word)


@register.filter
def awaited(paper: Paper) -> str:
    """What is still to come from outside: "nomor dan tanda tangan"."""
    wanted = {"nomor": paper.awaits_number, "tanda tangan": paper.awaits_signature}
    return " dan ".join(name for name, awaits in wanted.items() if awaits)


@register.filter
def number_status(number: LetterNumber) -> SafeString:
    if number.voided_at:
        return status("not", "Dibatalkan")
    return status("ok", "Dipakai") if number.carried_by else status("none", "Tanpa naskah di Tolok")


@register.inclusion_tag("archive/damage_note.html", takes_context=True)
def damage_note(context: Context) -> dict[str, int]:
    """Says to whoever can do something about it that kept files have changed."""
    request = context["request"]
    if not request.may_open("archive:damaged_files"):
        return {"damaged": 0}
    kinds = (PaperFile.objects, FileCheck.objects)
    return {"damaged": sum(kind.visible_to(request.user).damaged().count() for kind in kinds)}


@register.filter
def event_name(event: str) -> str:
    return name_of(event)


@register.filter
def kilobytes(size: int) -> int:
    """A size as lists print it, never zero."""
    return max(1, round(size / 1000))
