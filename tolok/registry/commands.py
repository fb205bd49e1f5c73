"""The commands of this room; `tolok/cli.py` says how they are gathered."""

from tolok.terminal import Commands


def add_to(commands: Commands) -> None:
    del commands
