"""The commands that set up, run, keep and examine an installation."""

import argparse
import os
from pathlib import Path

from tolok.operations.year_commands import add_year
from tolok.terminal import Commands, Exit, add_format, print_result, say, say_problems, table


def add_to(commands: Commands) -> None:
    add_init(commands)
    add_year(commands)
    add_backup_and_restore(commands)
    add_serve_and_worker(commands)
    for name, text, run in [
        ("doctor", "memeriksa pemasangan ini dan mengatakan apa yang perlu dilakukan", run_doctor),
        ("verify", "memeriksa keutuhan jejak audit, berkas, dan snapshot", run_verify),
        ("version", "menampilkan versi Tolok", run_version),
    ]:
        parser = commands.add_parser(name, help=text)
        add_format(parser)
        parser.set_defaults(run=run, django=name == "verify")


def add_init(commands: Commands) -> None:
    parser = commands.add_parser("init", help="menyiapkan folder data, instansi, dan tahunnya")
    parser.add_argument("--agency", required=True, help="kode K/L/PD, misalnya D107")
    parser.add_argument("--name", required=True, help='nama instansi, "Kabupaten Bandung"')
    parser.add_argument("--year", required=True, type=int, help="tahun anggaran")
    parser.add_argument("--sop", default="", help="SOP yang dipakai, misalnya kaltim-2024")
    parser.add_argument("--admin", default="", metavar="SUREL", help="administrator pertama")
    parser.add_argument("--admin-name", default="", metavar="NAMA", help="nama administrator itu")
    add_format(parser)
    parser.set_defaults(run=run_init, django=False)


def add_backup_and_restore(commands: Commands) -> None:
    parser = commands.add_parser("backup", help="membuat satu berkas cadangan dari semua data")
    parser.add_argument("file", type=Path, metavar="BERKAS")
    add_format(parser)
    parser.set_defaults(run=run_backup)

    parser = commands.add_parser("restore", help="memulihkan cadangan ke TOLOK_HOME yang kosong")
    parser.add_argument("file", type=Path, metavar="BERKAS")
    parser.add_argument("--verify", action="store_true", help="periksa seluruh isinya dahulu")
    add_format(parser)
    parser.set_defaults(run=run_restore, django=False)


def add_serve_and_worker(commands: Commands) -> None:
    parser = commands.add_parser("serve", help="melayani halaman web")
    bind = os.environ.get("TOLOK_BIND", "127.0.0.1")
    parser.add_argument("--host", default=bind, help=f"alamat (bawaan {bind})")
    parser.add_argument("--port", type=int, default=8000, help="porta (bawaan 8000)")
    parser.add_argument("--worker", action="store_true", help="jalankan juga `tolok worker`")
    parser.set_defaults(run=run_serve, django=False)

    parser = commands.add_parser("worker", help="mengerjakan tugas di latar belakang")
    parser.set_defaults(run=run_worker)


def run_init(args: argparse.Namespace) -> int:
    from tolok import environment

    home = environment.prepare_home()
    from tolok.operations.start import Opening, make_administrator, start

    is_new = start(Opening(args.agency, args.name, args.year, args.sop))
    if args.admin and not make_administrator(args.admin, args.admin_name):
        say(f"{args.admin} sudah terdaftar; tidak ada yang diubah.")
    what = f"{args.name} ({args.agency}) tahun {args.year}"
    line = f"{what} siap di {home}." if is_new else f"{what} sudah ada; tidak ada yang diubah."
    result = {"agency": args.agency, "year": args.year, "home": home, "new": is_new}
    print_result(args, result, [line])
    return Exit.DONE


def run_backup(args: argparse.Namespace) -> int:
    from tolok.operations.backup import backup

    made = backup(args.file)
    print_result(args, vars(made), [f"Cadangan {made.file} selesai ({made.bytes} bita)."])
    return Exit.DONE


def run_restore(args: argparse.Namespace) -> int:
    from tolok import environment

    environment.start_django()
    from tolok.operations.archive import DamagedError
    from tolok.operations.restore import restore

    try:
        manifest = restore(args.file, verified=args.verify)
    except DamagedError as damage:
        say_problems(damage.problems)
        return Exit.DAMAGED
    result = {"file": args.file, "made_at": manifest["made_at"], "files": len(manifest["files"])}
    print_result(
        args, result, [f"Dipulihkan: {result['files']} berkas, dibuat {result['made_at']}."]
    )
    return Exit.DONE


def run_serve(args: argparse.Namespace) -> int:
    from tolok import environment

    os.environ["TOLOK_BIND"] = args.host  # settings look at it
    environment.start_django()
    environment.refuse_unprepared()
    from tolok.operations.serve import serve

    serve(args.host, args.port, with_worker=args.worker)
    return Exit.DONE


def run_worker(args: argparse.Namespace) -> int:
    del args
    from tolok.operations.serve import work

    work()
    return Exit.DONE


def run_doctor(args: argparse.Namespace) -> int:
    from tolok import environment

    environment.start_django()
    from tolok.operations.doctor import examine

    checks = examine()
    print_result(
        args,
        {"checks": [vars(check) for check in checks]},
        table(
            [["PERIKSA", "KEADAAN", "YANG PERLU DILAKUKAN"]] + [[*vars(c).values()] for c in checks]
        ),
    )
    return Exit.REFUSED if any(check.remedy for check in checks) else Exit.DONE


def run_verify(args: argparse.Namespace) -> int:
    from tolok.operations.verify import verify

    found = verify()
    state = "ADA YANG TIDAK UTUH" if found.problems else "utuh"
    print_result(
        args,
        {**vars(found), "problems": [vars(problem) for problem in found.problems]},
        [f"{found.entries} baris jejak audit, {found.files} berkas: {state}."],
    )
    say_problems(found.problems)
    return Exit.DAMAGED if found.problems else Exit.DONE


def run_version(args: argparse.Namespace) -> int:
    from importlib.metadata import version

    print_result(args, {"version": version("tolok")}, [f"Tolok {version('tolok')}"])
    return Exit.DONE
