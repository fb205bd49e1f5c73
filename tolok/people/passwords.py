"""Words a stranger guesses first: of procurement, of the agency, of the person."""

import re
from collections.abc import Iterator
from typing import Final

from django.core.exceptions import ValidationError

from tolok.people.models import User

WORDS: Final = (
    "administrator", "admin", "barang", "jasa", "katasandi", "kinerja", "koordinator", "lkpp",
    "lpse", "password", "pejabat", "pengadaan", "penyedia", "pokja", "rahasia", "sandi", "spse",
    "tender", "tolok", "ukpbj",
)  # fmt: skip
_LEFT_AT_LEAST: Final = 6  # characters that are not such words
_SHORTEST: Final = 3


class ContextWordsValidator:
    """A password made of words of this place is soon guessed, however long it is."""

    message = (
        "Kata sandi ini terlalu mudah ditebak: hampir seluruhnya terdiri atas kata seputar "
        "pengadaan, nama instansi, atau nama Anda."
    )

    def validate(self, password: str, user: User | None = None) -> None:
        left = _letters(password)
        for word in sorted({*WORDS, *_words_of(user)}, key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < _LEFT_AT_LEAST:
            raise ValidationError(self.message, code="password_of_context_words")

    def get_help_text(self) -> str:
        return "Bukan kata seputar pengadaan, nama instansi, atau nama Anda."


def _words_of(user: User | None) -> Iterator[str]:
    if user is None:
        return
    texts = [user.name, user.email.partition("@")[0]]
    if user.pk:
        offices = user.offices.exclude(agency=None)
        for name, code in offices.values_list("agency__name", "agency__code"):
            texts += [name, code]
    for text in texts:
        words = (_letters(word) for word in re.split(r"[^\w]+|_", text))
        yield from (word for word in words if len(word) >= _SHORTEST)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
