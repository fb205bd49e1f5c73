"""`tolok measure` and `tolok explain`; `tolok/cli.py` says how commands are gathered."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tolok.core.problem import Problem, RefusedError
from tolok.registry.commands import add_agency_and_year, the_agency
from tolok.terminal import Commands, Exit, add_format, print_result, say, say_problems, table

if TYPE_CHECKING:
    from tolok.core.formula import Filter
    from tolok.core.indicator import Indicator
    from tolok.measurement.explain import Explanation, Sources
    from tolok.measurement.values import Value

DAMAGED_SNAPSHOT = "M-01"


def add_to(commands: Commands) -> None:
    _add_measure(commands)
    _add_explain(commands)


def _add_measure(commands: Commands) -> None:
    parser = commands.add_parser("measure", help="menghitung indikator satu tahun anggaran")
    add_agency_and_year(parser)
    parser.add_argument("--indicator", action="append", default=[], help="hanya kode ini")
    parser.add_argument("--where", help="saringan, misalnya \"mtd_pemilihan = 'Tender'\"")
    parser.add_argument(
        "--by", default="", help="rincian dipisah koma, misalnya kd_satker,triwulan"
    )
    parser.add_argument("--details", action="store_true", help="tambah rincian rentang dan versi")
    add_format(parser)
    parser.set_defaults(run=run_measure)


def _add_explain(commands: Commands) -> None:
    parser = commands.add_parser("explain", help="menampilkan baris di balik satu angka")
    add_agency_and_year(parser)
    parser.add_argument("--indicator", required=True, help="kode indikator, misalnya B1")
    parser.add_argument("--where", help="saringan, seperti pada measure")
    parser.add_argument(
        "--group", action="append", default=[], help="satu rincian, misalnya triwulan=2"
    )
    parser.add_argument("--xlsx", type=Path, help="tulis juga ke buku kerja ini")
    add_format(parser)
    parser.set_defaults(run=run_explain)


def run_measure(args: argparse.Namespace) -> int:
    from tolok.measurement.in_force import exclusions_in_force, indicators_in_force
    from tolok.measurement.values import measure
    from tolok.registry.snapshots import current

    agency = the_agency(args)
    snapshot = current(agency, args.year)
    indicators = _chosen(indicators_in_force(agency, args.year), args.indicator)
    by = [name.strip() for name in args.by.split(",") if name.strip()]
    try:
        values = measure(
            snapshot,
            indicators,
            where=_where(args),
            by=by,
            exclusions=exclusions_in_force(agency, args.year),
        )
    except RefusedError as refused:
        return _refused(refused)
    listed = [_as_json(value, grouped=bool(by), details=args.details) for value in values]
    result = {
        "agency": agency.code,
        "year": args.year,
        "snapshot": snapshot.sha256,
        "indicators": listed,
    }
    print_result(args, result, table([HEAD, *map(_line, values)]))
    return Exit.DONE


def run_explain(args: argparse.Namespace) -> int:
    from tolok.measurement.explain import as_result, explain
    from tolok.measurement.in_force import exclusions_in_force, indicators_in_force
    from tolok.registry.lineage import sources_of
    from tolok.registry.snapshots import current

    agency = the_agency(args)
    snapshot = current(agency, args.year)
    (indicator,) = _chosen(indicators_in_force(agency, args.year), [args.indicator])
    excluded = exclusions_in_force(agency, args.year).get(indicator.code, {})
    try:
        found = explain(
            snapshot, indicator, where=_where(args), group=_group(args), excluded=excluded
        )
    except RefusedError as refused:
        return _refused(refused)
    sources = sources_of(snapshot, [row.package for row in found.rows])
    print_result(args, as_result(found, sources), _explained_lines(found, sources))
    _write_workbook(args, indicator, found, sources)
    return Exit.DONE


def _refused(refused: RefusedError) -> int:
    """A damaged snapshot is no refusal: the data are not what Tolok wrote."""
    if all(problem.rule != DAMAGED_SNAPSHOT for problem in refused.problems):
        raise refused
    say_problems(refused.problems)
    return Exit.DAMAGED


def _chosen(indicators: Sequence["Indicator"], codes: Sequence[str]) -> list["Indicator"]:
    """M-06: an indicator is asked for by a code that is in force in the year."""
    known = {one.code: one for one in indicators}
    for code in codes:
        if code.upper() not in known:
            message = f"Tidak ada indikator {code}. Yang berlaku: {', '.join(known)}."
            raise RefusedError(Problem("M-06", "--indicator", message))
    return [known[code.upper()] for code in codes] or list(indicators)


def _where(args: argparse.Namespace) -> "Filter | None":
    from tolok.core.formula import read_filter
    from tolok.registry.dictionary import dictionary

    if not args.where:
        return None
    found = read_filter(args.where, dictionary())
    if isinstance(found, tuple):
        raise RefusedError(*(problem.at("--where") for problem in found))
    return found


def _group(args: argparse.Namespace) -> Mapping[str, str]:
    """`--group triwulan=2 --group kd_satker=1.01`."""
    pairs = (text.partition("=") for text in args.group)
    return {name.strip(): key.strip() for name, _, key in pairs}


HEAD = ["Kode", "Indikator", "Rincian", "Nilai", "Terendah", "Tertinggi", "Baris", "Keterangan"]
NUMBERS = ("value", "lowest", "highest", "numerator", "denominator")


def _as_json(value: "Value", *, grouped: bool, details: bool) -> dict[str, object]:
    found: dict[str, object] = {"code": value.code, "name": value.name, "unit": value.unit}
    if grouped:
        found["group"] = dict(value.group)
    found |= {name: getattr(value, name) for name in NUMBERS}
    found |= {"rows": value.rows, "reason": value.reason}
    if details:
        found |= {
            "left_out": value.left_out,
            "interval_reason": value.interval_reason,
            "settles": [one.sentence for one in value.settles],
            "formula_version": value.formula_version,
        }
    return found


def _line(value: "Value") -> list[str]:
    from tolok.core.numbers import format_number

    numbers = (value.value, value.lowest, value.highest)
    shown = ["-" if one is None else format_number(one, 4) for one in numbers]
    remark = value.reason or value.interval_reason
    remark = remark or ", ".join(one.sentence for one in value.settles)
    group = " ".join(f"{name}={key}" for name, key in value.group.items())
    return [value.code, value.name, group, *shown, str(value.rows), remark]


def _explained_lines(found: "Explanation", sources: "Sources") -> Iterator[str]:
    head = ["Paket", "Pembilang", "Penyebut", "Sumber"]
    rows = [
        [row.package, str(row.numerator), str(row.denominator or ""), _places(row.package, sources)]
        for row in found.rows
    ]
    yield from table([head, *rows])
    yield f"Jumlah: {found.value.numerator} / {found.value.denominator} = {found.value.value}"
    for row in found.left_out:
        yield f"Tidak dihitung: {row.package} ({row.reason})"
    for open_row in found.open:
        yield f"Belum pasti: {open_row.package} ({', '.join(open_row.facts)})"


def _places(package: str, sources: "Sources") -> str:
    return "; ".join(f"{one.file} baris {one.row}" for one in sources.get(package, ()))


def _write_workbook(
    args: argparse.Namespace, indicator: "Indicator", found: "Explanation", sources: "Sources"
) -> None:
    from tolok.measurement.workbook import explanation_workbook

    if args.xlsx:
        args.xlsx.write_bytes(explanation_workbook(indicator, found, sources))
        say(f"Buku kerja ditulis ke {args.xlsx}.")
