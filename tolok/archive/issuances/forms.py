from datetime import date
from typing import Any

from django import forms

from tolok.ui.fields import DayField, offer

NUMBERED, PLAIN = "auto", "none"


class IssuanceForm(forms.Form):
    """With what all chosen drafts are issued."""

    tanggal = DayField(label="Tanggal naskah", help_text="Misalnya 3 Maret 2026 atau 03/03/2026.")
    nomor = forms.ChoiceField(label="Nomor", widget=forms.RadioSelect)
    pdf = forms.BooleanField(
        label="Buat PDF setiap naskah",
        required=False,
        help_text="Oleh LibreOffice; beberapa detik untuk setiap enam belas naskah.",
    )

    def __init__(
        self, next_number: str, data: Any = None, *, needed: bool, can_pdf: bool, today: date
    ) -> None:
        super().__init__(data, initial={"tanggal": today})
        choices = [(NUMBERED, f"Nomor berturut-turut dari seri, mulai {next_number}")]
        if not next_number:
            choices = []
        if not needed or not choices:
            choices.append((PLAIN, "Tanpa nomor"))
        offer(self, "nomor", choices)
        self.fields["nomor"].initial = choices[0][0]
        if not can_pdf:
            del self.fields["pdf"]
