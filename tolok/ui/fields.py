"""Fields that read what people write the Indonesian way, by the core's own rules."""

from datetime import date, time
from typing import Any

from django import forms

from tolok.core.dates import format_clock, format_date_short, read_clock, read_date
from tolok.core.problem import Problem


class DayField(forms.CharField):
    """A day in any form the core reads: 19/12/2025, 19 Desember 2025."""

    def to_python(self, value: Any) -> Any:
        day = read_date(super().to_python(value))
        if isinstance(day, Problem):
            raise forms.ValidationError(day.message)
        return day

    def prepare_value(self, value: Any) -> Any:
        return format_date_short(value) if isinstance(value, date) else value


class ClockField(forms.CharField):
    """A time of day in any form the core reads: 14.30, 14:30."""

    def to_python(self, value: Any) -> Any:
        clock = read_clock(super().to_python(value))
        if isinstance(clock, Problem):
            raise forms.ValidationError(clock.message)
        return clock

    def prepare_value(self, value: Any) -> Any:
        return format_clock(value) if isinstance(value, time) else value
