"""The parent's side of a workbook that is wanted as it is."""

import tempfile
from pathlib import Path

from tolok.core.problem import RefusedError
from tolok.registry.reading.jobs import Job
from tolok.registry.reading.limits import Limits
from tolok.registry.reading.plain_sheets import SMALL
from tolok.registry.reading.readers import Readers
from tolok.registry.reading.results import PlainSheet


def read_workbook(path: Path, shown: str, limits: Limits = SMALL) -> tuple[PlainSheet, ...]:
    """Its visible sheets; refused with the reason when it cannot be read."""
    with tempfile.TemporaryDirectory(prefix="tolok-lembar-") as folder:
        out = Path(folder)
        job = Job(path.absolute(), shown, out=out, number=0, limits=limits, plain=True)
        with Readers(out / "pembaca.log", most=1) as readers:
            [results] = readers.read([job])
    if problems := [problem for one in results.readings for problem in one.problems]:
        raise RefusedError(*problems)
    return results.sheets
