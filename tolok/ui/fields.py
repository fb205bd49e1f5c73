"""Fields that read what people write the Indonesian way, by the core's own rules."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any, Final, cast

from django import forms
from django.db.models import QuerySet

from tolok.core.dates import format_clock, format_date_short, read_clock, read_date
from tolok.core.problem import Problem

ANY: Final = ("", "Semua")  # of a filter: it leaves everything in
LONGEST: Final = 60  # no way to write a day or a time is longer


class DayInput(forms.TextInput):
    """Typed, because people paste days as other papers have them; no browser's own calendar."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"placeholder": "21/03/2026", **(attrs or {})})


class DayField(forms.CharField):
    """A day in any form the core reads: 19/12/2025, 19 Desember 2025. Gives a `date`, or None
    when it is empty and may be."""

    widget = DayInput

    def to_python(self, value: Any) -> Any:
        day = read_date((super().to_python(value) or "")[: LONGEST + 1])
        if isinstance(day, Problem):
            raise forms.ValidationError(day.message)
        return day

    def prepare_value(self, value: Any) -> Any:
        return format_date_short(value) if isinstance(value, date) else value


class ClockField(forms.CharField):
    """A time of day in any form the core reads: 14.30, 14:30. Gives a `time`, or None when it is
    empty and may be."""

    def to_python(self, value: Any) -> Any:
        clock = read_clock((super().to_python(value) or "")[: LONGEST + 1])
        if isinstance(clock, Problem):
            raise forms.ValidationError(clock.message)
        return clock

    def prepare_value(self, value: Any) -> Any:
        return format_clock(value) if isinstance(value, time) else value


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """What a field of this form may be chosen from; known only once the request is."""
    cast("forms.ChoiceField", form.fields[name]).choices = list(choices)


def offer_rows(form: forms.BaseForm, name: str, rows: QuerySet[Any]) -> None:
    """Which rows a field of this form may be chosen from."""
    cast("forms.ModelChoiceField[Any]", form.fields[name]).queryset = rows
