"""The commands of this room; `tolok/cli.py` says how they are gathered."""

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tolok.documents.checking.commands import add_check, need_checked
from tolok.terminal import Commands, Exit, add_format, print_result, say, say_problems, table

if TYPE_CHECKING:
    from tolok.core.problem import Problem
    from tolok.documents.document import Document, Format


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("documents", help="menampilkan dan membuat dokumen SOP")
    inner = parser.add_subparsers(metavar="TINDAKAN", required=True)
    _add_list(inner)
    _add_render(inner)
    add_check(inner)
    parser.set_defaults(django=False)


def _add_list(commands: Commands) -> None:
    parser = commands.add_parser("list", help="semua dokumen: kode, judul, bentuk")
    add_format(parser)
    parser.set_defaults(run=run_list)


def _add_render(commands: Commands) -> None:
    parser = commands.add_parser("render", help="membuat satu dokumen, atau semua contoh")
    parser.add_argument("code", metavar="KODE", help="kode dokumen, misalnya F5, atau all")
    facts = parser.add_mutually_exclusive_group(required=True)
    facts.add_argument(
        "--facts",
        type=Path,
        metavar="BERKAS",
        help="fakta dokumen (JSON); sebuah daftar [ … ] menjadi banyak berkas di dalam folder",
    )
    facts.add_argument("--example", action="store_true", help="pakai fakta contoh")
    parser.add_argument("--out", type=Path, required=True, help="berkas atau folder tujuan")
    parser.add_argument("--pdf", action="store_true", help="buat juga PDF-nya")
    parser.add_argument("--template", type=Path, help="templat Word pengganti")
    parser.set_defaults(run=run_render)


def run_list(args: argparse.Namespace) -> int:
    from tolok.documents.catalogue import documents

    found = [
        {"code": one.code, "title": one.title, "formats": list(one.formats)} for one in documents()
    ]
    rows = [[one.code, ", ".join(one.formats), one.title] for one in documents()]
    print_result(args, {"documents": found}, table([["Kode", "Bentuk", "Judul"], *rows]))
    return Exit.DONE


def run_render(args: argparse.Namespace) -> int:
    from tolok.documents.catalogue import document, documents

    if args.code.lower() == "all":
        if args.facts:
            say("“all” hanya untuk --example: setiap dokumen mempunyai faktanya sendiri.")
            return Exit.USAGE
        return _render_examples(list(documents()), args)
    known = document(args.code)
    if args.template:
        need_checked(known, args.template)
    return _render_one(known, args)


def _render_examples(documents: list["Document"], args: argparse.Namespace) -> int:
    """Each document in each of its formats, the first also as PDF; what has none is named."""
    from tolok.core.problem import RefusedError
    from tolok.documents.render import render

    args.out.mkdir(parents=True, exist_ok=True)
    made = []
    for one in documents:
        facts = one.example()
        for kind in one.formats:
            file = args.out / f"{one.file_stem}.{kind}"
            file.write_bytes(render(one, facts, kind))
            if kind == one.formats[0]:
                made.append(file)
    say(f"{len(documents)} dokumen ditulis ke {args.out}.")
    try:
        _add_pdfs(made, args)
    except RefusedError as refusal:
        say_problems(refusal.problems)
        return Exit.PARTLY
    return Exit.DONE


def _render_one(document: "Document", args: argparse.Namespace) -> int:
    from tolok.documents.facts import facts_from_json
    from tolok.documents.render import render

    data = document.example_json() if args.example else _json(args.facts)
    if isinstance(data, list):
        return _render_many(document, data, args)
    facts = facts_from_json(document, data)
    out: Path = args.out
    if out.is_dir():
        out = out / f"{document.file_stem}.{document.formats[0]}"
    if out.suffix == ".pdf":
        _render_pdf(document, facts, args, out)
        return Exit.DONE
    kind = _format_of(document, out)
    out.write_bytes(render(document, facts, kind, template=args.template))
    _add_pdfs([out], args)
    say(f"{document.code} ditulis ke {out}.")
    return Exit.DONE


def _format_of(document: "Document", out: Path) -> "Format":
    """DK-10: a document is made only in its own formats."""
    from tolok.core.problem import Problem, RefusedError

    for kind in document.formats:
        if out.suffix in (f".{kind}", ""):
            return kind
    known = ", ".join(f".{kind}" for kind in (*document.formats, "pdf"))
    message = f"{document.code} tidak dibuat sebagai “{out.suffix}”. Pilih: {known}."
    raise RefusedError(Problem("DK-10", "--out", message))


def _render_pdf(document: "Document", facts: Any, args: argparse.Namespace, out: Path) -> None:
    from tolok.documents.render import render
    from tolok.documents.rendering.pdf import make_pdfs

    with tempfile.TemporaryDirectory(prefix="tolok-pdf-") as folder:
        file = Path(folder) / f"{out.stem}.{document.formats[0]}"
        file.write_bytes(render(document, facts, template=args.template))
        out.write_bytes(make_pdfs([file], Path(folder))[0].read_bytes())
    say(f"{document.code} ditulis ke {out}.")


def _add_pdfs(files: list[Path], args: argparse.Namespace) -> None:
    from tolok.documents.rendering.pdf import make_pdfs

    if args.pdf and files:
        make_pdfs(files, files[0].parent)


def _json(file: Path) -> Any:
    """DK-11: the facts are a JSON file in UTF-8; pictures they name lie beside it."""
    from tolok.core.problem import Problem, RefusedError
    from tolok.documents.document import SHARED_PICTURES
    from tolok.documents.facts import with_files

    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"Berkas fakta tidak dapat dibaca sebagai JSON ({error})."
        raise RefusedError(Problem("DK-11", str(file), message)) from error
    return with_files(data, (file.parent, SHARED_PICTURES))


def _render_many(document: "Document", data: list[Any], args: argparse.Namespace) -> int:
    """A file for each set of facts that is right; the others are named by their place."""
    from tolok.documents.many import write_many

    facts, wrong = _all_facts(document, data)
    files, made, kept = [], 0, 0
    for one in write_many(document, facts, args.out, template=args.template):
        if one.refusal:
            wrong += list(one.refusal.problems)
            continue
        files.append(one.file)
        made, kept = made + (not one.was_there), kept + one.was_there
    say(f"{made} berkas {document.code} ditulis ke {args.out}, {kept} sudah ada.")
    say_problems(wrong)
    _add_pdfs([file for file in files if not file.with_suffix(".pdf").exists()], args)
    return Exit.PARTLY if wrong else Exit.DONE


def _all_facts(document: "Document", data: list[Any]) -> "tuple[dict[int, Any], list[Problem]]":
    """By their places in the list, from 1."""
    from tolok.core.problem import Problem, RefusedError
    from tolok.documents.facts import facts_from_json

    facts: dict[int, Any] = {}
    wrong: list[Problem] = []
    for at, one in enumerate(data, 1):
        try:
            facts[at] = facts_from_json(document, one)
        except RefusedError as refusal:
            wrong += [
                Problem(problem.rule, f"[{at}] {problem.where}".strip(), problem.message)
                for problem in refusal.problems
            ]
    return facts, wrong
