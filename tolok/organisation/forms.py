from typing import Any

from django import forms

from tolok.organisation.models import WorkUnitAlias, WorkUnitRows


class AliasForm(forms.Form):
    """Another code or name of one of the work units a person sees."""

    alias = forms.CharField(
        label="Kode atau nama lain",
        max_length=300,
        help_text="Persis seperti tertulis pada berkas sumber, misalnya kode satker SPSE.",
    )
    system = forms.ChoiceField(label="Dipakai pada", choices=WorkUnitAlias.System)

    def __init__(self, units: WorkUnitRows, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["work_unit"] = forms.ModelChoiceField(
            units, label="Berarti satuan kerja", empty_label="Pilih satuan kerja"
        )
