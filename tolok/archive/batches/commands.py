"""`tolok papers make`: many papers of one document, from a list of facts."""

import argparse
import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tolok.registry.commands import add_agency_and_year, the_agency, the_person
from tolok.terminal import Commands, Exit, add_format, print_result, say, say_problems

if TYPE_CHECKING:
    from tolok.archive.issuing.actions import About
    from tolok.archive.models import Batch
    from tolok.cycle.models import FiscalYear
    from tolok.organisation.models import Agency


def add_make(commands: Commands) -> None:
    parser = commands.add_parser("make", help="menyusun banyak draf satu dokumen sekaligus")
    parser.add_argument("document", metavar="DOKUMEN", help="kode dokumen, misalnya F5")
    parser.add_argument(
        "--facts",
        type=Path,
        metavar="BERKAS",
        help='daftar JSON: [{"title": …, "unit": kode satker, "period": "TW1", "subject": kode '
        'paket, "facts": {…}}, …]; tanpa ini faktanya dikumpulkan dari data',
    )
    add_agency_and_year(parser)
    parser.add_argument("--by", help="surel orang yang menyusun")
    parser.add_argument("--out", type=Path, metavar="BERKAS.zip", help="salinan semua berkasnya")
    add_format(parser)
    parser.set_defaults(run=run_make)


def run_make(args: argparse.Namespace) -> int:
    """Goes on with a batch of the document that was broken off, else begins one."""
    from tolok.archive.batches import jobs
    from tolok.archive.batches.actions import unfinished
    from tolok.archive.files import kept_file
    from tolok.archive.models import Batch

    year = the_year(args)
    batch = unfinished(args.document, year) or _prepared(args, year)
    while batch.status != Batch.Status.DONE:
        jobs.run_batch(batch.pk)
        batch.refresh_from_db()
        if batch.status == Batch.Status.WORKING:
            time.sleep(1)  # another job has it, or one that died had it a moment ago
    if args.out and batch.sha256:
        shutil.copyfile(kept_file(batch.sha256), args.out)
    return _told(args, batch)


def the_year(args: argparse.Namespace) -> "FiscalYear":
    """BN-06: papers are made in a year that was opened."""
    from tolok.core.problem import Problem, RefusedError
    from tolok.cycle.models import FiscalYear

    found = FiscalYear.objects.select_related("agency").filter(
        agency=the_agency(args), year=args.year
    )
    if year := found.first():
        return year
    message = f"TA {args.year} belum dibuka. Jalankan: tolok year open --agency …"
    raise RefusedError(Problem("BN-06", "--year", message))


def _prepared(args: argparse.Namespace, year: "FiscalYear") -> "Batch":
    from tolok.archive.batches.actions import prepare_batch

    items = None if args.facts is None else list(_given(args.facts, year.agency))
    return prepare_batch(args.document, items, year=year, actor=the_person(args))


def _given(file: Path, agency: "Agency") -> "Iterator[tuple[About, object]]":
    """BN-05: each item of the list has a title and facts, and names a satker that is known."""
    from tolok.archive.issuing.actions import About
    from tolok.core.problem import Problem, RefusedError
    from tolok.organisation.models import WorkUnit

    units = {unit.code: unit for unit in WorkUnit.objects.filter(agency=agency)}
    for at, one in enumerate(_list(file), 1):
        wrong = _what_is_wrong(one, set(units))
        if wrong:
            raise RefusedError(Problem("BN-05", f"{file} [{at}]", wrong))
        about = {name: one.get(name, "") for name in ("period", "subject")}
        yield About(one["title"], units.get(one.get("unit", "")), **about), one["facts"]


def _list(file: Path) -> list[Any]:
    from tolok.core.problem import Problem, RefusedError

    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"Berkas ini tidak dapat dibaca sebagai JSON ({error})."
        raise RefusedError(Problem("BN-05", str(file), message)) from error
    if not isinstance(found, list):
        raise RefusedError(Problem("BN-05", str(file), "Berkas ini bukan daftar JSON [ … ]."))
    return found


def _what_is_wrong(one: Any, units: set[str]) -> str:
    if not isinstance(one, dict) or "facts" not in one or "title" not in one:
        return 'Setiap butir memerlukan "title" dan "facts".'
    unit = one.get("unit", "")
    return f"Satker {unit} tidak terdaftar." if unit and unit not in units else ""


def _told(args: argparse.Namespace, batch: "Batch") -> int:
    from tolok.core.problem import read_back

    refused = list(batch.items.refused())
    for item in refused:
        say(f"[{item.position}] {item.title} ditolak:")
        say_problems(read_back(item.problems))
    made = batch.items.made().select_related("paper")
    papers = [{"title": item.title, "code": item.paper.code} for item in made if item.paper]
    result = {"batch": batch.pk, "made": len(papers), "refused": len(refused), "papers": papers}
    print_result(args, result, [f"{len(papers)} draf {batch.document}, {len(refused)} ditolak."])
    return Exit.PARTLY if refused else Exit.DONE
