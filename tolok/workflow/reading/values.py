"""What the properties of a diagram may say, read one by one."""

import re
from datetime import date
from typing import Final

from tolok.core.problem import Problem
from tolok.documents.catalogue import TITLES
from tolok.people.models import Role
from tolok.workflow.definition import Format, Opening

CONDITION: Final = re.compile(r'outcome\s*==\s*"(?P<name>[a-z][a-z0-9_]{0,29})"')
_OPENING: Final = re.compile(r"n(?P<later>\+1)?-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_A_COMMON_YEAR: Final = 2001  # an opening on 29 February would exist in leap years only


def outcome_of(condition: str | None) -> str | None:
    """The name in `outcome == "name"`, the one condition there is; none for anything else."""
    found = CONDITION.fullmatch(condition.strip()) if condition else None
    return found["name"] if found else None


def read_role(text: str) -> Role | None:
    return Role(text) if text in Role.values else None


def read_format(text: str) -> Format | Problem:
    """BP-11: a document is named by its code in the catalogue, a proposed one as "draft F2"."""
    code = text.removeprefix("draft ").strip()
    if code in TITLES:
        return Format(code, is_draft=text.startswith("draft "))
    message = f"“{text}” bukan kode dokumen. Pakai kode dari `tolok documents list`, misalnya F3."
    return Problem("BP-11", "format", message)


def read_opening(text: str) -> Opening | Problem:
    """BP-16: the first day of a round, n-05-01 in the fiscal year, n+1-01-01 in the next."""
    found = _OPENING.fullmatch(text)
    if found:
        opening = Opening(int(found["month"]), int(found["day"]), 1 if found["later"] else 0)
        try:
            date(_A_COMMON_YEAR, opening.month, opening.day)
        except ValueError:
            pass
        else:
            return opening
    message = f"“{text}” bukan tanggal pembukaan. Tuliskan seperti n-05-01 atau n+1-01-01."
    return Problem("BP-16", "opens", message)


def read_day(text: str) -> date | Problem | None:
    """BP-19: days of the approval sheet are written as 2024-03-21."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” bukan tanggal. Tuliskan seperti 2024-03-21."
        return Problem("BP-19", "tanggal", message)
