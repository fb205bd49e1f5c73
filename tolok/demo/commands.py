"""The commands of this room; `tolok/cli.py` says how they are gathered."""

import argparse
import os
from pathlib import Path

from tolok.demo.journey.commands import add_journey
from tolok.terminal import Commands, Exit, add_format, print_result, say, table


def add_to(commands: Commands) -> None:
    _add_generate(commands)
    parser = commands.add_parser("demo", help="mengisi kabupaten rekaan dengan data tiga tahun")
    add_format(parser)
    parser.set_defaults(run=run_demo, django=False)
    add_journey(commands)


def _add_generate(commands: Commands) -> None:
    parser = commands.add_parser("generate", help="membuat berkas ISB rekaan beserta kebenarannya")
    parser.add_argument("--packages", type=int, required=True, help="jumlah paket seluruhnya")
    parser.add_argument("--agencies", type=int, default=1, help="jumlah badan rekaan (bawaan 1)")
    parser.add_argument("--years", type=int, default=1, help="jumlah tahun sampai 2025 (bawaan 1)")
    parser.add_argument("--seed", type=int, default=1, help="angka awal acakan (bawaan 1)")
    parser.add_argument("--out", type=Path, required=True, help="folder tujuan")
    parser.add_argument(
        "--format",
        choices=["json", "csv", "parquet"],
        default="json",
        help="bentuk berkas (bawaan json); dengan json, ringkasan di layar juga JSON",
    )
    parser.set_defaults(run=run_generate, django=False)


def run_generate(args: argparse.Namespace) -> int:
    from tolok.demo.generator.generate import generate
    from tolok.demo.generator.order import Order

    order = Order(args.packages, args.agencies, args.years, args.seed, args.format)
    generated = generate(order, args.out)
    say(f"Berkas rekaan ditulis ke {args.out}; kesalahan yang disengaja ada di truth.json.")
    result = {
        "out": args.out,
        "truth": generated.truth,
        "folders": [
            {"agency": one.agency, "name": one.agency_name, "year": one.year,
             "files": len(one.paths)}
            for one in generated.folders
        ],
        "quirks": {str(quirk): count for quirk, count in generated.slips.items()},
    }  # fmt: skip
    lines = [f"{one.agency} {one.agency_name} {one.year}" for one in generated.folders]
    print_result(args, result, lines)
    return Exit.DONE


def run_demo(args: argparse.Namespace) -> int:
    from tolok import environment

    environment.prepare_home()
    from tolok.demo.fill import fill

    filled = fill(in_the_open=environment.flag(os.environ, "TOLOK_DEMO"))
    if not filled.is_new:
        say(f"{filled.name} sudah terisi; tidak ada yang diubah.")
    result = {
        "agency": filled.agency,
        "name": filled.name,
        "new": filled.is_new,
        "years": [vars(year) for year in filled.years],
        "sign_ins": [vars(one) for one in filled.sign_ins],
    }
    heads = ["PERAN", "NAMA", "SUREL", "KATA SANDI"]
    known = [
        [one.role, one.name, one.email, one.password or "(sudah pernah ditampilkan)"]
        for one in filled.sign_ins
    ]
    print_result(args, result, table([heads, *known]))
    return Exit.DONE
