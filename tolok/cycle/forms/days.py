"""A day as people type it."""

from datetime import date
from typing import Any

from django import forms

from tolok.core.dates import read_date
from tolok.core.problem import Problem

DAY = forms.TextInput({"placeholder": "21/03/2025"})


def a_day(text: str) -> date | None:
    day = read_date(text)
    if isinstance(day, Problem):
        raise forms.ValidationError(day.message)
    return day


class DayField(forms.CharField):
    """A date in any of the forms `core.dates` reads; gives a `date`, or None when empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": DAY, "max_length": 60, **kwargs})

    def clean(self, value: Any) -> date | None:
        day = a_day(super().clean(value))
        if day is None and self.required:
            raise forms.ValidationError(self.error_messages["required"])
        return day

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else value
