"""Running the real `tolok` command, as a person at a terminal does."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def tolok(*arguments, **environment):
    """Its exit code and what it wrote; keyword arguments are environment variables."""
    done = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "tolok", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **{name: str(value) for name, value in environment.items()}},
        capture_output=True,
        text=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)
