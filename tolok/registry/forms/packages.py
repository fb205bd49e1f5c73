from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from django import forms

from tolok.registry.dictionary import dictionary
from tolok.registry.models import Package
from tolok.registry.models.package_rows import PackageRows
from tolok.registry.packages.gaps import GAPS
from tolok.registry.packages.value_classes import BY_CODE, VALUE_CLASSES
from tolok.ui.fields import ANY, offer

QUARTERS = [("1", "TW I"), ("2", "TW II"), ("3", "TW III"), ("4", "TW IV")]
FINDINGS = [("ada", "Ada temuan terbuka"), ("tidak", "Tanpa temuan terbuka")]


class PackageFilter(forms.Form):
    """Which packages are listed; an empty field leaves nothing out."""

    cari = forms.CharField(label="Nama, kode, satker, atau penyedia", required=False)
    metode = forms.ChoiceField(
        label="Metode",
        required=False,
        choices=[ANY, *((name, name) for name in dictionary()["mtd_pemilihan"].choices)],
    )
    status = forms.ChoiceField(
        label="Status", required=False, choices=[ANY, *Package.Status.choices]
    )
    satker = forms.ChoiceField(label="Satuan kerja", required=False)
    jenis = forms.ChoiceField(label="Jenis pengadaan", required=False)
    tw = forms.ChoiceField(label="Triwulan pengumuman", required=False, choices=[ANY, *QUARTERS])
    nilai = forms.ChoiceField(
        label="Nilai kontrak",
        required=False,
        choices=[ANY, *((one.code, one.label) for one in VALUE_CLASSES)],
    )
    temuan = forms.ChoiceField(label="Temuan", required=False, choices=[ANY, *FINDINGS])
    kurang = forms.ChoiceField(
        label="Yang belum ada",
        required=False,
        choices=[ANY, *((gap.field, gap.label) for gap in GAPS)],
    )

    MORE = ("jenis", "tw", "nilai", "temuan", "kurang")  # shown behind "Saringan lain"

    def __init__(self, packages: PackageRows, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.packages = packages
        offer(self, "satker", [ANY, *packages.work_unit_names()])
        kinds = [(kind, kind) for kind in packages.kinds()]
        offer(self, "jenis", [ANY, *kinds])

    def rows(self) -> PackageRows:
        """The packages asked for; a filter that cannot be read leaves everything in."""
        wanted = self.cleaned_data if self.is_valid() else {}
        found = self.packages
        for name, apply in FILTERS.items():
            if value := wanted.get(name):
                found = apply(found, value)
        return found

    def first_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.MORE]

    def more_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in self.MORE]

    def uses_more(self) -> bool:
        return any(name in self.MORE for name in self.changed_data)


Filter: TypeAlias = Callable[[PackageRows, str], PackageRows]

FILTERS: Final[Mapping[str, Filter]] = {
    "cari": lambda rows, text: rows.matching(text),
    "metode": lambda rows, name: rows.filter(method=name),
    "status": lambda rows, status: rows.filter(status=status),
    "satker": lambda rows, code: rows.filter(work_unit_code=code),
    "jenis": lambda rows, kind: rows.filter(kind=kind),
    "tw": lambda rows, quarter: rows.in_quarter(int(quarter)),
    "nilai": lambda rows, code: rows.filter(BY_CODE[code].holds),
    "temuan": lambda rows, choice: (
        rows.with_open_findings() if choice == "ada" else rows.without_open_findings()
    ),
    "kurang": lambda rows, field: rows.lacking(field),
}
