"""Fields of the plan that read what people write the Indonesian way."""

import re
from typing import Any, Final

from django import forms

from tolok.core.numbers import read_number
from tolok.core.problem import Problem
from tolok.planning.actions.fields import plain

_VARIABLE: Final = re.compile(r"([^:]+):\s*(.*?)\s*(?:\(([^()]*)\))?")


class AmountField(forms.CharField):
    """A number with decimal comma, by the core's own rules."""

    def __init__(self, *, low: int | None = 0, high: int | None = None, **more: Any) -> None:
        super().__init__(**more)
        self.low, self.high = low, high

    def to_python(self, value: Any) -> Any:
        number = read_number(super().to_python(value))
        if isinstance(number, Problem):
            raise forms.ValidationError(number.message)
        if number is not None and self.low is not None and number < self.low:
            raise forms.ValidationError(f"Isi {self.low} atau lebih.")
        if number is not None and self.high is not None and number > self.high:
            raise forms.ValidationError(f"Isi paling banyak {self.high}.")
        return number

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else plain(value)


class VariablesField(forms.CharField):
    """One variable a line: "paket tepat: yang tidak melewati jadwal (SPSE)"."""

    widget = forms.Textarea({"rows": 3})

    def to_python(self, value: Any) -> Any:
        lines = str(super().to_python(value)).splitlines()
        return [self._variable(line.strip()) for line in lines if line.strip()]

    def _variable(self, line: str) -> dict[str, str]:
        found = _VARIABLE.fullmatch(line)
        if found is None:
            raise forms.ValidationError(
                f"“{line}” belum lengkap. Tulis: nama: arti (sumber), satu variabel satu baris."
            )
        name, meaning, source = found.groups()
        return {"name": name.strip(), "meaning": meaning, "source": source or ""}

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else plain(value)
