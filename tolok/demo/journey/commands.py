"""`tolok journey`: a year by its SOP, from the assignment to the step asked for."""

import argparse
from pathlib import Path

from tolok.terminal import Commands, Exit, add_format, print_result, say


def add_journey(commands: Commands) -> None:
    parser = commands.add_parser(
        "journey", help="menjalankan satu tahun SOP dengan data contoh dan jam yang digerakkan"
    )
    parser.add_argument("code", metavar="KODE", help="kode SOP, misalnya kaltim-2024")
    parser.add_argument("--until", metavar="LANGKAH", required=True, help="misalnya KT3 atau JW9")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="folder tujuan naskahnya")
    parser.add_argument(
        "--seed", type=int, default=900, help="angka awal kode verifikasi (bawaan 900)"
    )
    add_format(parser)
    parser.set_defaults(run=run_journey, django=False)


def run_journey(args: argparse.Namespace) -> int:
    """In a home of its own, so that nothing invented comes near an agency's data."""
    from tolok.demo.journey.home import make_tables, passing_home

    with passing_home():
        from tolok.demo.journey.going import Journey, go, refuse_unknown

        journey = Journey(args.code, args.until, args.out, args.seed)
        refuse_unknown(journey)
        make_tables()
        told = go(journey)
    print_result(args, told.values, told.lines)
    if args.out:
        say(f"Naskah ditulis ke {args.out}.")
    return Exit.DONE
