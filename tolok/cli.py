"""The `tolok` command. It only gathers what the rooms offer.

A room that has commands keeps them in `tolok/<room>/commands.py`:

    def add_to(commands: Commands) -> None:
        parser = commands.add_parser("findings", help="menampilkan temuan data")
        parser.add_argument("--agency", required=True, help="kode K/L/PD, misalnya D107")
        add_format(parser)  # from tolok.terminal, when it prints a result
        parser.set_defaults(run=run_findings)


    def run_findings(args: argparse.Namespace) -> int:
        from tolok.registry.models import Finding  # Django only inside the handler
        ...
        print_result(args, result, lines)
        return Exit.DONE

- `commands.py` imports neither Django nor anything slow at its top: `tolok --help` stays fast.
- Before the handler runs, Django is set up and TOLOK_HOME is known to be prepared, unless the
  parser said `set_defaults(django=False)`. A command that makes a home calls
  `environment.prepare_home()`, one that needs none `environment.start_django()`.
- A RefusedError the handler lets through is told on stderr and ends with exit code 1.
- Results go to stdout (`print_result`), messages to stderr (`say`), codes are `Exit`.
- A new room with commands is one more line in ROOMS.

What is not one of these is tried as Django's own: `tolok migrate`, `tolok changepassword`.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured

import tolok.archive.commands
import tolok.demo.commands
import tolok.documents.commands
import tolok.measurement.commands
import tolok.operations.commands
import tolok.people.commands
import tolok.registry.commands
import tolok.reminders.commands
import tolok.workflow.commands
from tolok import environment
from tolok.core.problem import RefusedError
from tolok.terminal import Exit, say, say_problems

ROOMS = (
    tolok.operations.commands,
    tolok.people.commands,
    tolok.registry.commands,
    tolok.measurement.commands,
    tolok.documents.commands,
    tolok.archive.commands,
    tolok.workflow.commands,
    tolok.reminders.commands,
    tolok.demo.commands,
)


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code; the console script hands it to the shell."""
    argv = sys.argv[1:] if argv is None else list(argv)
    try:
        code = run(argv)
        sys.stdout.flush()
    except RefusedError as refusal:
        say_problems(refusal.problems)
        return Exit.REFUSED
    except ImproperlyConfigured as wrong:
        say(str(wrong))
        return Exit.REFUSED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except KeyboardInterrupt:
        say("Dihentikan.")
        return Exit.STOPPED
    return code


def run(argv: list[str]) -> int:
    parser, ours = command_line()
    if argv and argv[0] not in ours and not argv[0].startswith("-"):
        return run_django(parser, argv)
    return run_ours(parser.parse_args(argv))


def run_ours(args: argparse.Namespace) -> int:
    if args.django:
        environment.start_django()
        environment.refuse_unprepared()
    return int(args.run(args))


def command_line() -> tuple[argparse.ArgumentParser, frozenset[str]]:
    """The parser with every room's commands, and their names."""
    parser = argparse.ArgumentParser(
        prog="tolok",
        description="Pengelolaan kinerja pengadaan untuk UKPBJ.",
        epilog="Perintah Django juga tersedia, misalnya: tolok migrate, tolok changepassword.",
    )
    commands = parser.add_subparsers(metavar="PERINTAH", required=True)
    for room in ROOMS:
        room.add_to(commands)
    for command in commands.choices.values():
        command.set_defaults(django=command.get_default("django") is not False)
    return parser, frozenset(commands.choices)


def run_django(parser: argparse.ArgumentParser, argv: list[str]) -> int:
    """One of Django's own commands; its CommandError ends the process with Django's code."""
    environment.start_django()
    from django.core.management import execute_from_command_line, get_commands

    if argv[0] not in get_commands():
        parser.error(f"perintah tidak dikenal: {argv[0]} (lihat: tolok --help)")
    execute_from_command_line(["tolok", *argv])
    return Exit.DONE
