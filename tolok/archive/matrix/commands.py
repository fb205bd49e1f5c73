"""`tolok papers complete` and `tolok papers bundle`: what is there, and all of it as one ZIP."""

import argparse
from pathlib import Path

from tolok.archive.batches.commands import the_year
from tolok.registry.commands import add_agency_and_year, the_agency
from tolok.terminal import Commands, Exit, add_format, print_result, say, table


def add_complete(commands: Commands) -> None:
    parser = commands.add_parser("complete", help="dokumen yang diminta SOP: mana yang belum ada")
    add_agency_and_year(parser)
    add_format(parser)
    parser.set_defaults(run=run_complete)


def add_bundle(commands: Commands) -> None:
    parser = commands.add_parser("bundle", help="semua naskah satu tahun dalam satu ZIP")
    add_agency_and_year(parser)
    parser.add_argument("--document", help="hanya dokumen ini, misalnya F5")
    parser.add_argument("--out", type=Path, required=True, metavar="BERKAS.zip")
    parser.set_defaults(run=run_bundle)


def run_complete(args: argparse.Namespace) -> int:

    from tolok.archive.matrix.cells import cells_of
    from tolok.archive.matrix.expectations import period_label
    from tolok.organisation.clock import today_in

    year = the_year(args)
    cells, registers = cells_of(year, today_in(year.agency))
    result = [
        {
            "document": cell.document,
            "unit": registers.units[cell.unit].code if cell.unit else "",
            "period": cell.period,
            "expected": cell.tally.expected,
            **{state.key: count for state, count in cell.tally.counts.items()},
        }
        for cell in cells
    ]
    lines = [
        [
            cell.document,
            registers.units[cell.unit].code if cell.unit else "instansi",
            period_label(cell.period),
            f"{cell.tally.complete} dari {cell.tally.expected}",
        ]
        for cell in cells
    ]
    heads = ["DOKUMEN", "SATKER", "PERIODE", "TERBIT"]
    print_result(args, {"cells": result}, table([heads, *lines]))
    return Exit.DONE


def run_bundle(args: argparse.Namespace) -> int:
    """The same bytes for the same papers; the file has its name only when it is whole."""
    from tolok.archive.bundles.contents import bundle_of, listed
    from tolok.archive.bundles.zipping import zipped
    from tolok.archive.models import Paper

    agency = the_agency(args)
    papers = Paper.objects.of_year(agency, args.year).in_force()
    if args.document:
        papers = papers.filter(document=args.document.upper())
    found = listed(papers)
    half = args.out.with_name(f".{args.out.name}.half")
    with half.open("wb") as file:
        for piece in zipped(bundle_of(f"Naskah TA {args.year} {agency.name}", found)):
            file.write(piece)
    half.replace(args.out)
    say(f"{len(found)} naskah ditulis ke {args.out}.")
    return Exit.DONE
