"""`tolok year open|close|list`: the same actions as on the pages."""

import argparse
from typing import TYPE_CHECKING

from tolok.registry.commands import add_agency_and_year, the_agency, the_person
from tolok.terminal import Commands, Exit, add_format, print_result, table

if TYPE_CHECKING:
    from datetime import date

    from tolok.cycle.models import FiscalYear


def add_year(commands: Commands) -> None:
    parser = commands.add_parser("year", help="membuka, menutup, dan menampilkan tahun anggaran")
    inner = parser.add_subparsers(metavar="TINDAKAN", required=True)
    _add_open(inner)
    _add_close(inner)
    _add_list(inner)


def _add_open(commands: Commands) -> None:
    parser = commands.add_parser("open", help="membuka satu tahun menurut SOP-nya")
    add_agency_and_year(parser)
    parser.add_argument("--sop", default="", help="misalnya kaltim-2024; kosong: tanpa SOP")
    parser.add_argument(
        "--days",
        choices=["calendar", "working"],
        help="arti “hari” dalam SOP, ditetapkan sekali untuk setiap versi SOP",
    )
    parser.add_argument("--step", default="", help="langkah pertama di Tolok, misalnya KT3")
    parser.add_argument("--starts", default="", metavar="TANGGAL", help="bawaan: 1 Januari")
    _add_person_and_format(parser)
    parser.set_defaults(run=run_open)


def _add_close(commands: Commands) -> None:
    parser = commands.add_parser("close", help="menutup tahun yang keempat triwulannya terkunci")
    add_agency_and_year(parser)
    _add_person_and_format(parser)
    parser.set_defaults(run=run_close)


def _add_list(commands: Commands) -> None:
    parser = commands.add_parser("list", help="tahun-tahun satu instansi dan keadaannya")
    parser.add_argument("--agency", required=True, help="kode K/L/PD, misalnya D107")
    add_format(parser)
    parser.set_defaults(run=run_list)


def _add_person_and_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", default="", metavar="SUREL", help="atas nama pengguna ini")
    add_format(parser)


def run_open(args: argparse.Namespace) -> int:
    from tolok.core.durations import DayType
    from tolok.cycle.actions import HowToOpen, open_year
    from tolok.cycle.simulation import simulate

    how = HowToOpen(
        days=DayType(args.days) if args.days else None,
        starts_at_step=args.step,
        starts_on=_day(args.starts),
    )
    year = open_year(the_agency(args), args.year, args.sop, how=how, actor=the_person(args))
    collisions = simulate(year).collisions
    found = [{**vars(one), "feasible": str(one.feasible or "")} for one in collisions]
    lines = [f"{one.rule} {one.message} {one.proposal}" for one in collisions]
    print_result(args, {**_as_json(year), "collisions": found}, [f"{year.label} dibuka.", *lines])
    return Exit.DONE


def run_close(args: argparse.Namespace) -> int:
    from tolok.cycle.actions import close_year

    year = close_year(_the_year(args), actor=the_person(args))
    print_result(args, _as_json(year), [f"{year.label} ditutup."])
    return Exit.DONE


def run_list(args: argparse.Namespace) -> int:
    years = list(the_agency(args).years.prefetch_related("periods").order_by("-year"))
    heading = ["TAHUN", "KEADAAN", "SOP", "HARI", "TERKUNCI"]
    rows = [
        [year.label, year.get_status_display(), year.sop, year.get_days_display(), _locked(year)]
        for year in years
    ]
    print_result(args, [_as_json(year) for year in years], table([heading, *rows]))
    return Exit.DONE


def _the_year(args: argparse.Namespace) -> "FiscalYear":
    """TA-10: only a year that was opened is closed."""
    from tolok.core.problem import Problem, RefusedError

    year = the_agency(args).years.filter(year=args.year).first()
    if year is None:
        message = f"TA {args.year} belum dibuka. Jalankan: tolok year open --agency …"
        raise RefusedError(Problem("TA-10", "--year", message))
    return year


def _day(text: str) -> "date | None":
    from tolok.core.dates import read_date
    from tolok.core.problem import Problem, RefusedError

    day = read_date(text)
    if isinstance(day, Problem):
        raise RefusedError(day.at("--starts"))
    return day


def _locked(year: "FiscalYear") -> str:
    return ", ".join(one.code for one in year.periods.all() if one.is_locked)


def _as_json(year: "FiscalYear") -> dict[str, object]:
    return {
        "year": year.year,
        "status": year.status,
        "sop": year.sop,
        "sop_version": year.sop_version,
        "days": year.days,
        "starts_at_step": year.starts_at_step,
        "starts_on": str(year.starts_on or ""),
        "rulebook_sha256": year.rulebook_sha256,
        "periods": [
            {
                "code": one.code,
                "opens": str(one.opens or ""),
                "closes": str(one.closes or ""),
                "locked": one.is_locked,
            }
            for one in year.periods.all()
        ],
    }
