from typing import Any

from django import forms

from tolok.archive.matrix.cells import Registers
from tolok.archive.matrix.expectations import PERIODS
from tolok.archive.matrix.rows import Wanted
from tolok.archive.matrix.tally import State
from tolok.documents.catalogue import TITLES
from tolok.ui.fields import ANY, offer

WHOLE_YEAR = "tahun"  # an empty choice means all periods, so the whole year needs a word


class MatrixFilter(forms.Form):
    """Which part of the matrix is shown; an empty field leaves nothing out."""

    cari = forms.CharField(label="Dokumen atau satker", required=False, max_length=100)
    dokumen = forms.ChoiceField(
        label="Dokumen",
        required=False,
        choices=[ANY, *((code, f"{code} {title}") for code, title in TITLES.items())],
    )
    satker = forms.TypedChoiceField(label="Satuan kerja", required=False, coerce=int)
    periode = forms.ChoiceField(
        label="Periode",
        required=False,
        choices=[ANY, *((code or WHOLE_YEAR, label) for code, label in PERIODS.items())],
    )
    keadaan = forms.ChoiceField(
        label="Keadaan",
        required=False,
        choices=[ANY, *((state.key, state.word) for state in State)],
    )

    def __init__(self, registers: Registers, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = [(pk, unit.name) for pk, unit in registers.units.items()]
        offer(self, "satker", [ANY, *units])

    def wanted(self) -> Wanted:
        found = self.cleaned_data if self.is_valid() else {}
        period = found.get("periode") or None
        return Wanted(
            document=found.get("dokumen", ""),
            unit=found.get("satker") or None,
            period="" if period == WHOLE_YEAR else period,
            state=next((one for one in State if one.key == found.get("keadaan")), None),
            text=found.get("cari", ""),
        )
