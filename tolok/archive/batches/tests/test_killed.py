"""A real process is killed in the middle of a batch; the next one finishes it."""

import os
import signal
import subprocess
import sys
import time
import zipfile

import pytest

READY = "from tolok import environment; environment.start_django()\n"
START = """
from tolok.archive.batches import actions
from tolok.archive.issuing.actions import About
from tolok.cycle.models import FiscalYear
from tolok.documents.catalogue import document
year = FiscalYear.objects.get()
facts = document("F5").example_json()
given = [(About(f"Paket {at:03}", subject=str(at)), facts) for at in range(80)]
print(actions.prepare_batch("F5", given, year=year, actor=None).pk)
"""
RUN = """
from datetime import timedelta
from django.utils import timezone
from tolok.archive.batches import jobs
from tolok.archive.models import Batch
Batch.objects.update(beat_at=timezone.now() - timedelta(hours=1))
jobs.run_batch(Batch.objects.get().pk)
"""
LOOK = """
from tolok.archive.files import kept_file
from tolok.archive.models import Batch, Paper
batch = Batch.objects.get()
print(batch.status, batch.items.made().count(), Paper.objects.count())
print(kept_file(batch.sha256) if batch.sha256 else "")
"""


def python(code):
    command = [sys.executable, "-c", READY + code]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.splitlines()


@pytest.mark.slow
def test_killed_in_the_middle_a_batch_is_finished_without_making_anything_twice(home):
    who = ("--agency", "X101", "--name", "Kabupaten Uji", "--year", "2025")
    init = [sys.executable, "-m", "tolok", "init", *who]
    subprocess.run(init, check=True, capture_output=True)  # noqa: S603
    python(START)

    running = subprocess.Popen([sys.executable, "-c", READY + RUN])  # noqa: S603
    until = time.monotonic() + 60
    while len(list((home / ".batches").rglob("*"))) < 10 and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    half_way = python(LOOK)
    python(RUN)

    state, made, _ = half_way[0].split()
    assert (state, half_way[1]) == ("working", "")
    assert 0 <= int(made) < 80
    whole = python(LOOK)
    assert whole[0] == "done 80 80"
    with zipfile.ZipFile(whole[1]) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == 81
