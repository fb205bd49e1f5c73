from typing import Any

from django import forms

from tolok.cycle.events import name_of
from tolok.ui.fields import DayField


class TrailFilter(forms.Form):
    """Which part of the audit trail is shown; an empty field leaves nothing out."""

    peristiwa = forms.ChoiceField(label="Peristiwa", required=False)
    cari = forms.CharField(label="Mengenai atau pelaku", required=False, max_length=200)
    dari = DayField(label="Dari tanggal", required=False)
    sampai = DayField(label="Sampai tanggal", required=False)

    def __init__(self, events: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = sorted(((event, name_of(event)) for event in events), key=lambda pair: pair[1])
        self.fields["peristiwa"] = forms.ChoiceField(
            label="Peristiwa", required=False, choices=[("", "Semua"), *named]
        )
