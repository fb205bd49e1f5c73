"""Cells in which a source hides structure, read for people: KSO members, budget lines, HTML."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from tolok.core.numbers import format_rupiah
from tolok.core.problem import Problem
from tolok.core.spending import BudgetLine, budget_lines
from tolok.core.texts import ConsortiumMember, consortium_members, plain_text, work_time

_MARKUP: Final = re.compile(r"<[a-zA-Z/][^<>]*>|&[a-z]+;|_x00[01][0-9A-Fa-f]_")


def reading_of(column: str, text: str) -> tuple[str, ...]:
    """What the cell says, line by line; nothing where its text says it already."""
    if read := _READERS.get(column):
        return read(text)
    return tuple(plain_text(text).splitlines()) if _MARKUP.search(text) else ()


def told_member(member: ConsortiumMember) -> str:
    """Without its NPWP: the members of a KSO may be persons."""
    value = format_rupiah(member.value) if member.value is not None else "nilai tidak diisi"
    return ", ".join(part for part in (member.name, member.kind, value) if part)


def _members(text: str) -> tuple[str, ...]:
    return tuple(told_member(member) for member in consortium_members(text))


def _work_time(text: str) -> tuple[str, ...]:
    match work_time(text):
        case None:
            return ()
        case Problem(message=message):
            return (message,)
        case found:
            return (f"{found.amount} {found.unit.value}",)


def _budget(text: str) -> tuple[str, ...]:
    return tuple(_told_line(line) for line in budget_lines(text))


def _told_line(line: BudgetLine | Problem) -> str:
    if isinstance(line, Problem):
        return line.message
    told = f"program {line.program}, kegiatan {line.activity}, subkegiatan {line.sub_activity}"
    if line.account is None:
        return f"{told}; rekening tidak disebut"
    return f"{told}, rekening {line.account} (belanja {line.spending.value})"


_READERS: Final[Mapping[str, Callable[[str], tuple[str, ...]]]] = {
    "anggota_kso": _members,
    "mak": _budget,
    "waktu_penyelesaian": _work_time,
}
