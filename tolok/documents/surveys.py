"""Satisfaction surveys on paper: nine unsur with four options, and a code for each respondent.

Unsur and options follow Permenpan-RB 14/2017 in words for procurement (domain rules 2.1, 2.6).
"Tidak relevan" is no score; nothing about the respondent has to be said.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from tolok.documents.parts import Issue, Kop

_BLANK: Final = "____–____"


@dataclass(frozen=True)
class Question:
    """One unsur."""

    code: str  # "U1"
    unsur: str
    text: str
    hint: str  # what it includes; "" when the question says it all
    options: tuple[str, ...]  # from 1 to 4 points


@dataclass(frozen=True)
class Background:
    """Something about the respondent, to be left open by whoever wishes."""

    label: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Copy:
    """One respondent's sheet."""

    code: str
    link: str  # where it may be answered instead; "" without a public address


@dataclass(frozen=True)
class SurveyForm:
    """A form and the codes of the respondents for whom it is printed."""

    issue: Issue
    kop: Kop
    year: int
    invitation: str  # whom it asks, and for what
    privacy: str
    questions: tuple[Question, ...]
    background: tuple[Background, ...]
    deadline: date
    return_to: str
    contact: str
    online: str  # "tolok.contoh.example/s"; "" when it is on paper only
    codes: tuple[str, ...]  # a sheet for each; none: one sheet with its code left open

    @property
    def copies(self) -> tuple[Copy, ...]:
        return tuple(Copy(code, self._link(code)) for code in self.codes) or (Copy(_BLANK, ""),)

    def _link(self, code: str) -> str:
        return f"https://{self.online}/{code}" if self.online else ""
