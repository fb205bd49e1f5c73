"""The folder a journey writes its papers into: all of them, or none."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tolok.archive.files import kept_file
from tolok.core.problem import Problem, RefusedError
from tolok.demo.journey.taken import Output, Taken


@contextmanager
def filling(out: Path) -> Iterator[Path]:
    """A folder that takes the name `out` when the block ends well, and is gone when it does not.

    G-05: `out` is new or empty, and can be written. It is asked before anything is done, because
    a journey takes its time.
    """
    where = out.resolve()
    half = _half(out, where)
    try:
        yield half
        half.chmod(0o755)
        where.parent.mkdir(parents=True, exist_ok=True)
        half.replace(where)  # an empty folder of that name gives way
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def _half(out: Path, where: Path) -> Path:
    if where.exists() and (not where.is_dir() or any(where.iterdir())):
        message = "Sudah ada isinya. Pilih folder yang belum ada atau masih kosong."
        raise RefusedError(Problem("G-05", str(out), message))
    nearest = next(folder for folder in where.parents if folder.exists())
    try:
        return Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=nearest))
    except OSError as error:
        message = f"Tidak dapat menulis di {nearest}: {error.strerror}. Pilih folder lain."
        raise RefusedError(Problem("G-05", str(out), message)) from error


def lay(steps: Iterable[Taken], folder: Path) -> dict[tuple[int, str], str]:
    """Each output under its step; gives the paths, by the place of the step and the SHA-256."""
    paths: dict[tuple[int, str], str] = {}
    for place, step in enumerate(steps):
        for output in step.outputs:
            path = _free(folder / folder_name(step), output)
            path.parent.mkdir(exist_ok=True)
            shutil.copyfile(kept_file(output.sha256), path)
            paths[place, output.sha256] = path.relative_to(folder).as_posix()
    return paths


def folder_name(step: Taken) -> str:
    """KT1.vi, KT1.vi-2 when it came back, KT5-TW3 in its third round."""
    round_ = f"-TW{step.round}" if step.round else ""
    again = f"-{step.returned + 1}" if step.returned else ""
    return f"{step.id}{round_}{again}"


def _free(folder: Path, output: Output) -> Path:
    path, number = folder / output.name, 2
    while path.exists():
        stem, dot, kind = output.name.rpartition(".")
        path, number = folder / f"{stem} {number}{dot}{kind}", number + 1
    return path
