"""The parent's side: start a child with one job, take its answers, end it when it is late."""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import tolok
from tolok.core.problem import Problem, RefusedError
from tolok.scans import refusals
from tolok.scans.child import OUT_OF_MEMORY_CODE
from tolok.scans.limits import DEFAULT, Limits

_PASSED_ON: Final = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR")
_CPU_LIMIT_CODES: Final = (-24, -9)  # SIGXCPU, and SIGKILL where it was ignored


@dataclass(frozen=True)
class Answers:
    """What a child said, and why it said no more; "" when it came to its end."""

    told: tuple[dict[str, Any], ...]
    broke_off: str = ""


def ask(do: str, path: Path, out: Path, limits: Limits = DEFAULT, **job: Any) -> Answers:
    """Whatever the file does, it does to the child."""
    line = json.dumps(
        {"do": do, "path": str(path), "out": str(out), "limits": asdict(limits)} | job
    )
    seconds = limits.cpu_seconds_for(path.stat().st_size) * limits.wall_seconds_per_cpu_second
    with _started() as process:
        try:
            said, _ = process.communicate(line.encode() + b"\n", timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
            return Answers(_told(said), "waktu yang diperlukan terlalu lama")
    return Answers(_told(said), _why(process.returncode))


def look(
    path: Path, out: Path, *, shown: str, most_pages: int, limits: Limits = DEFAULT
) -> dict[str, Any]:
    """SC-01 to SC-07: what the file is; refused when it is no scan we take."""
    answers = ask("look", path, out, limits, shown=shown, most_pages=most_pages)
    if answers.broke_off or not answers.told:
        raise RefusedError(refusals.stopped(shown, answers.broke_off or "tanpa keterangan"))
    found = answers.told[-1]
    if "problem" in found:
        raise RefusedError(Problem(**found["problem"]))
    return found


def _started() -> "subprocess.Popen[bytes]":
    root = Path(tolok.__file__).parent.parent
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "tolok.scans.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment | {"PYTHONPATH": str(root)},
        cwd=root,
    )


def _told(said: bytes) -> tuple[dict[str, Any], ...]:
    """Whole lines only: what a dying child half said counts for nothing."""
    return tuple(json.loads(line) for line in said.decode().split("\n")[:-1])


def _why(code: int) -> str:
    if code == 0:
        return ""
    if code in _CPU_LIMIT_CODES:
        return "waktu yang diperlukan terlalu lama"
    if code == OUT_OF_MEMORY_CODE:
        return "memori yang diperlukan terlalu besar"
    return "isinya membuat pembaca berhenti"
