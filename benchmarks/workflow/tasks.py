"""How long an inbox and completing a step take on the server, with many years in one database.

    python -m benchmarks.workflow.tasks [--years 100] [--write]

Agencies with a year each at different steps, in a TOLOK_HOME of its own. An inbox is asked turn by
turn with a page that shows only its frame, a completed step with one row of the audit trail, which
is the least any change writes; both through the whole stack. The 95th percentile counts, and the
figure that travels is the ratio.
"""

# ruff: noqa: PLC0415  (Django is imported when TOLOK_HOME is known)

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from django.test import Client

    from tolok.people.models import User
    from tolok.workflow.models import Run

TURNS: Final = 100
FOUND: Final = 302
FIRST_YEAR: Final = 2024
BARE: Final = "/akun/kata-sandi/"  # the frame and three fields
STEPS: Final = ("", "KT1.ii", "KT1.iv", "KT1.vii", "KT2", "KT5", "KT6")
README: Final = Path(__file__).parents[1] / "README.md"
MARKS: Final = ("<!-- workflow -->", "<!-- /workflow -->")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=100)
    parser.add_argument("--write", action="store_true", help="write the line to the README")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"TOLOK_HOME": home}
        line = report(args.years)
    sys.stdout.write(f"{line}\n")
    if args.write:
        write(line)


def report(years: int) -> str:
    """Django starts only now that the home is known."""
    from tolok import environment

    environment.prepare_home()
    runs = [a_run(number) for number in range(years)]
    client = signed_in(coordinator(runs[-1]))
    bare, inbox = [], []
    for _ in range(TURNS):
        bare.append(timed(lambda: client.get(BARE)))
        inbox.append(timed(lambda: client.get("/tugas/")))
    writing, completing = [], []
    for step in steps_of(runs):
        writing.append(timed(one_row))
        completing.append(timed(step))
    return (
        f"{years} years in one database: an inbox takes {p95(inbox) / p95(bare):.1f} times a bare"
        f" page at the 95th percentile, {p95(inbox) * 1000:.0f} ms here; completing a step"
        f" {p95(completing) / p95(writing):.1f} times one row of the trail,"
        f" {p95(completing) * 1000:.0f} ms here ({len(completing)} steps)."
    )


def a_run(number: int) -> "Run":
    """Two years side by side in each agency, as in January."""
    from tolok.organisation.testing import make_agency
    from tolok.workflow import activities
    from tolok.workflow.testing import make_run

    activities._conditions.clear()
    agency = make_agency(f"D{number // 2:03}")
    return make_run(agency, FIRST_YEAR + number % 2, STEPS[number % len(STEPS)])


def coordinator(run: "Run") -> "User":
    from tolok.people.models import Role, User
    from tolok.people.testing import make_user

    email = f"coordinator@{run.agency.code}.contoh.id".lower()
    return User.objects.filter(email=email).first() or make_user(Role.COORDINATOR, run.agency)


def signed_in(user: "User") -> "Client":
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    call_command("collectstatic", verbosity=0, interactive=False)
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def steps_of(runs: "list[Run]") -> "Iterator[Callable[[], Any]]":
    """Completing the step a year stands at, by its coordinator, through the page."""
    from tolok.workflow import actions
    from tolok.workflow.models import Task

    for run in runs:
        user = coordinator(run)
        client = signed_in(user)
        client.get(f"/tugas/?tahun={run.year}")
        task = Task.objects.filter(run=run, status="ready").first()
        if task is None or task.round:
            continue
        for item in task.items.needed().open():
            actions.meet_requirement(item, actions.Missing("belum ada"), actor=user)
        address = f"{task.get_absolute_url()}selesai/"
        yield lambda client=client, address=address: completed(client, address)


def completed(client: "Client", address: str) -> None:
    """A refusal would be fast, and prove nothing."""
    if client.post(address).status_code != FOUND:
        raise RuntimeError(f"{address} was refused")


def one_row() -> None:
    from django.db import transaction

    from tolok.trail.record import record

    with transaction.atomic():
        record("benchmark", actor=None, subject="benchmark")


def timed(do: Callable[[], Any]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def write(line: str) -> None:
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    README.write_text(f"{before}{MARKS[0]}\n{line}\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
