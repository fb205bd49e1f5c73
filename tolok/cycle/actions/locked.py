"""What several actions ask first: the year in the right state, its row locked; a reason."""

from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear

FEWEST_LETTERS = 10  # a reason that says less says nothing to an auditor


def locked_year(year: FiscalYear, *states: FiscalYear.Status) -> FiscalYear:
    """TA-06: what is done to a year fits its state; of two at once the second is told so."""
    found = FiscalYear.objects.select_for_update().get(pk=year.pk)
    if found.status not in states:
        wanted = " atau ".join(state.label.lower() for state in states)
        message = f"{found.label} {found.get_status_display().lower()}; ini hanya untuk {wanted}."
        raise RefusedError(Problem("TA-06", "tahun anggaran", message))
    return found


def need_reason(reason: str) -> str:
    """TA-08: whoever opens again or corrects what was locked says why, in a few words."""
    reason = " ".join(reason.split())
    if len(reason) < FEWEST_LETTERS:
        message = f"Tuliskan alasannya, paling sedikit {FEWEST_LETTERS} huruf."
        raise RefusedError(Problem("TA-08", "alasan", message))
    return reason
