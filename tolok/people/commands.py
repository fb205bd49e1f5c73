"""The commands of this room; `tolok/cli.py` says how they are gathered."""

import argparse

from tolok.terminal import Commands, Exit, add_format, print_result, say, table


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("user", help="orang dan akunnya")
    deeds = parser.add_subparsers(metavar="TINDAKAN", required=True)

    recover = deeds.add_parser("recover", help="jalan masuk lagi bila tidak ada administrator")
    recover.add_argument("email", metavar="SUREL")
    recover.add_argument("--name", default="", metavar="NAMA", help="bila orangnya belum ada")
    add_format(recover)
    recover.set_defaults(run=run_recover)

    stale = deeds.add_parser("stale", help="akun yang perlu ditinjau")
    stale.add_argument("--days", type=int, default=90, help="tidak masuk selama (bawaan 90 hari)")
    add_format(stale)
    stale.set_defaults(run=run_stale)


def run_recover(args: argparse.Namespace) -> int:
    from django.urls import reverse

    from tolok.people.actions import recover_administrator

    path = reverse("people:use_link", args=[recover_administrator(args.email, args.name)])
    say("Buka alamat ini di belakang alamat Tolok Anda; berlaku 24 jam, untuk sekali pakai.")
    print_result(args, {"email": args.email, "path": path}, [path])
    return Exit.DONE


def run_stale(args: argparse.Namespace) -> int:
    from datetime import timedelta

    from django.utils import timezone

    from tolok.people.models import User

    quiet = User.objects.quiet_since(timezone.now() - timedelta(days=args.days))
    without = User.objects.without_office(timezone.localdate())
    found = [("lama tidak masuk", one) for one in quiet] + [
        ("tanpa jabatan", one) for one in without
    ]
    result = [{"reason": reason, "email": one.email, "name": one.name} for reason, one in found]
    lines = [[reason.upper(), one.email, one.name] for reason, one in found]
    print_result(args, {"accounts": result}, table(lines) if lines else ["Tidak ada."])
    return Exit.DONE
