"""How long the overview takes on the server, against a page that shows nothing, in the same run.

    python -m benchmarks.pages [--packages 60000] [--write]

One agency with generated packages and findings in a TOLOK_HOME of its own. Both pages are asked
turn by turn through the whole stack of middleware; the 95th percentile counts. The figure that
travels is the ratio: absolute times depend on the machine.
"""

# ruff: noqa: PLC0415  (Django is imported when TOLOK_HOME is known)

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import file_digest
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from django.test import Client

    from tolok.organisation.models import Agency

CODE: Final = "D000"  # as the generator calls its first agency and year
YEAR: Final = 2020
TURNS: Final = 200
ONE_IN: Final = 40  # packages with an open finding
README: Final = Path(__file__).with_name("README.md")
MARKS: Final = ("<!-- pages -->", "<!-- /pages -->")
BARE: Final = "/akun/kata-sandi/"  # the frame and three fields


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=int, default=60_000)
    parser.add_argument("--write", action="store_true", help="write the line to the README")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"TOLOK_HOME": home}
        line = report(args.packages)
    sys.stdout.write(f"{line}\n")
    if args.write:
        write(line)


def report(packages: int) -> str:
    """Django starts only now that the home is known."""
    from tolok import environment

    environment.prepare_home()
    agency = filled(packages)
    client = signed_in(agency)
    first = timed(lambda: client.get("/capaian/"))
    bare, ours = [], []
    for _ in range(TURNS):
        bare.append(timed(lambda: client.get(BARE)))
        ours.append(timed(lambda: client.get("/capaian/")))
    queries = asked(client)
    return (
        f"Overview of {packages:,} packages: {p95(ours) / p95(bare):.1f} times a bare page at the"
        f" 95th percentile, {queries} queries; {p95(ours) * 1000:.0f} ms here. The first view after"
        f" a change, which measures: {first * 1000:.0f} ms here."
    )


def filled(packages: int) -> "Agency":
    """Rows in the database, and the snapshot they would have given."""
    from tolok.cycle.testing import make_year
    from tolok.organisation.testing import make_agency
    from tolok.registry.models import Finding, Package

    agency = make_year(make_agency(CODE), YEAR).agency
    Package.objects.bulk_create(
        (package(agency, number) for number in range(packages)), batch_size=500
    )
    Finding.objects.bulk_create(
        (finding(agency, number) for number in range(0, packages, ONE_IN)), batch_size=500
    )
    keep(agency, packages)
    return agency


def package(agency: "Agency", number: int) -> Any:
    from tolok.registry.models import Package

    method = ("Pengadaan Langsung", "E-Purchasing", "Tender")[number % 3]
    return Package(agency=agency, year=YEAR, code=f"{number:010}", method=method)


def finding(agency: "Agency", number: int) -> Any:
    from tolok.registry.models import Finding

    return Finding(
        agency=agency,
        year=YEAR,
        rule=("P-01", "P-05", "P-09", "P-12")[number // ONE_IN % 4],
        package_code=f"{number:010}",
        message="Contoh",
        fingerprint=f"{number:064}",
        field=("nilai_kontrak", "tgl_bast", "nilai_pdn_kontrak", "")[number // ONE_IN % 4],
    )


def keep(agency: "Agency", packages: int) -> None:
    """The generated rows as the snapshot in force."""
    from benchmarks.measure.generate import generate
    from tolok.registry.models import Snapshot
    from tolok.registry.store import folder, put_in_place

    half = folder("snapshots") / "half"
    generate(half, packages, agencies=1, years=1)
    with half.open("rb") as file:
        sha256 = file_digest(file, "sha256").hexdigest()
    snapshot = Snapshot(
        agency=agency, year=YEAR, sha256=sha256, packages=packages, because="benchmark"
    )
    put_in_place(half, snapshot.path)
    snapshot.save()


def signed_in(agency: "Agency") -> "Client":
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from tolok.people.models import Role
    from tolok.people.testing import make_user

    call_command("collectstatic", verbosity=0, interactive=False)
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(make_user(Role.COORDINATOR, agency), backend=backend)
    return client


def asked(client: "Client") -> int:
    """How many questions one view asks the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get("/capaian/")
    return len(queries)


def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1]


def write(line: str) -> None:
    before, _, rest = README.read_text(encoding="utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    README.write_text(f"{before}{MARKS[0]}\n{line}\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
