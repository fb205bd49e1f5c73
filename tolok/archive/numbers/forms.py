"""What people fill in on the pages of letter numbers."""

from typing import Any

from django import forms

from tolok.archive.issuing.about import prints_number
from tolok.archive.models import NumberSeries
from tolok.archive.numbers.actions import SeriesPlan
from tolok.core.numbering import LONGEST_PATTERN
from tolok.documents.catalogue import documents
from tolok.organisation.models import Agency
from tolok.ui.fields import ANY, DayField, offer


def numbered_documents() -> list[tuple[str, str]]:
    """Those of the catalogue that have a place for a number."""
    return [(one.code, f"{one.code} {one.title}") for one in documents() if prints_number(one)]


class NumberFilter(forms.Form):
    """Which numbers are listed."""

    seri = forms.TypedChoiceField(label="Seri", required=False, coerce=int, empty_value=None)
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False, choices=[ANY, ("batal", "Dibatalkan")]
    )

    def __init__(self, series: list[NumberSeries], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.pk, one.name) for one in series]
        offer(self, "seri", [ANY, *choices])


class TakeForm(forms.Form):
    """A number for a letter that is not made in Tolok."""

    tanggal = DayField(label="Tanggal naskah", help_text="Misalnya 3 Maret 2026 atau 03/03/2026.")
    urut = forms.IntegerField(
        label="Nomor urut",
        required=False,
        min_value=1,
        max_value=99_999_999,
        help_text="Kosongkan untuk nomor berikutnya. Isi bila register lama sudah lebih jauh.",
    )

    def __init__(self, agency: Agency | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = NumberSeries.objects.filter(agency=agency)
        self.fields["seri"] = forms.ModelChoiceField(own, label="Seri", empty_label="Pilih seri")
        self.order_fields(["seri", "tanggal", "urut"])


class VoidForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan", max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )


class SeriesForm(forms.Form):
    """How a series numbers; the action says what is wrong with a pattern."""

    nama = forms.CharField(label="Nama", max_length=100, help_text="Misalnya Surat tugas.")
    pola = forms.CharField(
        label="Pola",
        max_length=LONGEST_PATTERN,
        help_text="Dari {kode}, {urut} atau {urut:4}, {unit}, {bulan}, {bulan_romawi}, {tahun}.",
        widget=forms.TextInput(attrs={"class": "code"}),
    )
    kode = forms.CharField(label="Kode klasifikasi", max_length=30, required=False)
    unit = forms.CharField(label="Kode unit", max_length=30, required=False)
    dokumen = forms.MultipleChoiceField(
        label="Dokumen yang dinomori",
        required=False,
        choices=numbered_documents,
        widget=forms.CheckboxSelectMultiple,
    )

    @classmethod
    def of(cls, series: NumberSeries) -> "SeriesForm":
        return cls(
            initial={
                "nama": series.name,
                "pola": series.pattern,
                "kode": series.classification,
                "unit": series.unit,
                "dokumen": series.documents,
            }
        )

    @property
    def plan(self) -> SeriesPlan:
        read = self.cleaned_data
        return SeriesPlan(
            read["nama"], read["pola"], read["kode"], read["unit"], tuple(read["dokumen"])
        )
