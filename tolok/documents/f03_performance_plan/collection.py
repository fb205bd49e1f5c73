"""How the data come: windows, team, instruments, the template's columns, the circular's draft."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Window:
    """When one period's data are collected."""

    period: str
    opens: date
    closes: date
    closing_time: str  # "23.59 WIB"
    work: str  # what is done in it


@dataclass(frozen=True)
class Task:
    """A role of the SOP, who has it, and what it does."""

    role: str
    holder: str
    duty: str


@dataclass(frozen=True)
class Instrument:
    """A form and who fills it in, when."""

    code: str
    name: str
    respondent: str
    when: str


@dataclass(frozen=True)
class DataColumn:
    """A column of the data template."""

    name: str
    content: str
    source: str
    filled_by: str


@dataclass(frozen=True)
class CircularDraft:
    """The proposed circular in brief; as a letter it is document F2."""

    subject: str
    recipients: tuple[str, ...]
    points: tuple[str, ...]
