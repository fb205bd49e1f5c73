from typing import Any

from django import forms

from tolok.archive.batches import makers
from tolok.documents.catalogue import TITLES
from tolok.ui.fields import offer


class StartBatch(forms.Form):
    """Which papers of the year are to be made."""

    dokumen = forms.ChoiceField(label="Dokumen")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(code, f"{code} {TITLES[code]}") for code in TITLES if code in makers.known()]
        offer(self, "dokumen", choices)
