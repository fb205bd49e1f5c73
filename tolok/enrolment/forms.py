from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile

MOST_BYTES: Final = 5 << 20


class WorkbookForm(forms.Form):
    """A filled-in template."""

    berkas = forms.FileField(
        label="Buku kerja yang sudah diisi",
        help_text="XLSX, paling besar 5 MB.",
        widget=forms.FileInput({"accept": ".xlsx"}),
    )

    def clean_berkas(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["berkas"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                "Berkas lebih dari 5 MB. Hapus gambar dan lembar lain, lalu unggah kembali."
            )
        return file
