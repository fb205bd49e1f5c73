"""Files that no one meant to upload, told by their names."""

from pathlib import PurePosixPath
from typing import Final

_SYSTEM_FOLDERS: Final = {"__MACOSX", ".git", "$RECYCLE.BIN"}
_SYSTEM_FILES: Final = {"thumbs.db", "desktop.ini", ".ds_store"}


def left_out_reason(path: str) -> str:
    """Quirk 19: lock files ("~$…xlsx") and a system's own files lie beside the real ones."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    name = parts[-1] if parts else ""
    if name.startswith(("~$", ".~lock")):
        return "berkas kunci sementara dari aplikasi lembar kerja"
    if name.casefold() in _SYSTEM_FILES or _SYSTEM_FOLDERS & set(parts[:-1]):
        return "berkas milik sistem operasi"
    if name.startswith("."):
        return "berkas tersembunyi"
    return ""
