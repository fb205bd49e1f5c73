from datetime import date

import pytest
from django import forms

from tolok.ui.fields import DayField


class ADay(forms.Form):
    hari = DayField()
    lagi = DayField(required=False)


@pytest.mark.parametrize("text", ["21/03/2026", "21 Maret 2026", "2026-03-21", " 21-3-2026 "])
def test_a_day_is_read_as_people_write_it(text):
    form = ADay({"hari": text})

    assert form.is_valid()
    assert form.cleaned_data == {"hari": date(2026, 3, 21), "lagi": None}


@pytest.mark.parametrize("text", ["", "kapan saja", "31/02/2026", "9" * 5000])
def test_what_is_no_day_is_told_at_the_field(text):
    form = ADay({"hari": text})

    assert not form.is_valid()
    assert list(form.errors) == ["hari"]
    assert len(form.errors["hari"][0]) < 300


def test_a_day_is_shown_as_it_may_be_typed():
    assert 'value="21/03/2026"' in str(ADay(initial={"hari": date(2026, 3, 21)})["hari"])
