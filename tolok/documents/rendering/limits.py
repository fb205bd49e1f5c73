"""What rendering one document may cost."""

from dataclasses import dataclass
from typing import Final

MIB: Final = 1 << 20


@dataclass(frozen=True)
class Limits:
    """An F5 takes 15 ms, a child 72 MiB of memory; the rest is room for long reports."""

    memory_bytes: int = 512 * MIB  # address space of a child
    cpu_seconds: int = 20  # per document
    wall_seconds: float = 60.0
    open_files: int = 32
    documents_per_child: int = 200


DEFAULT: Final = Limits()
