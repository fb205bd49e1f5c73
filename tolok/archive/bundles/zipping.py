"""A ZIP as it is written, in pieces, with the same bytes for the same content.

Its files are never held whole: they come from the store in pieces and leave the same way.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tolok.documents.files import FIXED_TIME
from tolok.store import CHUNK

SUMS: Final = "SHA256SUMS"


@dataclass(frozen=True)
class Member:
    """A file of the bundle: its name there, where its bytes are, and their SHA-256."""

    name: str
    source: Path | bytes
    sha256: str

    @property
    def size(self) -> int:
        return len(self.source) if isinstance(self.source, bytes) else self.source.stat().st_size


def member(name: str, text: str) -> Member:
    data = text.encode()
    return Member(name, data, hashlib.sha256(data).hexdigest())


def zipped(members: Iterable[Member]) -> Iterator[bytes]:
    """The members in their order, and last the list of their hashes (`sha256sum -c`)."""
    out = _Outgoing()
    sums: list[str] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for one in members:
            sums.append(f"{one.sha256}  {one.name}\n")
            yield from _written(archive, one, out)
        yield from _written(archive, member(SUMS, "".join(sums)), out)
    yield out.taken()


def _written(archive: zipfile.ZipFile, one: Member, out: "_Outgoing") -> Iterator[bytes]:
    entry = zipfile.ZipInfo(one.name, FIXED_TIME)
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    entry.file_size = one.size  # says whether it needs the form for more than 4 GB
    source = io.BytesIO(one.source) if isinstance(one.source, bytes) else one.source.open("rb")
    with source, archive.open(entry, "w") as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)
            yield out.taken()


class _Outgoing(io.RawIOBase):
    """What the archive has written and nobody has taken yet."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self._waiting += bytes(data)  # type: ignore[call-overload]  # any buffer
        return len(bytes(data))  # type: ignore[call-overload]

    def taken(self) -> bytes:
        waiting, self._waiting = bytes(self._waiting), bytearray()
        return waiting
