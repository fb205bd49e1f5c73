"""What reports on indicators share: counts by status, reasons, charts."""

import io
from decimal import Decimal

from PIL import Image

from tolok.documents.achievements import Achievement, StatusWords, counts
from tolok.documents.charts import Bar, Frame, achievement_bars, bars
from tolok.documents.facts import Missing
from tolok.documents.presentasi_slides.paging import lines, paged, titled
from tolok.documents.trends import trend


def make_achievement(**changes):
    plain = {
        "status": "Tercapai",
        "actual": Decimal(84),
        "achievement": Decimal(105),
        "code": "W1",
        "name": "Paket sesuai jadwal",
        "unit": "%",
        "direction": "naik",
        "baseline": Decimal(71),
        "target": Decimal(80),
        "target_upper": None,
        "uncorrected": None,
        "lowest": None,
        "highest": None,
        "trend": None,
    }
    return Achievement(**plain | changes)


def test_every_status_is_counted_but_only_a_closed_period_has_one_out_of_time():
    rows = [StatusWords("Tercapai"), StatusWords("Tercapai"), StatusWords("Mendekati")]

    found = {one.status: one.number for one in counts(rows)}

    assert found == {"Tercapai": 2, "Mendekati": 1, "Belum tercapai": 0, "Belum ada data": 0}
    assert counts([StatusWords("Waktu terlampaui")])[-1].marked == "▼ Waktu terlampaui"


def test_a_missing_value_gives_its_reason_and_not_what_follows_from_it():
    row = make_achievement(actual=Missing("survei Januari"), achievement=Missing("tanpa realisasi"))

    assert row.reasons == ("survei Januari",)


def test_an_achievement_that_cannot_be_computed_from_known_values_says_why():
    row = make_achievement(target=Decimal(0), achievement=Missing("target nol"))

    assert row.reasons == ("target nol",)


def test_charts_are_the_same_bytes_and_as_large_as_asked():
    rows = [make_achievement(), make_achievement(achievement=Missing("belum ada"))]
    frame = Frame(width=400, height=120, line=(Decimal(100), "target 100 %"))

    first, second = (achievement_bars(rows, frame) for _ in range(2))

    assert first == second
    assert Image.open(io.BytesIO(first)).size == (1600, 480)


def test_charts_without_values_are_drawn_as_well():
    assert bars([], Frame())
    assert bars([Bar("A", Decimal(0))], Frame())
    assert trend([])
    assert trend([None, Decimal(1), None, Decimal(1)])


def test_slides_take_as_many_rows_as_fit_and_at_least_one():
    pages = list(paged(["a", "bb", "c" * 9], 3, len))

    assert pages == [("a", "bb"), ("c" * 9,)]
    assert [title for title, _ in titled("Nilai", pages)] == ["Nilai (1/2)", "Nilai (2/2)"]
    assert lines("satu\ndua", 10, 12) == 2
