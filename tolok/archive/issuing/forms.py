"""What people fill in on the pages of papers."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile

from tolok.archive.issuing.actions import Numbering
from tolok.archive.models import Paper
from tolok.archive.models.papers import PaperRows
from tolok.documents.catalogue import TITLES
from tolok.ui.fields import ANY, DayField, offer

BY_HAND: Final = "text"


class PaperFilter(forms.Form):
    """Which papers are listed; an empty field leaves nothing out."""

    cari = forms.CharField(label="Judul, nomor, atau kode", required=False)
    dokumen = forms.ChoiceField(label="Dokumen", required=False)
    unit = forms.TypedChoiceField(label="Unit", required=False, coerce=int, empty_value=None)
    periode = forms.ChoiceField(label="Periode", required=False)
    status = forms.ChoiceField(label="Status", required=False, choices=[ANY, *Paper.Status.choices])

    def __init__(self, papers: PaperRows, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.papers = papers
        codes = [(code, f"{code} {TITLES[code]}") for code in papers.document_codes()]
        self._offer("dokumen", codes)
        self._offer("unit", papers.unit_names())
        self._offer("periode", [(period, period) for period in papers.periods()])

    def _offer(self, name: str, choices: Any) -> None:
        offer(self, name, [ANY, *choices])

    def rows(self) -> PaperRows:
        """The papers asked for; a filter that cannot be read leaves everything in."""
        wanted = self.cleaned_data if self.is_valid() else {}
        found = self.papers
        if text := wanted.get("cari"):
            found = found.matching(text)
        columns = {"dokumen": "document", "unit": "unit", "periode": "period", "status": "status"}
        exactly = {columns[name]: wanted[name] for name in columns if wanted.get(name)}
        return found.filter(**exactly)


class IssueForm(forms.Form):
    """Number and date of a paper that is about to leave the house."""

    tanggal = DayField(label="Tanggal naskah", help_text="Misalnya 3 Maret 2026 atau 03/03/2026.")
    nomor = forms.ChoiceField(label="Nomor", widget=forms.RadioSelect)
    teks = forms.CharField(
        label="Nomor yang ditulis sendiri",
        required=False,
        max_length=120,
        help_text="Persis seperti pada register lain, misalnya SRIKANDI.",
    )

    def __init__(self, next_number: str, *args: Any, needed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(BY_HAND, "Ditulis sendiri di bawah ini")]
        if next_number:
            choices.insert(0, (Numbering.AUTO.value, f"Nomor berikutnya: {next_number}"))
        if not needed:
            choices.insert(0, (Numbering.NONE.value, "Tanpa nomor"))
        offer(self, "nomor", choices)
        self.fields["nomor"].initial = choices[0][0]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("nomor") == BY_HAND and not cleaned.get("teks"):
            self.add_error("teks", "Tuliskan nomornya, atau pilih cara lain.")
        return cleaned

    @property
    def number(self) -> Numbering | str:
        chosen = self.cleaned_data["nomor"]
        return str(self.cleaned_data["teks"]) if chosen == BY_HAND else Numbering(chosen)


class OutsideForm(forms.Form):
    """What is awaited from elsewhere."""

    nomor = forms.BooleanField(label="Menunggu nomor", required=False)
    tanda_tangan = forms.BooleanField(label="Menunggu tanda tangan", required=False, initial=True)
    tanggal = DayField(
        label="Tanggal naskah",
        required=False,
        help_text="Kosongkan bila tanggalnya ditulis bersama nomor atau tanda tangannya.",
    )


class NumberForm(forms.Form):
    """The number a paper got elsewhere."""

    nomor = forms.CharField(label="Nomor naskah", max_length=120)
    tanggal = DayField(label="Tanggal naskah", help_text="Misalnya 3 Maret 2026 atau 03/03/2026.")


class SignedForm(forms.Form):
    """The paper as it came back."""

    berkas = forms.FileField(
        label="Naskah bertanda tangan",
        help_text="PDF bertanda tangan elektronik, atau pindaian PDF, JPEG, PNG; paling besar "
        "50 MB. Disimpan tanpa diubah satu bita pun.",
    )

    @property
    def file(self) -> UploadedFile[Any]:
        found: UploadedFile[Any] = self.cleaned_data["berkas"]
        return found


class AttachmentForm(forms.Form):
    """What goes with the paper: a disposition sheet, a proof of receipt."""

    lampiran = forms.FileField(
        label="Lampiran", help_text="PDF, JPEG, atau PNG; paling besar 50 MB."
    )


class ReasonForm(forms.Form):
    """Why a paper is corrected or voided."""

    alasan = forms.CharField(
        label="Alasan", max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
