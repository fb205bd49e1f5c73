"""A decision made on paper, as it is keyed in."""

from typing import Any

from django import forms

from tolok.people.acting import Decider
from tolok.people.models import User
from tolok.planning.models import Submission
from tolok.ui.fields import DayField, offer


class OnPaperForm(forms.Form):
    """Who signed, when, what was decided, and the scan."""

    outcome = forms.ChoiceField(
        label="Keputusan",
        choices=[
            (Submission.Outcome.APPROVED, "Disetujui"),
            (Submission.Outcome.RETURNED, "Dikembalikan"),
        ],
        widget=forms.RadioSelect,
    )
    signer_pk = forms.TypedChoiceField(label="Ditandatangani oleh", coerce=int)
    signed_on = DayField(label="Tanggal tanda tangan")
    code = forms.CharField(
        label="Kode isi pada kertas",
        help_text="Dua belas tanda, tercetak pada lembar persetujuan F3.",
        min_length=12,
        max_length=64,
    )
    reason = forms.CharField(
        label="Alasan dan catatan",
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text="Wajib bila dikembalikan.",
    )
    scan = forms.FileField(label="Pindaian")

    def __init__(self, deciders: tuple[Decider, ...], data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, prefix="kertas")
        self.people = {one.person.pk: one.person for one in deciders}
        self.fields["reason"].asked_later = True  # type: ignore[attr-defined]
        choices = ((one.person.pk, f"{one.person}, {one.title}") for one in deciders)
        offer(self, "signer_pk", choices)

    def signer(self) -> User:
        return self.people[self.cleaned_data["signer_pk"]]
