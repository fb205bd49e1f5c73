"""Many files of one document in a folder; broken off at any moment, it goes on where it was."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tolok.core.problem import RefusedError
from tolok.documents.document import Document
from tolok.documents.facts import facts_to_json
from tolok.documents.render import render, render_all


@dataclass(frozen=True)
class Written:
    """What became of one set of facts: a file, that was there already or not, or a refusal."""

    at: int  # its place in the list, from 1
    file: Path
    was_there: bool = False
    refusal: RefusedError | None = None


def write_many(
    document: Document, many: Mapping[int, Any], out: Path, *, template: Path | None = None
) -> Iterator[Written]:
    """From places in a list and the facts there; a file has its name only when it is whole.

    The name says from which facts and template it was made, the list of hashes beside the files
    which bytes it then had. Files of both the same name and the same bytes are not made again.
    """
    out.mkdir(parents=True, exist_ok=True)
    hashes = Hashes(out / f"{document.code}.sha256")
    chosen = template or document.template
    files = {at: out / name for at, name in _names(document, many, chosen)}
    there = [at for at, file in files.items() if hashes.fits(file)]
    todo = [at for at in files if at not in set(there)]
    yield from (Written(at, files[at], was_there=True) for at in there)
    made = _rendered(document, (many[at] for at in todo), chosen)
    for at, data in zip(todo, made, strict=True):
        if isinstance(data, RefusedError):
            yield Written(at, files[at], refusal=data)
            continue
        hashes.add(files[at], data)
        write_whole(files[at], data)
        yield Written(at, files[at])
    hashes.tidy()


def _rendered(
    document: Document, many: Iterable[Any], template: Path
) -> Iterator[bytes | RefusedError]:
    """Word documents on all processors, slides one after another."""
    if "docx" in document.formats:
        return render_all(document, many, template=template)
    return (render(document, facts) for facts in many)


def write_whole(file: Path, data: bytes) -> None:
    """Under another name first: whoever looks sees the whole file or none."""
    half = file.with_name(f".{file.name}.half")
    half.write_bytes(data)
    half.replace(file)


class Hashes:
    """Files and their SHA-256, a line each, as `sha256sum -c` reads them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True) if file.exists() else []
        whole = (line.rstrip("\n").split("  ", 1) for line in lines if line.endswith("\n"))
        self._known = {name: sha256 for sha256, name in whole}

    def fits(self, file: Path) -> bool:
        known = self._known.get(file.name)
        return known is not None and file.is_file() and known == _hash(file.read_bytes())

    def add(self, file: Path, data: bytes) -> None:
        """Told before the file gets its name: a hash without a file does no harm."""
        if self._known.get(file.name) == _hash(data):
            return
        self._known[file.name] = _hash(data)
        with self._file.open("a", encoding="utf-8") as lines:
            lines.write(_line(file.name, _hash(data)))

    def tidy(self) -> None:
        """One line for each file, in the order of the names."""
        lines = (_line(*one) for one in sorted(self._known.items()))
        write_whole(self._file, "".join(lines).encode())


def _names(
    document: Document, many: Mapping[int, Any], template: Path
) -> Iterator[tuple[int, str]]:
    """F5-0012-3f2a9c81d0b7.docx: its place in the list and what it is made from."""
    kind = document.formats[0]
    base = hashlib.sha256(template.read_bytes() if template.is_file() else b"")
    for at, facts in many.items():
        made_from = base.copy()
        made_from.update(json.dumps(facts_to_json(facts), sort_keys=True).encode())
        yield at, f"{document.code}-{at:04}-{made_from.hexdigest()[:12]}.{kind}"


def _line(name: str, sha256: str) -> str:
    return f"{sha256}  {name}\n"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
