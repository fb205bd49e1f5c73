"""Verification codes that come out the same on every journey, so that its files do too."""

import random
from collections.abc import Iterator
from contextlib import contextmanager

from tolok.archive.issuing.actions import drafts


@contextmanager
def drawn_from(seed: int) -> Iterator[None]:
    """The codes of the papers drafted inside the block come from `seed`.

    Only a journey does this: its papers are invented and its database is thrown away. Everywhere
    else nobody can guess a code.
    """
    real = drafts.draw
    drafts.draw = random.Random(seed).choice  # noqa: S311 - said above
    try:
        yield
    finally:
        drafts.draw = real
