"""Templates for tests: the shipped one of a document with something changed."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tolok.documents.document import Document
from tolok.documents.files import FIXED_TIME

Edit = Callable[[str], str]
BODY_START = "<w:body>"


def template_with(
    document: Document,
    target: Path,
    *,
    paragraph: str = "",
    edits: Mapping[str, Edit] | None = None,
    added: Mapping[str, bytes] | None = None,
) -> Path:
    """`paragraph` stands first in the body, as it would be typed; `edits` change a member's XML."""
    changes = dict(edits or {})
    if paragraph:
        changes["word/document.xml"] = lambda xml: xml.replace(
            BODY_START, f"{BODY_START}<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>"
        )
    out = io.BytesIO()
    with zipfile.ZipFile(document.template) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            made = changes[name](data.decode()) if name in changes else data
            new.writestr(zipfile.ZipInfo(name, FIXED_TIME), made)  # the same bytes each time
        for name, data in (added or {}).items():
            new.writestr(name, data)
    target.write_bytes(out.getvalue())
    return target


def at_end(extra: str) -> Edit:
    """One more element at the end of the root."""

    def edit(xml: str) -> str:
        head, tag, tail = xml.rpartition("</")
        return head + extra + tag + tail

    return edit
