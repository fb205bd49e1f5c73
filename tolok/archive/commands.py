"""The commands of this room; `tolok/cli.py` says how they are gathered."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tolok.archive.batches.commands import add_make
from tolok.archive.matrix.commands import add_bundle, add_complete
from tolok.registry.commands import add_agency_and_year, person_by, the_agency
from tolok.terminal import Commands, Exit, add_format, print_result, say, table

if TYPE_CHECKING:
    from tolok.archive.models import Paper


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("papers", help="naskah: daftar, penerbitan, pemeriksaan kode")
    inner = parser.add_subparsers(metavar="TINDAKAN", required=True)
    _add_list(inner)
    _add_issue(inner)
    _add_verify(inner)
    add_make(inner)
    add_complete(inner)
    add_bundle(inner)


def _add_list(commands: Commands) -> None:
    parser = commands.add_parser("list", help="naskah satu tahun: kode, dokumen, nomor, status")
    add_agency_and_year(parser)
    parser.add_argument("--status", help="hanya status ini, misalnya draft atau issued")
    add_format(parser)
    parser.set_defaults(run=run_list)


def _add_issue(commands: Commands) -> None:
    parser = commands.add_parser("issue", help="menerbitkan satu draf")
    parser.add_argument("code", metavar="KODE", help="kode draf, misalnya 7K3M-9QXF")
    parser.add_argument("--date", required=True, help="tanggal naskah, misalnya 03/03/2026")
    parser.add_argument("--number", help="nomor yang ditulis sendiri; bawaan: dari seri nomornya")
    parser.add_argument("--by", required=True, help="surel orang yang menerbitkan")
    add_format(parser)
    parser.set_defaults(run=run_issue)


def _add_verify(commands: Commands) -> None:
    parser = commands.add_parser("verify", help="memeriksa kode, dan berkas terhadap kode itu")
    parser.add_argument("code", metavar="KODE")
    parser.add_argument("file", nargs="?", type=Path, metavar="BERKAS")
    add_format(parser)
    parser.set_defaults(run=run_verify)


def run_list(args: argparse.Namespace) -> int:
    from tolok.archive.models import Paper

    found = Paper.objects.of_year(the_agency(args), args.year).for_list()
    found = found.filter(status=args.status) if args.status else found
    result = [_as_result(paper) for paper in found]
    heads = ["KODE", "DOKUMEN", "STATUS", "NOMOR", "JUDUL"]
    rows = [
        [str(one[name]) for name in ("code", "document", "status", "number", "title")]
        for one in result
    ]
    print_result(args, {"papers": result}, table([heads, *rows]))
    return Exit.DONE


def run_issue(args: argparse.Namespace) -> int:
    """NK-12: what the command line names is there: paper, date, file."""
    from tolok.archive.issuing.actions import Numbering, issue_paper
    from tolok.archive.models import Paper
    from tolok.core.dates import read_date
    from tolok.core.problem import Problem, RefusedError

    day = read_date(args.date) or Problem("NK-12", "", "Tanggal naskah masih kosong.")
    if isinstance(day, Problem):
        raise RefusedError(day.at("--date"))
    paper = Paper.objects.filter(code=args.code.upper()).first()
    if paper is None:
        raise RefusedError(Problem("NK-12", "KODE", f"Tidak ada naskah berkode {args.code}."))
    number = args.number or Numbering.AUTO
    issued = issue_paper(paper, dated=day, number=number, actor=person_by(args.by))
    said = f"Naskah {issued.code} terbit dengan nomor {issued.number_text or '(tanpa nomor)'}."
    print_result(args, _as_result(issued), [said])
    return Exit.DONE


def run_verify(args: argparse.Namespace) -> int:
    from tolok.archive.files import hash_of
    from tolok.archive.verification.checking import file_of, told_about
    from tolok.core.problem import Problem, RefusedError

    if args.file and not args.file.is_file():
        raise RefusedError(Problem("NK-12", str(args.file), "Berkas ini tidak ada."))
    told = told_about(args.code)
    if told is None:
        say(f"Kode {args.code} tidak dikenal.")
        return Exit.REFUSED
    same = file_of(told.code, hash_of(args.file)) if args.file else None
    result = vars(told) | {"dated": str(told.dated or ""), "same": same.name if same else ""}
    lines = [f"{told.code} {told.document}: {told.standing}. {told.number} {told.issuer}"]
    if args.file:
        lines.append(f"Berkas sama dengan {same.name}." if same else "Berkas berbeda.")
    print_result(args, result, lines)
    return Exit.DAMAGED if args.file and same is None else Exit.DONE


def _as_result(paper: "Paper") -> dict[str, Any]:
    return {
        "code": paper.code,
        "document": paper.document,
        "title": paper.title,
        "status": paper.status,
        "number": paper.number_text,
        "dated": str(paper.dated or ""),
    }
