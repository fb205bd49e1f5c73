"""Names of files in a bundle: plain letters that every system can unpack, never a path."""

import re
import unicodedata
from typing import Final

LONGEST: Final = 60
_SUFFIX: Final = re.compile(r"\.[a-z0-9]{1,5}$")
_RESERVED: Final = frozenset({"con", "prn", "aux", "nul"})  # Windows opens a device instead


def safe_name(text: str) -> str:
    """ "Dinas PU & Penataan Ruang" -> "dinas-pu-penataan-ruang"; never empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].rstrip("-")
    return words if words and words not in _RESERVED else f"berkas-{words}".rstrip("-")


def suffix_of(name: str) -> str:
    """The ending of an uploaded name if it is a plain one, else none."""
    found = _SUFFIX.search(name.lower())
    return found[0] if found else ""
