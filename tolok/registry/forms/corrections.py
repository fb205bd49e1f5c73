from __future__ import annotations

from typing import Any, Self

from django import forms
from django.core.files.uploadedfile import UploadedFile

from tolok.core.formula.dictionary import Field, FieldType
from tolok.registry.dictionary import dictionary
from tolok.registry.models import Finding

MOST_EVIDENCE = 20 * 1024 * 1024  # bytes
HINTS = {
    FieldType.MONEY: "Dalam rupiah, misalnya 1250000000 atau 1.250.000.000,00.",
    FieldType.NUMBER: "Angka bulat.",
    FieldType.DATE: "Misalnya 19/12/2025 atau 19 Desember 2025.",
}
WHY = "Apa yang salah pada sumber, dan dari mana nilai yang benar."


class CorrectionForm(forms.Form):
    """Another value for one fact. The action reads what was typed and tells what is wrong."""

    kolom = forms.CharField(widget=forms.HiddenInput)
    temuan = forms.IntegerField(widget=forms.HiddenInput, required=False)
    nilai = forms.CharField(label="Seharusnya", required=False, max_length=200)
    alasan = forms.CharField(
        label="Alasan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=WHY,
    )
    bukti = forms.FileField(
        label="Bukti",
        required=False,
        help_text="Pindaian kontrak atau berita acara (PDF, JPEG, PNG), paling besar 20 MB.",
    )

    def __init__(self, field: Field, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field = field
        self.fields["kolom"].initial = field.name
        if field.choices:
            choices = [(choice, choice) for choice in field.choices]
            self.fields["nilai"] = forms.ChoiceField(label="Seharusnya", choices=choices)
        else:
            self.fields["nilai"].help_text = HINTS.get(field.type, "")
        self.order_fields(["kolom", "temuan", "nilai", "alasan", "bukti"])

    @classmethod
    def about(cls, finding: Finding) -> Self:
        """For a fact a finding disputes, with what it probably should be."""
        initial = {"nilai": finding.guess, "temuan": finding.pk}
        return cls(dictionary()[finding.field], initial=initial, auto_id="koreksi_%s")

    def clean_bukti(self) -> UploadedFile[Any] | None:
        file: UploadedFile[Any] | None = self.cleaned_data["bukti"]
        if file and (file.size or 0) > MOST_EVIDENCE:
            raise forms.ValidationError("Berkas ini lebih dari 20 MB. Kecilkan pindaiannya.")
        return file


class ExclusionForm(forms.Form):
    """A package kept out of one indicator."""

    temuan = forms.IntegerField(widget=forms.HiddenInput, required=False)
    indikator = forms.RegexField(
        r"^\s*[A-Za-z]{1,4}\d{1,3}[A-Za-z]?\s*$",
        label="Indikator",
        max_length=20,
        help_text="Kodenya, misalnya B1 atau W3.",
        error_messages={"invalid": "Tuliskan kode indikator, misalnya B1 atau W3."},
        widget=forms.TextInput(attrs={"list": "daftar-indikator"}),
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mengapa paket ini tidak patut ikut menentukan nilai indikator itu.",
    )

    def clean_indikator(self) -> str:
        return str(self.cleaned_data["indikator"]).strip().upper()
