"""Facts: frozen values of few kinds, read strictly from JSON and written back to it.

A leaf is str, int, Decimal (in JSON a text, so that no digit is lost), date (ISO), bool, bytes
(base64), a `Literal` of words, or `Missing`; leaves stand in frozen dataclasses and tuples.
`X | None` means that the paper may leave it out, `X | Missing` that it could not be computed.
"""

import base64
import binascii
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from tolok.core.problem import Problem, RefusedError

if TYPE_CHECKING:
    from tolok.documents.document import Document

_FILE: Final = "file:"


@dataclass(frozen=True)
class Missing:
    """A value that could not be computed; the paper prints the reason in its place."""

    reason: str


def facts_from_json(document: "Document", data: object) -> Any:
    """The document's facts; refused with every unknown, missing or wrong field by its path."""
    problems: list[Problem] = []
    facts = _read(data, document.facts, "", problems)
    if problems:
        raise RefusedError(*problems)
    return facts


def facts_to_json(value: object) -> Any:
    """What `facts_from_json` reads back as the same facts."""
    match value:
        case Missing():
            return {"missing": value.reason}
        case tuple():
            return [facts_to_json(one) for one in value]
        case str() | int() | None | Decimal() | date() | bytes():
            return _leaf_to_json(value)
    return {field.name: facts_to_json(getattr(value, field.name)) for field in fields(value)}  # type: ignore[arg-type]


def _leaf_to_json(value: object) -> object:
    match value:
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode()
    return value


def with_files(data: Any, folders: Sequence[Path]) -> Any:
    """The same JSON, each text "file:lambang.png" replaced by that file's bytes in base64.

    Only plain names are looked up, in the given folders, in their order.
    """
    if isinstance(data, Mapping):
        return {name: with_files(value, folders) for name, value in data.items()}
    if isinstance(data, list):
        return [with_files(value, folders) for value in data]
    if isinstance(data, str) and data.startswith(_FILE):
        return _file(data.removeprefix(_FILE), folders)
    return data


def _file(name: str, folders: Sequence[Path]) -> str:
    """DK-01: a picture that facts name lies beside them."""
    plain = name == Path(name).name and not name.startswith(".")
    found = [folder / name for folder in folders if plain and (folder / name).is_file()]
    if not found:
        message = f"Berkas gambar “{name}” tidak ditemukan. Letakkan di folder berkas fakta."
        raise RefusedError(Problem("DK-01", name, message))
    return base64.b64encode(found[0].read_bytes()).decode()


# --- Reading, by the type that is wanted


@cache
def hints(kind: Any) -> dict[str, Any]:
    """The fields of a facts class and their types."""
    known = get_type_hints(kind)
    return {field.name: known[field.name] for field in fields(kind)}


def _read(data: object, wanted: Any, where: str, problems: list[Problem]) -> Any:
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _read_union(data, get_args(wanted), where, problems)
    if origin is tuple:
        return _read_rows(data, get_args(wanted)[0], where, problems)
    if origin is Literal:
        return _read_choice(data, get_args(wanted), where, problems)
    if wanted is Missing:
        wrapped = _read_leaf(_reason(data), str, where, problems)
        return Missing(wrapped)
    if is_dataclass(wanted):
        return _read_fields(data, wanted, where, problems)
    return _read_leaf(data, wanted, where, problems)


def _reason(data: object) -> object:
    return data.get("missing") if isinstance(data, Mapping) and len(data) == 1 else None


def _read_union(data: object, kinds: tuple[Any, ...], where: str, problems: list[Problem]) -> Any:
    if data is None and type(None) in kinds:
        return None
    if Missing in kinds and isinstance(data, Mapping) and set(data) == {"missing"}:
        return _read(data, Missing, where, problems)
    rest = [kind for kind in kinds if kind not in (Missing, type(None))]
    return _read(data, rest[0], where, problems)


def _read_rows(data: object, kind: Any, where: str, problems: list[Problem]) -> tuple[Any, ...]:
    if not isinstance(data, list):
        problems.append(_wrong(data, "daftar [ … ]", where))
        return ()
    return tuple(_read(one, kind, f"{where}[{at}]", problems) for at, one in enumerate(data))


def _read_choice(
    data: object, choices: tuple[object, ...], where: str, problems: list[Problem]
) -> object:
    if data not in choices or isinstance(data, bool) != isinstance(choices[0], bool):
        problems.append(_wrong(data, "salah satu dari " + ", ".join(map(repr, choices)), where))
    return data


def _read_fields(data: object, kind: Any, where: str, problems: list[Problem]) -> Any:
    """DK-02: every fact is there, and nothing that the document does not know."""
    if not isinstance(data, Mapping):
        problems.append(_wrong(data, "objek { … }", where))
        return None
    wanted = hints(kind)
    prefix = f"{where}." if where else ""
    for name in sorted(set(data) - set(wanted)):
        message = "Fakta ini tidak dikenal. Hapus, atau perbaiki ejaannya."
        problems.append(Problem("DK-02", prefix + str(name), message))
    for name in sorted(set(wanted) - set(data)):
        problems.append(Problem("DK-02", prefix + name, "Fakta ini belum ada. Tambahkan."))
    found = {
        name: _read(data[name], hint, prefix + name, problems)
        for name, hint in wanted.items()
        if name in data
    }
    return kind(**found) if len(found) == len(wanted) else None


def _read_leaf(data: object, kind: Any, where: str, problems: list[Problem]) -> Any:
    expected, read = _LEAVES[kind]
    try:
        return read(data)
    except (TypeError, ValueError, InvalidOperation, binascii.Error):
        problems.append(_wrong(data, expected, where))
        return None


def _wrong(data: object, expected: str, where: str) -> Problem:
    """DK-03: a fact has the type that its document states."""
    message = f"Terbaca {str(data)[:60]!r}, yang diperlukan {expected}."
    return Problem("DK-03", where, message)


def _of(kind: type) -> Any:
    def read(data: object) -> object:
        if type(data) is not kind:
            raise TypeError
        return data

    return read


def _decimal(data: object) -> Decimal:
    if not isinstance(data, str) or not Decimal(data).is_finite():
        raise TypeError
    return Decimal(data)


def _date(data: object) -> date:
    if not isinstance(data, str):
        raise TypeError
    return date.fromisoformat(data)


def _bytes(data: object) -> bytes:
    if not isinstance(data, str):
        raise TypeError
    return base64.b64decode(data, validate=True)


_LEAVES: Final[dict[Any, tuple[str, Any]]] = {
    str: ("teks", _of(str)),
    int: ("bilangan bulat", _of(int)),
    bool: ("true atau false", _of(bool)),
    Decimal: ('bilangan sebagai teks, misalnya "12.50"', _decimal),
    date: ('tanggal sebagai teks, misalnya "2026-01-06"', _date),
    bytes: ("berkas dalam base64", _bytes),
}
