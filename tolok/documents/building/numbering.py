"""Real multilevel numbering: 1 = letters (A. 1. a.), 2 = reports (BAB I, A., 1.), 11.. = restarts.

Every abstractNum stands before every num, and the levels name their styles: so lists restart by
themselves below each heading.
"""

from dataclasses import dataclass
from typing import Final, Literal

from tolok.documents.building.xml import NAMESPACES, dxa

Numbering = Literal["letter", "report", "none"]
RESTARTS: Final = 20  # lists in one document that start again without a heading between them


@dataclass(frozen=True)
class _Level:
    form: str  # upperLetter, decimal …
    text: str  # "%1."
    left: float
    hanging: float
    style: str = ""
    bold: bool = False
    suffix: str = "tab"


_LETTER: Final = (
    _Level("upperLetter", "%1.", 0.95, 0.95, "Heading1", bold=True),
    _Level("decimal", "%2.", 1.75, 0.8, "Angka"),
    _Level("lowerLetter", "%3.", 2.4, 0.65, "Huruf"),
)
_REPORT: Final = (
    _Level("upperRoman", "BAB %1", 0, 0, "Heading1", bold=True, suffix="space"),
    _Level("upperLetter", "%2.", 0.8, 0.8, "Heading2", bold=True),
    _Level("decimal", "%3.", 0.8, 0.8, "Heading3", bold=True),
    _Level("decimal", "%4.", 1.6, 0.8, "Angka"),
    _Level("lowerLetter", "%5.", 2.3, 0.7, "Huruf"),
)
_PLAIN: Final = (
    _Level("decimal", "%1.", 0.8, 0.8, "Angka"),
    _Level("lowerLetter", "%2.", 1.5, 0.7, "Huruf"),
)
_FREE: Final = (_Level("decimal", "%1.", 0.8, 0.8), _Level("lowerLetter", "%2.", 1.5, 0.7))
_KINDS: Final[dict[Numbering, tuple[_Level, ...]]] = {
    "letter": _LETTER,
    "report": _REPORT,
    "none": _PLAIN,
}


def numbering_xml(kind: Numbering) -> str:
    """word/numbering.xml."""
    restarted = "".join(
        f'<w:num w:numId="{10 + at}"><w:abstractNumId w:val="2"/>'
        + "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for level in range(len(_FREE))
        )
        + "</w:num>"
        for at in range(1, RESTARTS + 1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering {NAMESPACES}>'
        f"{_abstract(1, _KINDS[kind])}{_abstract(2, _free_levels(kind))}"
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>{restarted}</w:numbering>'
    )


def level_of(kind: Numbering, style: str) -> int | None:
    """The level a style is numbered by, None for a style without number."""
    styles = [level.style for level in _KINDS[kind]]
    return styles.index(style) if style in styles else None


def _free_levels(kind: Numbering) -> tuple[_Level, ...]:
    """Restarted lists stand where the lists of their document stand."""
    found = {level.style: level for level in _KINDS[kind]}
    return tuple(
        _Level(level.form, level.text, found[name].left, found[name].hanging)
        for level, name in zip(_FREE, ("Angka", "Huruf"), strict=True)
    )


def _abstract(number: int, levels: tuple[_Level, ...]) -> str:
    inside = "".join(_level(at, level) for at, level in enumerate(levels))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{inside}</w:abstractNum>"
    )


def _level(at: int, level: _Level) -> str:
    style = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    look = "<w:rPr><w:b/></w:rPr>" if level.bold else '<w:rPr><w:b w:val="0"/></w:rPr>'
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>{style}'
        f'<w:suff w:val="{level.suffix}"/><w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{dxa(level.left)}" w:hanging="{dxa(level.hanging)}"/></w:pPr>'
        f"{look}</w:lvl>"
    )
