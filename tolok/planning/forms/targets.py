"""A baseline as it is filled in."""

from typing import Any

from django import forms

from tolok.planning.actions.fields import plain
from tolok.planning.models import Baseline, PlannedIndicator
from tolok.ui.fields import offer


class BaselineForm(forms.Form):
    """One of three ways; what each needs is asked by the action."""

    kind = forms.ChoiceField(
        label="Dari mana baseline ini?", choices=Baseline.Kind.choices, widget=forms.RadioSelect
    )
    year = forms.TypedChoiceField(
        label="Tahun",
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Tahun sebelum rencana.",
    )
    value = forms.CharField(
        label="Nilai", required=False, help_text="Hanya bila diketik; koma untuk desimal."
    )
    source = forms.CharField(
        label="Sumber",
        required=False,
        max_length=300,
        help_text="Hanya bila diketik, misalnya laporan kinerja 2025.",
    )
    reason = forms.CharField(
        label="Alasan", required=False, max_length=300, help_text="Hanya bila belum ada."
    )

    def __init__(self, indicator: PlannedIndicator, data: Any = None) -> None:
        super().__init__(data)
        self.indicator = indicator
        last = indicator.version.year - 1
        offer(self, "year", ((year, str(year)) for year in range(last, last - 5, -1)))
        now = Baseline.objects.filter(indicator=indicator).first()
        self.initial = {"kind": Baseline.Kind.COMPUTED, "year": last}
        if now is not None:
            self.initial |= {
                "kind": now.kind,
                "year": now.year or last,
                "value": plain(now.value) if now.kind == Baseline.Kind.TYPED else "",
                "source": now.source,
                "reason": now.reason if now.kind == Baseline.Kind.NONE else "",
            }
