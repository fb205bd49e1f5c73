"""Files of papers: kept under their SHA-256, byte for byte, in the store of the registry."""

from tolok.archive.models import PaperFile
from tolok.registry.store import hash_of, keep_chunks, keep_file, kept_file

__all__ = [
    "hash_of",
    "is_sound",
    "is_whole",
    "keep_chunks",
    "keep_file",
    "kept_file",
    "size_of_kept",
]


def is_sound(file: PaperFile) -> bool:
    """Whether its bytes are there and still give the SHA-256 under which they are kept."""
    return is_whole(file.sha256)


def is_whole(sha256: str) -> bool:
    path = kept_file(sha256)
    return path.is_file() and hash_of(path) == sha256


def size_of_kept(sha256: str) -> int:
    return kept_file(sha256).stat().st_size
