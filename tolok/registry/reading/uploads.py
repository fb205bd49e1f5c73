"""From what was dropped, files, folders and ZIPs, to the files to be read."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tolok.core.file_names import printable


class Upload(NamedTuple):
    """A file on disk and the name its user knows it by."""

    path: Path
    shown: str


def uploads_in(paths: Sequence[Path | Upload]) -> Iterator[Upload]:
    """Every file once, folders with all below them, in the order of their names.

    A file that came over the network lies under a name of our own and brings the shown one along.
    Links are not followed: an upload may not reach beyond itself.
    """
    for path in paths:
        if isinstance(path, Upload):
            yield path
            continue
        if path.is_symlink():
            continue
        if not path.is_dir():
            yield Upload(path, printable(path.name))
            continue
        for folder, folders, files in os.walk(path):
            folders.sort()
            for name in sorted(files):
                file = Path(folder) / name
                if not file.is_symlink():
                    shown = Path(path.name) / file.relative_to(path)
                    yield Upload(file, printable(shown.as_posix()))
