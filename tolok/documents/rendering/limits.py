"""What rendering one document may cost."""

from dataclasses import dataclass
from typing import Final

MIB: Final = 1 << 20


@dataclass(frozen=True)
class Limits:
    """A real F15 of 60 pages takes 1.2 s and 160 MiB; a bomb takes what it gets."""

    memory_bytes: int = 512 * MIB  # address space of a child
    cpu_seconds: int = 20  # per document
    wall_seconds: float = 60.0
    open_files: int = 32
    documents_per_child: int = 200


DEFAULT: Final = Limits()
