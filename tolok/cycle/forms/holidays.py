from django import forms

from tolok.cycle.models import Holiday
from tolok.ui.fields import DayField


class HolidayForm(forms.Form):
    """A day on which the agency does not work."""

    tanggal = DayField(label="Tanggal")
    nama = forms.CharField(label="Nama hari libur", max_length=200)
    jenis = forms.ChoiceField(
        label="Jenis", choices=Holiday.Kind.choices, initial=Holiday.Kind.LOCAL
    )
