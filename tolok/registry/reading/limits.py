"""What one file may cost before its reading is stopped."""

from dataclasses import dataclass
from typing import Final

MIB: Final = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Measured on real files: the largest province-year has 65,000 RUP packages of 48 columns,
    3.1 million cells and 110 MB of JSON; the largest real sheet so far has 270,000 cells."""

    # What a file may hold
    unpacked_bytes: int = 200 * MIB  # all members of an archive or workbook together
    ratio: int = 200  # unpacked to packed, for members of more than 1 MiB
    members: int = 2_000
    cells: int = 5_000_000  # of one sheet
    columns: int = 1_000
    cell_characters: int = 1 * MIB
    row_characters: int = 1 * MIB
    refused_rows: int = 5_000

    # What its reading may take
    memory_bytes: int = 512 * MIB  # resident
    address_space_bytes: int = 2_048 * MIB  # DuckDB alone reserves 850 MiB
    workbook_bytes: int = 512 * MIB  # address space on top of what is there before a workbook
    cpu_seconds: int = 10
    bytes_for_one_more_second: int = 8 * MIB  # of the file as it lies on disk
    wall_seconds_per_cpu_second: int = 4
    file_bytes: int = 1_024 * MIB  # the largest file the child may write

    # How many files are read at a time
    children: int = 2

    def cpu_seconds_for(self, size: int) -> int:
        """Bombs are small, so a small file gets little time."""
        return self.cpu_seconds + size // self.bytes_for_one_more_second


DEFAULT: Final = Limits()
