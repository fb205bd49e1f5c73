"""What is asked to begin something: an indicator of one's own, a new version."""

from collections.abc import Iterable

from django import forms

from tolok.core.planning.periods import QUARTERS
from tolok.ui.fields import offer


class OwnIndicatorForm(forms.Form):
    """Its code and name; the manual is filled in on its page."""

    kode = forms.CharField(label="Kode", help_text="Huruf besar dan angka, misalnya L9.")
    nama = forms.CharField(label="Nama indikator", max_length=300)


class NewVersionForm(forms.Form):
    """Why the plan is changed, and from when the new targets count."""

    alasan = forms.CharField(
        label="Alasan perubahan", max_length=300, help_text="Misalnya APBD perubahan."
    )
    triwulan = forms.TypedChoiceField(label="Target baru berlaku sejak", coerce=int)

    def __init__(self, quarters: Iterable[int], data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict
        choices = [(one, QUARTERS[one - 1]) for one in quarters]
        offer(self, "triwulan", choices)
