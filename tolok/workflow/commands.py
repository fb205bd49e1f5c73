"""`tolok sop`: which procedures there are, what one says, whether a file is one."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tolok.terminal import Commands, Exit, add_format, print_result, say, say_problems, table

if TYPE_CHECKING:
    from tolok.workflow.definition import Definition, Step


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("sop", help="menampilkan, memeriksa, dan mencetak SOP")
    inner = parser.add_subparsers(metavar="TINDAKAN", required=True)
    _add_list(inner)
    _add_show(inner)
    _add_check(inner)
    _add_document(inner)
    parser.set_defaults(django=False)


def _add_list(commands: Commands) -> None:
    parser = commands.add_parser("list", help="SOP yang disertakan: kode, versi, judul")
    add_format(parser)
    parser.set_defaults(run=run_list)


def _add_show(commands: Commands) -> None:
    parser = commands.add_parser("show", help="langkah-langkah satu SOP dengan mutu bakunya")
    parser.add_argument("code", metavar="KODE", help="kode SOP, misalnya kaltim-2024")
    add_format(parser)
    parser.set_defaults(run=run_show)


def _add_check(commands: Commands) -> None:
    parser = commands.add_parser("check", help="memeriksa berkas BPMN tanpa menjalankannya")
    parser.add_argument("file", metavar="BERKAS", type=Path, help="berkas .bpmn")
    add_format(parser)
    parser.set_defaults(run=run_check)


def _add_document(commands: Commands) -> None:
    parser = commands.add_parser("document", help="membuat dokumen SOP dari diagramnya")
    parser.add_argument("code", metavar="KODE", help="kode SOP, misalnya kaltim-2024")
    parser.add_argument("--out", type=Path, required=True, help="berkas .docx tujuan")
    parser.add_argument(
        "--days", choices=["calendar", "working"], default="calendar", help="arti “hari”"
    )
    parser.set_defaults(run=run_document)


def run_list(args: argparse.Namespace) -> int:
    found = [_shipped(code) for code in _codes()]
    result = [{"code": one.code, "version": one.version, "title": one.title} for one in found]
    rows = [[one.code, one.version, one.title] for one in found]
    print_result(args, {"sops": result}, table([["Kode", "Versi", "Judul"], *rows]))
    return Exit.DONE


def run_show(args: argparse.Namespace) -> int:
    definition = _shipped(args.code)
    rows = [[step.id, step.lane, step.name] for step in definition.steps]
    print_result(args, as_values(definition), table([["Langkah", "Pelaksana", "Kegiatan"], *rows]))
    return Exit.DONE


def run_check(args: argparse.Namespace) -> int:
    """BP-22: the file to check can be read."""
    _prepare()
    from tolok.core.problem import Problem, RefusedError
    from tolok.workflow.checking import faults_of

    try:
        content = args.file.read_bytes()
    except OSError as error:
        message = f"Berkas tidak dapat dibaca: {error.strerror}."
        raise RefusedError(Problem("BP-22", str(args.file), message)) from error
    faults = faults_of(content)
    found = [{"rule": one.rule, "element": one.where, "message": one.message} for one in faults]
    lines = [] if faults else [f"{args.file.name}: diagram dapat dijalankan."]
    print_result(args, {"is_sound": not faults, "faults": found}, lines)
    say_problems(faults)
    return Exit.REFUSED if faults else Exit.DONE


def run_document(args: argparse.Namespace) -> int:
    definition = _shipped(args.code)
    from tolok.core.durations import DayType
    from tolok.documents.catalogue import document
    from tolok.documents.parts import Signer
    from tolok.documents.render import render
    from tolok.workflow.printing import procedure_facts

    nobody = Signer(variant="langsung", offices=("",), name="", rank="", nip="")
    facts = procedure_facts(definition, signer=nobody, days=DayType(args.days))
    args.out.write_bytes(render(document("SOP"), facts, "docx"))
    say(f"SOP {definition.code} ditulis ke {args.out}.")
    return Exit.DONE


def as_values(definition: "Definition") -> dict[str, object]:
    """The procedure as plain values, for programs and for comparing with the printed SOP."""
    return {
        "code": definition.code,
        "version": definition.version,
        "steps": [_step_values(step) for step in definition.steps],
    }


def _step_values(step: "Step") -> dict[str, object]:
    return {
        "id": step.id,
        "name": step.name,
        "lane": step.lane,
        "requirements": list(step.requirements),
        "duration": str(step.duration) if step.duration else None,
        "outputs": list(step.outputs),
        "formats": [str(one) for one in step.formats],
        "next": [{"to": way.to or None, "outcome": way.outcome} for way in step.next],
    }


def _codes() -> tuple[str, ...]:
    _prepare()
    from tolok.workflow.loading import shipped_codes

    return shipped_codes()


def _shipped(code: str) -> "Definition":
    _prepare()
    from tolok.workflow.loading import shipped

    return shipped(code)


def _prepare() -> None:
    """The roles are Django's choices; a home is not needed."""
    from tolok.environment import start_django

    start_django()
