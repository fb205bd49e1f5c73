"""Why an indicator's attributes are refused: one function per rule."""

from collections.abc import Iterable

from tolok.core.blank import quoted
from tolok.core.problem import Problem


def unknown_key(key: str) -> Problem:
    """IK-01: an attribute that does not exist is a typing error, never silently skipped."""
    return Problem(
        "IK-01", "", f"Atribut {quoted(key)} tidak dikenal. Hapus atau perbaiki ejaannya."
    )


def missing(key: str) -> Problem:
    """IK-02: an indicator cannot be read without its name, unit, direction, definition, source."""
    return Problem("IK-02", "", f"Atribut {quoted(key)} belum diisi.")


def wrong_form(key: str, form: str) -> Problem:
    """IK-03: each attribute has its form (text, number, date, name of a field)."""
    return Problem("IK-03", "", f"Isi {quoted(key)} harus berupa {form}.")


def not_among(key: str, choices: Iterable[str]) -> Problem:
    """IK-04: closed attributes take one of their words."""
    return Problem("IK-04", "", f"Isi {quoted(key)} harus salah satu dari: {', '.join(choices)}.")


def formula_or_needs() -> Problem:
    """IK-05: an indicator has a formula, or says what is needed before it can be computed."""
    return Problem(
        "IK-05", "", "Isi rumus, atau isi yang diperlukan agar dapat dihitung: salah satu saja."
    )
