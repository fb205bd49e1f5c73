from tolok.core.problem import Problem, RefusedError


def test_a_refusal_carries_its_problems_and_speaks_them():
    ceiling = Problem("X-01", "paket", "Melebihi pagu.")
    dates = Problem("X-02", "jadwal", "Tanggal terbalik.")

    refusal = RefusedError(ceiling, dates)

    assert refusal.problems == (ceiling, dates)
    assert str(refusal) == "Melebihi pagu.; Tanggal terbalik."


def test_a_problem_is_placed_by_the_caller_and_keeps_its_rule():
    problem = Problem("X-01", "", "Melebihi pagu.")

    assert problem.at("baris 7") == Problem("X-01", "baris 7", "Melebihi pagu.")
