"""What a scan may hold, and what looking at it may cost."""

from dataclasses import dataclass
from typing import Final

MIB: Final = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Measured: an A4 sheet at 300 dpi in colour has 8.7 million pixels and takes 1 MB as JPEG."""

    # What a file may hold
    scan_bytes: int = 50 * MIB
    pile_bytes: int = 200 * MIB
    scan_pages: int = 300
    pile_pages: int = 500
    pixels: int = 80_000_000  # A3 at 600 dpi has 70 million

    # What is shown of a picture: 300 dpi of A4 on its long side
    shown_side: int = 3_508

    # What its child may take
    memory_bytes: int = 1_536 * MIB  # address space
    cpu_seconds: int = 30
    bytes_for_one_more_second: int = 4 * MIB
    wall_seconds_per_cpu_second: int = 3
    written_bytes: int = 400 * MIB
    open_files: int = 64

    def cpu_seconds_for(self, size: int) -> int:
        return self.cpu_seconds + size // self.bytes_for_one_more_second


DEFAULT: Final = Limits()
