from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from tolok.archive.office_templates.actions import LONGEST_NOTE


class TemplateForm(forms.Form):
    """A template that was changed in Word."""

    berkas = forms.FileField(
        label="Templat yang sudah diubah",
        help_text="Dokumen Word (.docx), paling besar 10 MB. Diperiksa dahulu; belum dipakai.",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )
    catatan = forms.CharField(
        label="Apa yang diubah",
        required=False,
        max_length=LONGEST_NOTE,
        help_text="Agar versi ini mudah dikenali, misalnya “kop baru 2027”.",
    )

    @property
    def file(self) -> UploadedFile[Any]:
        found: UploadedFile[Any] = self.cleaned_data["berkas"]
        return found
