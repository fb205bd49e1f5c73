import pytest

from tolok.core.problem import Problem
from tolok.core.spending import BudgetLine, Spending, budget_line, budget_lines


@pytest.mark.parametrize(
    ("mak", "line"),
    [
        (
            "2.07.03.2.01.0006.5.1.02.02.12.0001.",
            ("2.07.03", "2.07.03.2.01", "2.07.03.2.01.0006", "5.1.02.02.12.0001"),
        ),
        (
            "2.12.04.2.03.0003.5.2.02.02.09.0012.8.1.0.20.21.00.012.00036",
            ("2.12.04", "2.12.04.2.03", "2.12.04.2.03.0003", "5.2.02.02.09.0012"),
        ),
        (
            "1.03.10.1.01.08.5.1.02.02.08.0020.",
            ("1.03.10", "1.03.10.1.01", "1.03.10.1.01.08", "5.1.02.02.08.0020"),
        ),
        ("5.10.20.2.09.0013.", ("5.10.20", "5.10.20.2.09", "5.10.20.2.09.0013", None)),
        (
            "WA.2165.EBA.994.002.0A.522191",
            ("WA", "WA.2165", "WA.2165.EBA.994.002.0A", "522191"),
        ),
    ],
    ids=["four digits", "with goods", "two digits of 2023", "no account", "ministry"],
)
def test_a_budget_line_is_read_by_its_dots(mak, line):
    """R-29: by position the two digits of 2023 would shift everything behind them."""
    assert budget_line(mak) == BudgetLine(*line)


@pytest.mark.parametrize(
    ("mak", "spending"),
    [
        ("1.03.10.1.01.08.5.1.02.02.08.0020.", Spending.GOODS_AND_SERVICES),
        ("1.03.10.1.01.0008.5.2.04.01.01.0002.", Spending.CAPITAL),
        ("1.03.10.1.01.0008.5.1.05.05.01.0002.", Spending.GRANTS),
        ("1.03.10.1.01.0008.5.3.01.01.01.0001.", Spending.UNFORESEEN),
        ("1.03.10.1.01.0008.5.1.01.01.01.0001.", Spending.STAFF),
        ("WA.2165.EBA.994.002.0A.522191", Spending.GOODS_AND_SERVICES),
        ("WA.2165.EBA.994.002.0A.532111", Spending.CAPITAL),
        ("5.10.20.2.09.0013.", Spending.OTHER),
    ],
)
def test_the_account_tells_the_kind_of_spending(mak, spending):
    assert budget_line(mak).spending is spending


@pytest.mark.parametrize("between", [";", ", "])
def test_several_lines_may_stand_in_one_cell(between):
    lines = ["1.01.02.1.02.02.5.1.02.01.01.0040.", "1.01.02.1.02.05.5.1.02.01.01.0040."]

    assert [line.sub_activity for line in budget_lines(between.join(lines))] == [
        "1.01.02.1.02.02",
        "1.01.02.1.02.05",
    ]


@pytest.mark.parametrize("mak", ["", "-", " "])
def test_an_empty_cell_has_no_lines(mak):
    assert budget_lines(mak) == []


def test_what_is_no_budget_line_says_so():
    [problem] = budget_lines("belanja modal")

    assert isinstance(problem, Problem)
    assert problem.rule == "R-29"
