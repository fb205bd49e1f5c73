"""The gate before the parser: what is too long, too deep, strange or more than one expression.

Nothing here understands formulas; it only makes sure that the parser gets short, plain text.
"""

import re
import unicodedata
from typing import Final

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError, TokenError
from sqlglot.tokenizer_core import Token, TokenType

from tolok.core.formula import refusals
from tolok.core.problem import RefusedError

MAX_LENGTH: Final = 2000
MAX_TOKENS: Final = 300
MAX_DEPTH: Final = 12  # brackets within brackets, and signs before one value

_TEXT: Final = re.compile(r"'(?:[^']|'')*'")
_ANOTHER: Final = re.compile(r"--|/\*|\*/|;")
_NEVER: Final = frozenset('"`\\[]{}@$?#:~^|&%!')
_OPENING: Final = {TokenType.L_PAREN, TokenType.CASE}
_CLOSING: Final = {TokenType.R_PAREN, TokenType.END}
_BEFORE_A_VALUE: Final = {TokenType.NOT, TokenType.DASH, TokenType.PLUS}


def parse(text: str) -> exp.Expr:
    """One parsed expression, or `RefusedError`."""
    if not text.strip():
        raise RefusedError(refusals.empty())
    if len(text) > MAX_LENGTH:
        raise RefusedError(refusals.too_long(len(text), MAX_LENGTH))
    _plain_signs_only(text)
    _shallow(_tokens(text))
    try:
        return sqlglot.parse_one(text, into=exp.Condition)
    except ParseError as trouble:
        near = str(trouble.errors[0].get("highlight") or "") if trouble.errors else ""
        raise RefusedError(refusals.unreadable(near)) from None


def _plain_signs_only(text: str) -> None:
    """Any letter may stand inside '…' (names of units have them), but nothing invisible."""
    bare = _TEXT.sub("''", text).replace("!=", "<>")
    if another := _ANOTHER.search(bare):
        raise RefusedError(refusals.more_than_one(another[0]))
    for sign in bare:
        if sign not in "\n\r\t" and not (sign.isascii() and sign.isprintable()):
            raise RefusedError(refusals.strange_sign(sign))
        if sign in _NEVER:
            raise RefusedError(refusals.not_in_language(sign))
    for sign in "".join(_TEXT.findall(text)):
        if sign == "\\" or unicodedata.category(sign)[0] not in "LNPSZ":
            raise RefusedError(refusals.strange_sign(sign))


def _tokens(text: str) -> list[Token]:
    try:
        return sqlglot.tokenize(text)
    except TokenError:
        raise RefusedError(refusals.unreadable("")) from None


def _shallow(tokens: list[Token]) -> None:
    """The parser calls itself for each bracket and each sign before a value: both are limited."""
    if len(tokens) > MAX_TOKENS:
        raise RefusedError(refusals.too_deep("kata dan tanda", MAX_TOKENS))
    depth = run = 0
    for token in tokens:
        run = run + 1 if token.token_type in _BEFORE_A_VALUE else 0
        depth += (token.token_type in _OPENING) - (token.token_type in _CLOSING)
        if max(depth, run) > MAX_DEPTH:
            raise RefusedError(refusals.too_deep("tingkat kurung", MAX_DEPTH))
