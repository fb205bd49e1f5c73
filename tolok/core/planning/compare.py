"""What differs between two plans: versions, or a resubmission and what was returned."""

from collections.abc import Iterator
from dataclasses import dataclass

from tolok.core.planning.content import Content
from tolok.core.planning.told import Row, Section, sections


@dataclass(frozen=True)
class Difference:
    """One text before and after; a row that came or went is told by its title."""

    section: str
    row: str
    label: str
    before: str  # "" when it was not there
    after: str  # "" when it is no longer there


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """In the order of the newer plan; rows that went stand at the end of their section."""
    pairs = zip(sections(before), sections(after), strict=True)
    return tuple(one for old, new in pairs for one in _between(old, new))


def _between(old: Section, new: Section) -> Iterator[Difference]:
    was = {row.key: row for row in old.rows}
    for row in new.rows:
        if row.key in was:
            yield from _changes(new.title, was.pop(row.key), row)
        else:
            yield Difference(new.title, row.title, "Baris baru", "", row.title)
    for row in was.values():
        yield Difference(new.title, row.title, "Baris dihapus", row.title, "")


def _changes(section: str, old: Row, new: Row) -> Iterator[Difference]:
    before = {"": ("Judul", old.title)} | {one.key: (one.label, one.text) for one in old.facts}
    after = {"": ("Judul", new.title)} | {one.key: (one.label, one.text) for one in new.facts}
    for key, (label, _) in (after | before).items():
        was, now = before.get(key, ("", ""))[1], after.get(key, ("", ""))[1]
        if was != now:
            yield Difference(section, new.title, label, was, now)
