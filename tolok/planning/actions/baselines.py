"""Where an indicator stands before the year: computed, typed with its source, or not known."""

from decimal import Decimal
from typing import Final

from django.db import transaction

from tolok.core.numbers import read_number, round_half_up
from tolok.core.problem import Problem, RefusedError
from tolok.measurement.values import Value
from tolok.people.models import User
from tolok.planning.actions.writing import need, open_for_writing, told
from tolok.planning.models import Baseline, PlannedIndicator, PlanVersion
from tolok.planning.past import same_in_catalogue, values_in
from tolok.registry.models import Snapshot

PLACES: Final = 4
OLDEST: Final = 10  # years before the plan's


def compute_baseline(indicator: PlannedIndicator, *, year: int, actor: User) -> Baseline:
    """The value of an earlier year, with its interval and the data it was computed from.

    RN-29: it can be computed from data that were imported, by the formula of the plan; the
    refusal says why it cannot. Computed outside the transaction.
    """
    value = _measured(indicator, year)
    return _keep(
        indicator,
        actor,
        kind=Baseline.Kind.COMPUTED,
        value=_kept(value.value),
        lowest=_kept(value.lowest),
        highest=_kept(value.highest),
        year=year,
        snapshot=value.snapshot,
        formula_version=value.formula_version,
        reason=value.interval_reason[:300],
    )


def newest_year(version: PlanVersion) -> int | None:
    """The last year before the plan's whose data were imported; none where there is none."""
    years = range(version.year - 1, version.year - OLDEST - 1, -1)
    return next((one for one in years if Snapshot.objects.current(version.agency, one)), None)


def compute_baselines(version: PlanVersion, *, year: int, actor: User) -> tuple[int, list[Problem]]:
    """Of every indicator that has none yet and is computed from the data: how many could be, and
    for the others why not. RN-29 refuses each by itself, so one does not hold up the rest."""
    computed, refused = 0, list[Problem]()
    for one in version.indicators.filter(baseline=None).exclude(expression=""):
        try:
            compute_baseline(one, year=year, actor=actor)
        except RefusedError as refusal:
            refused += refusal.problems
        else:
            computed += 1
    return computed, refused


def _measured(row: PlannedIndicator, year: int) -> Value:
    where = f"baseline {row.code}"
    if not row.version.year - OLDEST <= year < row.version.year:
        message = f"Baseline diukur pada tahun sebelum TA {row.version.year}."
        raise RefusedError(Problem("RN-29", where, message))
    indicator = same_in_catalogue(row)
    if indicator is None:
        message = f"{row.code} tidak dihitung dari data SiRUP dan SPSE. Ketik nilainya beserta"
        raise RefusedError(Problem("RN-29", where, f"{message} sumbernya."))
    if Snapshot.objects.current(row.version.agency, year) is None:
        message = f"Belum ada data TA {year} yang diimpor. Impor dahulu, atau ketik nilainya"
        raise RefusedError(Problem("RN-29", where, f"{message} beserta sumbernya."))
    (value,) = values_in(row.version.agency, year, indicator)
    if value.value is None:
        raise RefusedError(Problem("RN-29", where, f"Nilai TA {year} {value.reason}."))
    return value


def type_baseline(
    indicator: PlannedIndicator, *, text: str, year: int | None, source: str, actor: User
) -> Baseline:
    """A number from elsewhere, with where it stands (RN-22)."""
    value = read_number(text)
    if isinstance(value, Problem):
        raise RefusedError(value.at(f"baseline {indicator.code}"))
    if value is None:
        raise RefusedError(Problem("RN-30", "nilai", _EMPTY))
    source = need(source, "sumber", "Tulis dari mana nilai ini, misalnya laporan kinerja 2025.")
    return _keep(
        indicator,
        actor,
        kind=Baseline.Kind.TYPED,
        value=_kept(value),
        year=year or indicator.version.year - 1,
        source=source,
    )


_EMPTY: Final = "Isi nilainya, atau pilih “Belum ada” dan tulis alasannya."


def no_baseline(indicator: PlannedIndicator, *, reason: str, actor: User) -> Baseline:
    """RN-30: a baseline is a number, or is said not to be there, with the reason."""
    reason = need(reason, "alasan", "Tulis mengapa baseline belum ada.")
    return _keep(indicator, actor, kind=Baseline.Kind.NONE, reason=reason)


@transaction.atomic
def _keep(indicator: PlannedIndicator, actor: User, **values: object) -> Baseline:
    """The one baseline of the indicator, whole: nothing of the one before stays in it."""
    version = open_for_writing(indicator.version, actor)
    before = Baseline.objects.filter(indicator=indicator).first()
    was = {"baseline": str(before.value), "asal": before.kind} if before else None
    Baseline.objects.filter(indicator=indicator).delete()
    kept = Baseline.objects.create(indicator=indicator, **values)
    after = {name: str(value) for name, value in values.items() if value not in ("", None)}
    told(
        "set_baseline",
        version,
        actor,
        before=dict(was) if was else None,
        after={"indikator": indicator.code, **after},
    )
    return kept


def _kept(value: Decimal | None) -> Decimal | None:
    return None if value is None else round_half_up(value, PLACES)
