"""The commands of this room; `tolok/cli.py` says how they are gathered."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tolok.terminal import Commands, Exit, add_format, print_result, say, say_problems, table

if TYPE_CHECKING:
    from tolok.organisation.models import Agency
    from tolok.people.models import User
    from tolok.registry.importing.report import ImportReport


def add_to(commands: Commands) -> None:
    _add_import(commands)
    _add_findings(commands)
    _add_correct(commands)


def add_agency_and_year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agency", required=True, help="kode K/L/PD, misalnya D107")
    parser.add_argument("--year", required=True, type=int, help="tahun anggaran, misalnya 2025")


def _add_import(commands: Commands) -> None:
    parser = commands.add_parser("import", help="mengimpor berkas SiRUP, SPSE, dan katalog")
    parser.add_argument("paths", nargs="*", type=Path, help="berkas, folder, atau ZIP")
    add_agency_and_year(parser)
    parser.add_argument("--dry-run", action="store_true", help="laporkan saja, jangan ubah apa pun")
    parser.add_argument(
        "--all-or-nothing", action="store_true", help="tolak semuanya bila satu baris ditolak"
    )
    parser.add_argument(
        "--accept-loss",
        action="store_true",
        help="setujui tabel yang sebagian besar barisnya hilang",
    )
    parser.add_argument("--refused", type=Path, help="tulis baris yang ditolak ke buku kerja ini")
    parser.add_argument("--undo", type=int, metavar="NOMOR", help="batalkan impor bernomor ini")
    parser.add_argument("--by", help="surel orang yang mengimpor, untuk jejak")
    add_format(parser)
    parser.set_defaults(run=run_import)


def run_import(args: argparse.Namespace) -> int:
    from tolok.registry.importing.actions import import_paths
    from tolok.registry.models import Import

    agency, actor = the_agency(args), the_person(args)
    if args.undo:
        return _undo(args, agency, actor)
    if not args.paths:
        say("Sebutkan berkas, folder, atau ZIP yang diimpor.")
        return Exit.USAGE
    mode = Import.Mode.ALL_OR_NOTHING if args.all_or_nothing else Import.Mode.VALID_ROWS
    report = import_paths(
        agency,
        args.year,
        args.paths,
        actor=actor,
        mode=mode,
        accept_loss=args.accept_loss,
        dry_run=args.dry_run,
    )
    print_result(args, report.as_json(), _report_lines(report))
    for file in report.files:
        say_problems(file.remarks)
        say_problems(refusal.problem for refusal in file.refusals)
    _write_refused(args, report)
    return Exit.PARTLY if report.refused or report.failed else Exit.DONE


def _undo(args: argparse.Namespace, agency: "Agency", actor: "User | None") -> int:
    from tolok.registry.importing.actions import undo_import
    from tolok.registry.models import Import

    batch = Import.objects.filter(agency=agency, year=args.year, pk=args.undo).first()
    if batch is None:
        say(f"Tidak ada impor bernomor {args.undo} untuk {agency.code} TA {args.year}.")
        return Exit.REFUSED
    undo_import(batch, actor=actor)
    print_result(args, {"undone": batch.pk}, [f"Impor {batch.pk} dibatalkan."])
    return Exit.DONE


def _write_refused(args: argparse.Namespace, report: "ImportReport") -> None:
    from tolok.registry.importing.refused_workbook import write_refused

    if args.refused and report.refused:
        args.refused.write_bytes(write_refused(report.files))
        say(f"{report.refused} baris yang ditolak ditulis ke {args.refused}.")


def _report_lines(report: "ImportReport") -> list[str]:
    head = [
        "Berkas",
        "Tabel",
        "Baris",
        "Baru",
        "Berubah",
        "Tetap",
        "Hilang",
        "Ditolak",
        "Disisihkan",
    ]
    counts = ("rows", "new", "changed", "unchanged", "vanished", "refused", "set_aside")
    rows = [
        [file.path, file.table or "-", *(str(getattr(file, name)) for name in counts)]
        for file in report.files
    ]
    found = ", ".join(f"{rule} {number}" for rule, number in report.findings.items())
    return [
        *table([head, *rows]),
        "",
        f"Paket: {report.packages}",
        f"Temuan terbuka: {found or 'tidak ada'}",
        f"Potret data: {report.snapshot}",
    ]


def _add_findings(commands: Commands) -> None:
    parser = commands.add_parser("findings", help="menampilkan temuan data yang terbuka")
    add_agency_and_year(parser)
    parser.add_argument("--rule", help="hanya aturan ini, misalnya P-01")
    parser.add_argument("--all", action="store_true", help="juga yang sudah diputuskan")
    add_format(parser)
    parser.set_defaults(run=run_findings)


def run_findings(args: argparse.Namespace) -> int:
    from tolok.registry.models import Finding

    found = Finding.objects.of_year(the_agency(args), args.year)
    found = found if args.all else found.open()
    found = found.filter(rule=args.rule) if args.rule else found
    result = [
        {
            "id": one.pk,
            "rule": one.rule,
            "weight": one.weight,
            "package": one.package_code,
            "message": one.message,
            "field": one.field,
            "lowest": one.lowest,
            "highest": one.highest,
            "guess": one.guess,
            "status": one.status,
            "rows": [{"sha256": file, "row": row, "table": name} for file, row, name in one.rows],
        }
        for one in found
    ]
    lines = [f"{one['id']} {one['rule']} {one['package']} {one['message']}" for one in result]
    print_result(args, {"findings": result}, lines or ["Tidak ada temuan terbuka."])
    return Exit.DONE


def _add_correct(commands: Commands) -> None:
    parser = commands.add_parser(
        "correct", help="mengusulkan koreksi satu fakta, atau memutuskan usul koreksi"
    )
    add_agency_and_year(parser)
    parser.add_argument("--by", required=True, help="surel orang yang mengusulkan atau memutuskan")
    parser.add_argument("--reason", default="", help="alasan")
    parser.add_argument("--package", help="kode paket")
    parser.add_argument("--field", help="kolom, misalnya nilai_kontrak")
    parser.add_argument("--value", help="nilai yang benar")
    parser.add_argument("--evidence", type=Path, help="berkas bukti")
    parser.add_argument("--exclude-from", metavar="INDIKATOR", help="keluarkan dari indikator ini")
    decide = parser.add_mutually_exclusive_group()
    decide.add_argument("--accept", type=int, metavar="NOMOR", help="setujui usul koreksi ini")
    decide.add_argument("--refuse", type=int, metavar="NOMOR", help="tolak usul koreksi ini")
    decide.add_argument("--withdraw", type=int, metavar="NOMOR", help="tarik usul koreksi ini")
    decide.add_argument("--list", action="store_true", help="tampilkan semua koreksi")
    parser.add_argument("--exclusion", action="store_true", help="nomor itu usul pengeluaran")
    add_format(parser)
    parser.set_defaults(run=run_correct)


def run_correct(args: argparse.Namespace) -> int:
    from tolok.registry.corrections.commands import decide, list_changes, propose

    agency, actor = the_agency(args), person_by(args.by)
    if args.list:
        return list_changes(args, agency)
    if args.accept or args.refuse or args.withdraw:
        return decide(args, agency, actor)
    return propose(args, agency, actor)


def the_agency(args: argparse.Namespace) -> "Agency":
    """The agency named on the command line; refused (I-07) before `tolok init`."""
    from tolok.core.problem import Problem, RefusedError
    from tolok.organisation.models import Agency

    agency = Agency.objects.filter(code=args.agency.upper()).first()
    if agency is None:
        message = f"Instansi {args.agency} belum terdaftar. Jalankan: tolok init --agency …"
        raise RefusedError(Problem("I-07", "--agency", message))
    return agency


def the_person(args: argparse.Namespace) -> "User | None":
    """Who acts, where the command line may leave it open."""
    return person_by(args.by) if args.by else None


def person_by(email: str) -> "User":
    """The user with that address; refused (I-08) when nobody has it."""
    from tolok.core.problem import Problem, RefusedError
    from tolok.people.models import User

    person = User.objects.filter(email=email.lower()).first()
    if person is None:
        raise RefusedError(Problem("I-08", "--by", f"Tidak ada pengguna dengan surel {email}."))
    return person
