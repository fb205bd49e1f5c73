from functools import cached_property
from typing import Any, Final

from django import forms

from tolok.measurement.charts import NO_NAME, QUERY
from tolok.measurement.groups import OUTSIDE, UNDATED
from tolok.measurement.listed import Part
from tolok.measurement.showing import QUARTER_NAMES, QUARTERS
from tolok.organisation.models import WorkUnitRows
from tolok.registry.dictionary import dictionary
from tolok.registry.models.package_rows import PackageRows
from tolok.ui.fields import ANY, offer

UNNAMED: Final = (NO_NAME, "Tidak tercatat")
PERIODS: Final = [
    *zip(QUARTERS, QUARTER_NAMES, strict=True),
    (UNDATED, "Tanpa tanggal acuan"),
    (OUTSIDE, "Di luar tahun anggaran"),
]


class RowsFilter(forms.Form):
    """Which rows behind a value: of one quarter, unit, method or kind; an empty field is all."""

    tw = forms.ChoiceField(label="Triwulan", required=False, choices=[ANY, *PERIODS])
    satker = forms.ChoiceField(label="Satuan kerja", required=False)
    metode = forms.ChoiceField(
        label="Metode",
        required=False,
        choices=[
            ANY,
            *((name, name) for name in dictionary()["mtd_pemilihan"].choices),
            UNNAMED,
        ],
    )
    jenis = forms.ChoiceField(label="Jenis pengadaan", required=False)
    lihat = forms.ChoiceField(
        required=False, choices=[(part, part) for part in Part], widget=forms.HiddenInput
    )
    fakta = forms.ChoiceField(
        required=False,
        choices=[(name, name) for name in dictionary().fields],
        widget=forms.HiddenInput,
    )

    def __init__(
        self, units: WorkUnitRows, packages: PackageRows, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        known = units.order_by("name").values_list("code", "name")
        self._choose("satker", list(known))
        self._choose("jenis", [(kind, kind) for kind in packages.kinds()])

    def _choose(self, field: str, choices: list[tuple[str, str]]) -> None:
        offer(self, field, [ANY, *choices, UNNAMED])

    @cached_property
    def changed_data(self) -> list[str]:
        """What "Hapus saringan" would take away: which part is looked at stays."""
        return [name for name in super().changed_data if not self.fields[name].widget.is_hidden]

    def group(self) -> dict[str, str]:
        """As values are grouped: {"triwulan": "2"}; what cannot be read leaves everything in."""
        wanted = {by: self._chosen(name) for by, name in QUERY.items()}
        return {by: "" if key == NO_NAME else key for by, key in wanted.items() if key}

    def part(self) -> Part:
        return Part(self._chosen("lihat") or Part.USED)

    def fact(self) -> str:
        """Only rows that wait for this fact; "" for any."""
        return self._chosen("fakta")

    def told(self) -> str:
        """The group in words: "TW II, Dinas Kesehatan"."""
        chosen = [
            dict(self.fields[name].choices)[self._chosen(name)]  # type: ignore[attr-defined]
            for name in QUERY.values()
            if self._chosen(name)
        ]
        return ", ".join(chosen)

    def _chosen(self, name: str) -> str:
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))
