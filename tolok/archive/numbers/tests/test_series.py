from dataclasses import replace

import pytest

from tolok.archive.issuing.about import prints_number
from tolok.archive.models import NumberSeries
from tolok.archive.numbers.actions import SeriesPlan, define_series, edit_series
from tolok.archive.numbers.series import USUAL, ensure_series, series_for
from tolok.core.numbering import pattern_problems
from tolok.core.problem import RefusedError
from tolok.documents.catalogue import TITLES, document
from tolok.organisation.testing import make_agency
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

PLAN = SeriesPlan("Nota dinas", "{kode}/{urut:3}/{unit}/{tahun}", "000.3", "PBJ", ("NOTULA",))


def test_a_series_is_defined_and_the_trail_tells():
    series = define_series(make_agency(), PLAN, actor=None)

    assert series_for(make_agency(), "NOTULA") == series
    assert AuditEntry.objects.get().values_after()["pola"] == PLAN.pattern


def test_a_series_is_changed_for_the_numbers_to_come():
    series = define_series(make_agency(), PLAN, actor=None)

    edit_series(series, replace(PLAN, unit="UKPBJ"), actor=None)

    series.refresh_from_db()
    assert series.unit == "UKPBJ"
    entry = AuditEntry.objects.first()
    assert (entry.event, entry.values_before()["unit"]) == ("archive.edit_series", "PBJ")


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"pattern": "{urut}"}, "NS-05"),
        ({"name": " "}, "NS-07"),
        ({"name": "Lama"}, "NS-07"),
        ({"classification": ""}, "NS-07"),
        ({"unit": " "}, "NS-07"),
        ({"documents": ("F99",)}, "NS-08"),
        ({"documents": ("F1",)}, "NS-09"),
    ],
)
def test_a_series_that_could_not_number_is_refused(changes, rule):
    define_series(make_agency(), replace(PLAN, name="Lama", documents=("F1",)), actor=None)

    with pytest.raises(RefusedError) as refusal:
        define_series(make_agency(), replace(PLAN, **changes), actor=None)

    assert [problem.rule for problem in refusal.value.problems] == [rule]
    assert NumberSeries.objects.count() == 1


def test_the_usual_series_number_every_document_that_prints_a_number():
    numbered = {code for code in TITLES if prints_number(document(code))}

    ensure_series(make_agency())
    ensure_series(make_agency())

    series = list(NumberSeries.objects.all())
    assert {code for one in series for code in one.documents} == numbered
    assert {one.name for one in series} == set(USUAL)
    assert all(pattern_problems(one.pattern) == () for one in series)
