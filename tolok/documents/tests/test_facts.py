"""Facts are read strictly: what is not known, missing or of another kind is named by its path."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

import pytest

from tolok.core.problem import RefusedError
from tolok.documents.document import Document
from tolok.documents.facts import Missing, facts_from_json, facts_to_json, with_files


@dataclass(frozen=True)
class Line:
    name: str
    value: Decimal | Missing


@dataclass(frozen=True)
class Facts:
    year: int
    day: date | None
    final: bool
    state: Literal["naik", "turun"]
    picture: bytes
    rows: tuple[Line, ...]


DOCUMENT = Document("F1", "Contoh", Facts)
GOOD = {
    "year": 2026,
    "day": None,
    "final": True,
    "state": "naik",
    "picture": "AAEC",
    "rows": [{"name": "W1", "value": "2.50"}, {"name": "W2", "value": {"missing": "belum ada"}}],
}


def read(**changes):
    return facts_from_json(DOCUMENT, GOOD | changes)


def test_facts_come_out_in_their_own_kinds():
    facts = read(day="2026-01-06")

    rows = (Line("W1", Decimal("2.50")), Line("W2", Missing("belum ada")))
    assert facts == Facts(2026, date(2026, 1, 6), True, "naik", b"\0\1\2", rows)


def test_facts_written_and_read_are_the_same():
    assert facts_to_json(read()) == GOOD


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"year": "2026"}, "year"),
        ({"year": True}, "year"),
        ({"final": 1}, "final"),
        ({"day": "06/01/2026"}, "day"),
        ({"day": 7}, "day"),
        ({"state": "datar"}, "state"),
        ({"picture": "bukan base64"}, "picture"),
        ({"picture": 3}, "picture"),
        ({"rows": {}}, "rows"),
        ({"rows": ["W1"]}, "rows[0]"),
        ({"rows": [{"name": "W1", "value": 2.5}]}, "rows[0].value"),
        ({"rows": [{"name": "W1", "value": "NaN"}]}, "rows[0].value"),
        ({"rows": [{"name": None, "value": "1"}]}, "rows[0].name"),
        ({"rows": [{"name": "W1", "value": {"missing": 3}}]}, "rows[0].value"),
    ],
)
def test_a_fact_of_another_kind_is_refused_by_its_place(changes, where):
    with pytest.raises(RefusedError) as refused:
        read(**changes)

    assert [(one.rule, one.where) for one in refused.value.problems] == [("DK-03", where)]


def test_all_that_is_unknown_and_missing_is_named_at_once():
    data = GOOD | {"tahun": 2026, "rows": [{"name": "W1", "nilai": "1"}]}
    del data["year"]

    with pytest.raises(RefusedError) as refused:
        facts_from_json(DOCUMENT, data)

    found = {(one.rule, one.where) for one in refused.value.problems}
    assert found == {
        ("DK-02", "tahun"),
        ("DK-02", "year"),
        ("DK-02", "rows[0].nilai"),
        ("DK-02", "rows[0].value"),
    }


def test_something_else_than_an_object_is_no_facts():
    with pytest.raises(RefusedError, match="objek"):
        facts_from_json(DOCUMENT, [])


def test_a_picture_is_taken_from_the_first_folder_that_has_it(tmp_path):
    (tmp_path / "lambang.png").write_bytes(b"\0\1\2")

    filled = with_files({"a": ["file:lambang.png", "teks"]}, (tmp_path / "none", tmp_path))

    assert filled == {"a": ["AAEC", "teks"]}


@pytest.mark.parametrize("name", ["tidak-ada.png", "../rahasia", "/etc/hostname", ".rahasia", ""])
def test_a_picture_outside_the_folder_is_refused(tmp_path, name):
    (tmp_path / ".rahasia").write_bytes(b"x")
    (tmp_path.parent / "rahasia").write_bytes(b"x")

    with pytest.raises(RefusedError, match="tidak ditemukan") as refused:
        with_files({"a": f"file:{name}"}, (tmp_path,))

    assert refused.value.problems[0].rule == "DK-01"
