import re
from decimal import Decimal as D  # noqa: N817 (short, for the tables below)
from xml.etree import ElementTree as Xml

import pytest
from django.template.loader import render_to_string

from tolok.ui.charts import Bar, Line, Scale, histogram, quarter_bars, unit_bars

PERCENT = Scale("%", 1, Line(D(90), "target 90,0"), Line(D(81), "2024: 81,0"))
YEAR = (
    Bar("TW I", D(100), "8 dari 8", "/paket/?tw=1&nilai=<5"),
    Bar("TW II", D("96.04"), "24 dari 25"),
    Bar("TW III", None, "belum ada kontrak"),
    Bar("TW IV", D("83.3"), "40 dari 48", "/paket/?tw=4", marked=True, lowest=D(74), highest=D(88)),
)
ALLOWED = {"svg", "g", "a", "path", "line", "text", "tspan"}
MAKERS = (quarter_bars, unit_bars, histogram)


def parsed(svg):
    return Xml.fromstring(svg)  # noqa: S314 (our own drawing)


def texts(svg):
    return [text.strip() for text in re.findall(r">([^<]+)<", svg)]


@pytest.mark.parametrize("maker", MAKERS)
def test_a_drawing_holds_under_the_strict_content_policy(maker):
    chart = maker("Kontrak <tepat> waktu", YEAR, PERCENT)

    for svg in filter(None, (chart.svg, chart.narrow)):
        root = parsed(svg)
        assert {node.tag for node in root.iter()} <= ALLOWED
        assert not [node for node in root.iter() if "style" in node.attrib]
        assert "http" not in svg
        assert root.get("aria-label") == "Kontrak <tepat> waktu"


@pytest.mark.parametrize("maker", MAKERS)
def test_bars_lead_where_they_were_told_and_say_so(maker):
    root = parsed(maker("Tepat waktu", YEAR, PERCENT).svg)

    links = {link.get("href"): link.get("aria-label") for link in root.iter("a")}
    assert links == {
        "/paket/?tw=1&nilai=<5": "TW I: 100,0 %, 8 dari 8",
        "/paket/?tw=4": "TW IV: 83,3 %, 40 dari 48",
    }
    assert root.get("role") == "group"


def test_a_drawing_without_links_is_a_picture():
    chart = quarter_bars("Lama", [Bar("TW I", D(31)), Bar("TW II", D(29))], Scale("hari"))

    assert 'role="img"' in chart.svg


def test_a_missing_value_is_a_dash_and_no_bar():
    svg = quarter_bars("Tepat waktu", YEAR, PERCENT).svg

    assert svg.count("<path") == 3
    assert "—" in texts(svg)


def test_values_are_written_the_indonesian_way_and_quarters_in_roman():
    written = texts(quarter_bars("Tepat waktu", YEAR, PERCENT).svg)

    assert {"TW I", "TW II", "TW III", "TW IV", "100,0", "96,0", "83,3"} <= set(written)
    assert {"target 90,0", "2024: 81,0"} <= set(written)


def test_the_target_is_a_line_and_the_baseline_another():
    svg = quarter_bars("Tepat waktu", YEAR, PERCENT).svg

    assert svg.count('class="tgt"') == 1
    assert svg.count('class="base"') == 1


def test_only_an_uncertain_value_has_whiskers():
    svg = quarter_bars("Tepat waktu", YEAR, PERCENT).svg

    assert svg.count('class="wh"') == 1


def test_negative_values_go_below_the_line():
    svg = quarter_bars("Hemat", [Bar("TW I", D(-3)), Bar("TW II", D(5))], Scale("%")).svg

    assert "-3,0" in texts(svg)
    assert svg.count("<path") == 2


def test_long_names_are_wrapped_and_kept_whole_in_the_table():
    name = "Badan Perencanaan Pembangunan, Penelitian, dan Pengembangan Daerah Kabupaten Contoh"
    chart = unit_bars("Unit", [Bar(name, D(1))], Scale("%"))

    assert name in str(chart.table.rows)
    assert max(len(text) for text in texts(chart.svg)) < 36


def test_the_table_has_the_numbers_of_the_drawing_and_no_empty_column():
    table = quarter_bars("Tepat waktu", YEAR, PERCENT).table

    assert [column.name for column in table.columns] == [
        "Triwulan",
        "Nilai (%)",
        "Rentang",
        "Keterangan",
    ]
    assert [text for _, text in table.rows[3]] == ["TW IV", "83,3", "74,0\u201388,0", "40 dari 48"]
    plain = histogram("Nilai", [Bar("sampai 50 jt", 3)], Scale("paket", 0)).table
    assert [column.name for column in plain.columns] == ["Kelas", "Nilai (paket)"]


def test_equal_charts_are_drawn_once():
    assert quarter_bars("Tepat waktu", YEAR, PERCENT).svg is (
        quarter_bars("Tepat waktu", YEAR, PERCENT).svg
    )


def test_a_chart_stands_in_the_page_with_its_numbers_one_click_away():
    html = render_to_string("ui/chart.html", {"chart": unit_bars("Unit", YEAR, PERCENT)})

    assert html.count("<svg") == 2  # for a desk, and for a phone
    assert "<summary>Angka dalam tabel</summary>" in html
    assert '<td data-l="Nilai (%)" class="num">96,0</td>' in html


@pytest.mark.parametrize("maker", MAKERS)
def test_a_chart_of_nothing_is_drawn_all_the_same(maker):
    bars = [Bar(label, None) for label in ("TW I", "TW II")]

    assert "—" in texts(maker("Kosong", bars, Scale("%")).svg)
