"""What the tags of a template say: whether they can be read, are allowed, and ask for facts."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from jinja2 import TemplateSyntaxError, nodes

from tolok.core.problem import Problem
from tolok.documents.checking.fields import Reading
from tolok.documents.checking.places import Part
from tolok.documents.rendering.language import forbidden_in
from tolok.documents.rendering.sandbox import Sandbox

_PRINTED: Final = re.compile(r"\{\{[-+]?(.*?)[-+]?\}\}")
_BLOCK: Final = re.compile(r"\{%[-+]?\s*(\w+)[^%]*%\}")
_OPENS: Final = {"for": "endfor", "if": "endif"}
_CLOSES: Final = {closing: opening for opening, closing in _OPENS.items()}
_PAIRS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WHOLE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_SIGN: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_TAG: Final = re.compile(r"<[^>]+>")


def read_words(part: Part, facts: type[Any], sandbox: Sandbox) -> tuple[list[Problem], set[str]]:
    """What is wrong in one part, by paragraph, and which facts it uses."""
    for check in (_open_tags, partial(_broken_tags, sandbox=sandbox), _broken_blocks):
        if broken := list(check(part)):
            return broken, set()
    try:
        tree = sandbox.parse(part.source)
    except TemplateSyntaxError as error:
        return [_syntax(part, error.lineno, _words_at(part, error.lineno), error)], set()
    reading = Reading(facts)
    reading.read(tree)
    filters = _unknown_filters(part, tree, sandbox)
    return [*_forbidden(part, tree), *filters, *_unknown(part, reading)], set(reading.used)


def _open_tags(part: Part) -> Iterator[Problem]:
    """A tag begins and ends in one paragraph; otherwise words between would be lost silently."""
    for place, text in part.paragraphs:
        if found := _SIGN.search(_WHOLE.sub("", text)):
            sign = found[0]
            if sign in _PAIRS:
                message = f"Tanda “{sign}” dibuka tetapi tidak ditutup dengan “{_PAIRS[sign]}”"
            else:
                message = f"Tanda “{sign}” tanpa pembukanya"
            yield Problem("TP-07", place, f"{message} di paragraf ini. Lengkapi tandanya.")


def _broken_tags(part: Part, sandbox: Sandbox) -> Iterator[Problem]:
    """Each `{{ … }}` by itself, so that all that are wrong are named at once."""
    for line, text in enumerate(part.lines(), start=1):
        for tag in _PRINTED.finditer(text):
            try:
                sandbox.parse(tag[0])
            except TemplateSyntaxError as error:
                yield _syntax(part, line, tag[0], error)


def _broken_blocks(part: Part) -> Iterator[Problem]:
    """Each `{% for %}` and `{% if %}` has its end, one inside the other."""
    opened: list[tuple[str, int, str]] = []
    for line, text in enumerate(part.lines(), start=1):
        for tag in _BLOCK.finditer(text):
            if tag[1] in _OPENS:
                opened.append((tag[1], line, tag[0]))
            elif tag[1] in _CLOSES and (not opened or opened.pop()[0] != _CLOSES[tag[1]]):
                yield _unpaired(part, line, tag[0], f"{{% {_CLOSES[tag[1]]} … %}} sebelumnya")
                return
    for name, line, words in opened:
        yield _unpaired(part, line, words, f"{{% {_OPENS[name]} %}} sesudahnya")


def _syntax(part: Part, line: int, words: str, error: TemplateSyntaxError) -> Problem:
    """TP-07: a tag that cannot be read is named with the paragraph it stands in."""
    shown = _TAG.sub("", words).strip()[:60]
    message = f"Tanda templat “{shown}” tidak dapat dibaca ({error.message}). Perbaiki."
    return Problem("TP-07", part.place(line), message)


def _unpaired(part: Part, line: int, words: str, wanted: str) -> Problem:
    return Problem("TP-07", part.place(line), f"“{words}” tanpa {wanted}. Lengkapi pasangannya.")


def _words_at(part: Part, line: int) -> str:
    lines = part.lines()
    text = _TAG.sub("", lines[min(line, len(lines)) - 1])
    at = max(text.rfind("{{"), text.rfind("{%"))
    return text[max(at, 0) :]


def _forbidden(part: Part, tree: nodes.Template) -> Iterator[Problem]:
    """TP-08: a template prints facts, repeats rows and asks conditions; nothing else."""
    for one in forbidden_in(part.source, tree):
        message = (
            f"“{one.what}” tidak boleh di dalam templat. Templat hanya mencetak isian, mengulang "
            "baris dan memberi syarat."
        )
        yield Problem("TP-08", part.place(one.line), message)


def _unknown_filters(part: Part, tree: nodes.Template, sandbox: Sandbox) -> Iterator[Problem]:
    for kind, sign, known in (
        (nodes.Filter, "|", sandbox.filters),
        (nodes.Test, "is ", sandbox.tests),
    ):
        for node in tree.find_all(kind):
            if node.name is not None and node.name not in known:
                message = (
                    f"“{sign}{node.name}” tidak dikenal. Yang ada: {', '.join(sorted(known))}."
                )
                yield Problem("TP-08", part.place(node.lineno), message)


def _unknown(part: Part, reading: Reading) -> Iterator[Problem]:
    """TP-09: a field that the document does not have is named, with those spelled alike."""
    for one in reading.unknown:
        near = f" Mungkin maksudnya: {', '.join(one.near)}." if one.near else ""
        message = f"Isian “{one.name}” tidak dikenal.{near} Lihat daftar isian dokumen ini."
        yield Problem("TP-09", part.place(one.line), message)
