"""The commands of this room; `tolok/cli.py` says how they are gathered."""

import argparse
from pathlib import Path

from tolok.terminal import Commands, Exit, print_result, say


def add_to(commands: Commands) -> None:
    _add_generate(commands)


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
