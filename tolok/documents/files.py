"""Files that are the same bytes for the same content: their ZIP entries have one fixed time."""

import io
import struct
import zipfile
from typing import Final

FIXED_TIME: Final = (1980, 1, 1, 0, 0, 0)
_FIXED: Final = struct.pack("<HH", 0, (1 << 5) | 1)  # MS-DOS: midnight, 1 January 1980
_CENTRAL: Final = b"PK\x01\x02"
_CENTRAL_SIZE: Final = 46


def with_fixed_times(data: bytes) -> bytes:
    """The same ZIP with every time set to 1 January 1980; nothing is packed again."""
    patched = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.start_dir
        for entry in archive.infolist():
            patched[entry.header_offset + 10 : entry.header_offset + 14] = _FIXED
            at = patched.index(_CENTRAL, at)
            patched[at + 12 : at + 16] = _FIXED
            at += _CENTRAL_SIZE
    return bytes(patched)
