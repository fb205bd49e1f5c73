from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from tolok.cycle import sops
from tolok.cycle.actions import Paper
from tolok.cycle.models import FiscalYear
from tolok.ui.fields import DayField

LARGEST = 20 * 1024 * 1024  # bytes


class OutsideForm(forms.Form):
    """A paper of a step that was done outside Tolok."""

    langkah = forms.CharField(label="Langkah SOP", max_length=40)
    judul = forms.CharField(
        label="Nama dokumen", max_length=300, help_text="Misalnya Surat Tugas Koordinator."
    )
    nomor = forms.CharField(label="Nomor", required=False, max_length=200)
    tanggal = DayField(label="Tanggal dokumen")
    pindaian = forms.FileField(
        label="Pindaian", required=False, help_text="PDF atau foto, paling besar 20 MB."
    )
    catatan = forms.CharField(
        label="Catatan", required=False, max_length=2000, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, year: FiscalYear, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known := sops.of_year(year):
            steps = [(id_, f"{id_} {name}") for id_, name in known.steps]
            self.fields["langkah"] = forms.ChoiceField(label="Langkah SOP", choices=steps)
            self.order_fields(["langkah"])

    def clean_pindaian(self) -> UploadedFile[Any] | None:
        file: UploadedFile[Any] | None = self.cleaned_data["pindaian"]
        if file and (file.size or 0) > LARGEST:
            raise forms.ValidationError("Berkas ini lebih dari 20 MB. Kecilkan pindaiannya.")
        return file

    def paper(self) -> Paper:
        given = self.cleaned_data
        return Paper(given["judul"], given["tanggal"], given["nomor"], given["catatan"])
