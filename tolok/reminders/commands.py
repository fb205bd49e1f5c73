"""`tolok reminders run`: what is due is told now; the worker does the same by itself."""

import argparse
from typing import TYPE_CHECKING

from tolok.registry.commands import the_agency
from tolok.terminal import Commands, Exit, add_format, print_result, table

if TYPE_CHECKING:
    from tolok.organisation.models import Agency
    from tolok.reminders.actions import Planned


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("reminders", help="mengirim pengingat batas waktu")
    inner = parser.add_subparsers(metavar="TINDAKAN", required=True)
    parser = inner.add_parser("run", help="mengirim pengingat yang sudah waktunya, sekarang")
    parser.add_argument("--agency", default="", help="hanya instansi ini, misalnya D107")
    parser.add_argument(
        "--dry-run", action="store_true", help="tampilkan saja; tidak ada yang dikirim"
    )
    add_format(parser)
    parser.set_defaults(run=run_reminders)


def run_reminders(args: argparse.Namespace) -> int:
    """Again at once sends nothing more."""
    from django.utils import timezone

    from tolok.messages.actions import Tally, deliver
    from tolok.reminders.actions import plan_reminders, send_reminders

    now = timezone.now()
    found: list[Planned] = []
    for agency in _agencies(args):
        if args.dry_run:
            found += plan_reminders(agency, now)
        else:
            found += send_reminders(agency, now).reminders
    tally = Tally() if args.dry_run else deliver(now)
    result = {
        "dry_run": args.dry_run,
        "reminders": [_as_json(one) for one in found],
        "delivered": vars(tally),
    }
    rows = [[one.task.agency.code, str(one.person), one.note.title] for one in found]
    lines = table([["INSTANSI", "KEPADA", "PENGINGAT"], *rows]) if rows else ["Tidak ada."]
    print_result(args, result, lines)
    return Exit.PARTLY if tally.failed else Exit.DONE


def _agencies(args: argparse.Namespace) -> "list[Agency]":
    from tolok.cycle.models import FiscalYear
    from tolok.organisation.models import Agency

    if args.agency:
        return [the_agency(args)]
    running = FiscalYear.objects.running().values("agency")
    return list(Agency.objects.filter(pk__in=running))


def _as_json(planned: "Planned") -> dict[str, object]:
    return {
        "agency": planned.task.agency.code,
        "year": planned.task.year,
        "task": planned.task.label,
        "due": planned.task.due,
        "person": planned.person.email,
        "kind": planned.kind,
        "rung": planned.notice.rung,
        "mark": planned.notice.mark,
        "title": planned.note.title,
    }
