"""`tolok documents check`: a template before it is uploaded, or in a script."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tolok.terminal import Commands, Exit, add_format, print_result, say

if TYPE_CHECKING:
    from tolok.core.problem import Problem
    from tolok.documents.checking.check import Checked
    from tolok.documents.document import Document


def add_check(commands: Commands) -> None:
    parser = commands.add_parser("check", help="memeriksa templat Word pengganti")
    parser.add_argument("code", metavar="KODE", help="kode dokumen, misalnya F5")
    parser.add_argument("--template", type=Path, required=True, help="templat Word yang diperiksa")
    parser.add_argument("--out", type=Path, help="berkas .docx untuk pratinjau dengan data contoh")
    add_format(parser)
    parser.set_defaults(run=run_check)


def need_checked(known: "Document", template: Path) -> None:
    """Whoever renders with a template of their own is told first what is wrong with it."""
    _checked(known, template).need_good()


def _checked(known: "Document", template: Path) -> "Checked":
    from tolok.core.problem import Problem, RefusedError
    from tolok.documents.checking.check import check_template

    if not template.is_file():
        message = "Berkas ini tidak ada. Periksa nama dan foldernya."
        raise RefusedError(Problem("TP-01", str(template), message))
    return check_template(known, template)


def run_check(args: argparse.Namespace) -> int:
    from tolok.documents.catalogue import document

    checked = _checked(document(args.code), args.template)
    found = {
        "problems": [vars(one) for one in checked.problems],
        "warnings": [vars(one) for one in checked.warnings],
    }
    lines = [_line("Salah", one) for one in checked.problems]
    lines += [_line("Perhatikan", one) for one in checked.warnings]
    print_result(args, found, lines or ["Templat ini dapat dipakai."])
    if checked.problems:
        return Exit.REFUSED
    if args.out:
        args.out.write_bytes(checked.preview)
        say(f"Pratinjau ditulis ke {args.out}.")
    return Exit.DONE


def _line(kind: str, problem: "Problem") -> str:
    return f"{kind} [{problem.rule}] {problem.where}: {problem.message}"
