"""How values are told: figures, intervals, what they are made of, and how they compare."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tolok.measurement.attributes import listed
from tolok.measurement.charts import course_title
from tolok.measurement.made_of import made_of, short_note
from tolok.measurement.showing import Shown, State, in_areas, interval_text
from tolok.measurement.testing import make_indicator
from tolok.measurement.values import Value

EFFICIENCY = "100 * (sum(hps) - sum(nilai_kontrak)) / sum(hps)"


def value(amount="10", lowest="10", highest="10", **changed):
    def number(text):
        return None if text is None else Decimal(text)

    usual = Value(
        code="X1",
        name="Indikator X1",
        unit="%",
        group={},
        snapshot="0" * 64,
        formula_version="abc",
        value=number(amount),
        lowest=number(lowest),
        highest=number(highest),
        numerator=Decimal(1),
        denominator=Decimal(10),
        rows=10,
    )
    return replace(usual, **changed)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (value(), "pasti"),
        (value("10", "9.5", "12"), "9,50–12,00"),  # noqa: RUF001
        (value("10", "9.9999", "10.0001"), "hampir pasti"),
        (
            value("10", None, None, interval_reason="rentang tidak terbatas: sebab"),
            "rentang tidak terbatas",
        ),
        (value(None, None, None), ""),
    ],
)
def test_an_interval_is_told_with_the_places_of_its_indicator(found, told):
    assert interval_text(found, 2) == told


@pytest.mark.parametrize(
    ("formula", "found", "told", "short"),
    [
        (None, value(), "1 dari 10 paket", "1 dari 10"),
        (
            EFFICIENCY,
            value(numerator=Decimal(150_000_000), denominator=Decimal(1_500_000_000)),
            "Rp150,0\u00a0juta dari Rp1,5\u00a0miliar",
            "10 paket",
        ),
        ("sum(jumlah_penawar) / count(*)", value(), "10 paket", "10 paket"),
        ("avg(nilai_kontrak)", value(numerator=Decimal(10**9)), "10 paket", "10 paket"),
        ("count(*)", value(denominator=None), "10 paket", "10 paket"),
        (None, value(None, None, None, rows=0, denominator=Decimal(0)), "", ""),
    ],
)
def test_what_a_value_is_made_of_is_told_in_its_own_kind(formula, found, told, short):
    changed = {"formula": formula} if formula else {}
    indicator = make_indicator(**changed)

    assert made_of(found, indicator) == told
    assert short_note(found, indicator) == short


@pytest.mark.parametrize(
    ("found", "changed", "state"),
    [
        (value(), {}, State.CERTAIN),
        (value("10", "9", "12"), {}, State.OPEN),
        (value("10", None, None), {}, State.OPEN),
        (value(None, None, None), {}, State.EMPTY),
        (value(None, None, None), {"formula": None, "needs": "hasil survei"}, State.NEEDS),
    ],
)
def test_how_sure_a_value_is_is_one_of_four_words(found, changed, state):
    assert Shown(make_indicator(**changed), found).state is state


@pytest.mark.parametrize(
    ("direction", "before", "told"),
    [
        ("maximize", "9", "membaik"),
        ("maximize", "11", "memburuk"),
        ("minimize", "9", "memburuk"),
        ("minimize", "11", "membaik"),
        ("stabilize", "9", "naik"),
        ("stabilize", "11", "turun"),
        ("maximize", "10", "tetap"),
    ],
)
def test_a_change_against_the_year_before_speaks_the_direction(direction, before, told):
    shown = Shown(make_indicator(direction=direction), value(), before=Decimal(before))

    assert shown.change == told


def test_without_a_year_before_nothing_is_said():
    assert Shown(make_indicator(), value()).change == ""


def test_only_percentages_share_a_scale():
    assert Shown(make_indicator(), value()).plot is not None
    assert Shown(make_indicator(unit="hari"), value()).plot is None


def test_areas_come_in_the_order_of_the_sop_and_own_ones_after_them():
    areas = ("Zakat", "Tingkat Layanan", "Ketepatan Waktu")
    shown = [Shown(make_indicator(f"X{n}", area=area), value()) for n, area in enumerate(areas)]

    assert [area for area, _ in in_areas(shown)] == ["Ketepatan Waktu", "Tingkat Layanan", "Zakat"]


@pytest.mark.parametrize(
    ("course", "title"),
    [
        (["1", "2", None, "3"], "Naik tiap triwulan"),
        (["3", "2", "1"], "Turun tiap triwulan"),
        (["1", "3", "2"], "Naik turun menurut triwulan"),
        (["2", "2"], "Sama tiap triwulan"),
        (["1", None], "Nilai tiap triwulan"),
        ([], "Nilai tiap triwulan"),
    ],
)
def test_a_chart_of_quarters_says_how_the_year_went(course, title):
    assert course_title([value(amount, None, None) for amount in course]) == title


@pytest.mark.parametrize(
    ("words", "told"),
    [(["W3"], "W3"), (["W3", "W4"], "W3 dan W4"), ([], ""), (list("abc"), "a, b dan c")],
)
def test_words_are_listed_as_in_a_sentence(words, told):
    assert listed(words) == told
