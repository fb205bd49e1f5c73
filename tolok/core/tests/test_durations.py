import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.durations import FISCAL_YEAR, DayType, Duration, Span, read_duration
from tolok.core.problem import Problem


@pytest.mark.parametrize(
    ("text", "duration", "printed"),
    [
        ("P30D", Duration(30), "30 hari kerja"),
        (" p3d ", Duration(3), "3 hari kerja"),
        ("P2W", Duration(14), "14 hari kerja"),
        ("P6M", Duration(6, Span.MONTHS), "6 bulan"),
        ("P1Y", Duration(1, Span.YEARS), "1 tahun"),
        ("fiscal-year", FISCAL_YEAR, "sampai akhir tahun anggaran"),
        ("The fiscal year", FISCAL_YEAR, "sampai akhir tahun anggaran"),
    ],
)
def test_the_durations_of_the_sops_are_read_and_printed(text, duration, printed):
    assert read_duration(text) == duration
    assert duration.label(DayType.WORKING) == printed


def test_days_are_printed_with_their_type():
    assert Duration(45).label(DayType.CALENDAR) == "45 hari kalender"


def test_an_empty_text_means_that_no_clock_runs():
    assert read_duration("  ") is None


@pytest.mark.parametrize(
    "text", ["30", "30 hari", "P", "P1.5D", "PT4H", "P1Y2D", "P-3D", "P99999D"]
)
def test_what_is_no_duration_is_refused_and_says_how_to_write_one_wk_01(text):
    problem = read_duration(text)

    assert isinstance(problem, Problem)
    assert problem.rule == "WK-01"
    assert text in problem.message
    assert "P30D" in problem.message


def test_a_duration_without_length_is_refused_wk_02():
    problem = read_duration("P0D")

    assert isinstance(problem, Problem)
    assert problem.rule == "WK-02"


@given(st.integers(1, 9999), st.sampled_from([Span.DAYS, Span.MONTHS, Span.YEARS]))
def test_what_is_written_is_read_again(amount, span):
    assert read_duration(str(Duration(amount, span))) == Duration(amount, span)
