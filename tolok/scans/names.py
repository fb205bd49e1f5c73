"""Names of uploaded files, made fit for lists, headers and other people's disks."""

from typing import Final

from tolok.core.file_names import printable
from tolok.scans.content import Content

_LONGEST: Final = 150
_FORBIDDEN: Final = str.maketrans(dict.fromkeys('<>:"|?*%;', "_"))
_RESERVED: Final = {"con", "prn", "aux", "nul"} | {
    f"{x}{n}" for x in ("com", "lpt") for n in "123456789"
}
_USUAL: Final = "pindaian"


def safe_name(given: str, content: Content) -> str:
    """The last part of the name, with the extension that its content has.

    Files lie under their hash, so the name is only shown and offered for saving: it may not lead
    to another folder, hide what it is, or be what a disk refuses.
    """
    last = printable(given).replace("\\", "/").rsplit("/", 1)[-1].translate(_FORBIDDEN).strip(" .")
    stem = last
    for ending in (*_ENDINGS[content], content.extension):
        stem = stem[: -len(ending)] if stem.lower().endswith(ending) else stem
    stem = stem[:_LONGEST].strip(" .") or _USUAL
    if stem.split(".")[0].lower() in _RESERVED:
        stem = f"_{stem}"
    return stem + content.extension


_ENDINGS: Final = {Content.PDF: (), Content.JPEG: (".jpeg",), Content.PNG: ()}
