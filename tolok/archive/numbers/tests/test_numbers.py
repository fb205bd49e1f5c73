from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connections

from tolok.archive.models import LetterNumber
from tolok.archive.numbers.actions import (
    given_number,
    next_number,
    peek_number,
    take_number,
    void_number,
)
from tolok.archive.numbers.series import series_for
from tolok.archive.testing import make_paper
from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

MARCH = date(2026, 3, 2)
TAKERS, EACH = 4, 5


def letters():
    return series_for(make_agency(), "F1")


@pytest.mark.django_db
class TestNumbers:
    def test_a_series_counts_by_the_year_of_the_letter(self):
        series = letters()

        given = [next_number(series, day, actor=None) for day in (MARCH, date(2027, 1, 4), MARCH)]

        assert [number.text for number in given] == [
            "800.1.11.1/1/UKPBJ/III/2026",
            "800.1.11.1/1/UKPBJ/I/2027",
            "800.1.11.1/2/UKPBJ/III/2026",
        ]
        assert peek_number(series, MARCH) == "800.1.11.1/3/UKPBJ/III/2026"

    def test_each_series_counts_by_itself(self):
        next_number(letters(), MARCH, actor=None)

        assert next_number(series_for(make_agency(), "F2"), MARCH, actor=None).sequence == 1

    def test_an_office_in_the_middle_of_its_year_leaps_to_where_it_counts(self):
        take_number(letters(), MARCH, actor=make_user(), sequence=57)

        assert next_number(letters(), MARCH, actor=None).sequence == 58
        assert AuditEntry.objects.filter(event="archive.take_number").count() == 1

    def test_a_sequence_is_not_taken_twice(self):
        next_number(letters(), MARCH, actor=None)

        with pytest.raises(RefusedError) as refusal:
            take_number(letters(), MARCH, actor=make_user(), sequence=1)

        assert rules_of(refusal) == {"NS-10"}

    def test_a_number_of_another_registry_is_kept_and_leapt_over(self):
        given_number(make_agency(), " 800.1.11.1/1/UKPBJ/III/2026 ", MARCH, actor=None)

        assert next_number(letters(), MARCH, actor=None).sequence == 2

    @pytest.mark.parametrize(
        ("text", "rule"),
        [(" ", "NS-11"), ("1" * 121, "NS-11"), ("A/1\0", "NS-11"), ("A/1", "NS-12")],
    )
    def test_a_number_that_cannot_stand_in_the_register_is_refused(self, text, rule):
        given_number(make_agency(), "A/1", MARCH, actor=None)

        with pytest.raises(RefusedError) as refusal:
            given_number(make_agency(), text, MARCH, actor=None)

        assert rules_of(refusal) == {rule}
        assert LetterNumber.objects.count() == 1

    def test_a_voided_number_stays_and_is_never_given_again(self):
        number = take_number(letters(), MARCH, actor=make_user())

        void_number(number, reason=" salah tanggal ", actor=make_user())

        assert next_number(letters(), MARCH, actor=None).sequence == 2
        assert [one.void_reason for one in LetterNumber.objects.voided()] == ["salah tanggal"]

    def test_voiding_needs_a_reason_and_happens_once(self):
        number = take_number(letters(), MARCH, actor=make_user())

        with pytest.raises(RefusedError) as unreasoned:
            void_number(number, reason=" ", actor=make_user())
        void_number(number, reason="salah", actor=make_user())
        with pytest.raises(RefusedError) as again:
            void_number(number, reason="salah", actor=make_user())

        assert (rules_of(unreasoned), rules_of(again)) == ({"NS-13"}, {"NS-14"})

    def test_a_number_that_a_paper_carries_is_voided_with_the_paper_only(self):
        number = next_number(letters(), MARCH, actor=None)
        make_paper("F1", number=number)

        with pytest.raises(RefusedError) as refusal:
            void_number(number, reason="salah", actor=make_user())

        assert rules_of(refusal) == {"NS-14"}


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_people_who_take_numbers_at_the_same_time_never_get_the_same(connect):
    series, ready = letters(), Barrier(TAKERS)

    def take(_):
        connect()
        ready.wait()
        taken = [next_number(series, MARCH, actor=None).sequence for _ in range(EACH)]
        connections["default"].close()
        return taken

    with ThreadPoolExecutor(TAKERS) as people:
        taken = [number for numbers in people.map(take, range(TAKERS)) for number in numbers]

    assert sorted(taken) == list(range(1, TAKERS * EACH + 1))
