from typing import Any

from django import forms

from tolok.registry.findings.titles import title_of
from tolok.registry.models import Finding
from tolok.registry.models.findings import FindingRows
from tolok.registry.models.package_rows import PackageRows
from tolok.ui.fields import ANY, offer

EVERY = "semua"


class FindingFilter(forms.Form):
    """Which findings are listed; without a choice those that wait for somebody."""

    aturan = forms.ChoiceField(label="Aturan", required=False)
    bobot = forms.ChoiceField(label="Bobot", required=False, choices=[ANY, *Finding.Weight.choices])
    keadaan = forms.ChoiceField(
        label="Keadaan",
        required=False,
        choices=[
            ("", Finding.Status.OPEN.label),
            *((one.value, one.label) for one in Finding.Status if one != Finding.Status.OPEN),
            (EVERY, "Semua"),
        ],
    )
    satker = forms.ChoiceField(label="Satuan kerja", required=False)

    def __init__(
        self, findings: FindingRows, packages: PackageRows, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.findings, self.packages = findings, packages
        rules = [(code, f"{code} {title_of(code)}") for code in findings.rules()]
        offer(self, "aturan", [ANY, *rules])
        offer(self, "satker", [ANY, *packages.work_unit_names()])

    def rows(self) -> FindingRows:
        """The findings asked for; a filter that cannot be read leaves everything in."""
        wanted = self.cleaned_data if self.is_valid() else {}
        found = self.findings
        if rule := wanted.get("aturan"):
            found = found.filter(rule=rule)
        if weight := wanted.get("bobot"):
            found = found.filter(weight=weight)
        if unit := wanted.get("satker"):
            found = found.about(self.packages.filter(work_unit_code=unit))
        status = wanted.get("keadaan") or Finding.Status.OPEN
        return found if status == EVERY else found.filter(status=status)


class ReasonForm(forms.Form):
    """Why a published fact is right."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Siapa pun yang memeriksa angka ini kelak akan membacanya.",
    )


class DecisionForm(forms.Form):
    """Why a proposal is taken, which may stay unsaid, or not."""

    alasan = forms.CharField(
        label="Alasan",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila menolak; pengusul akan membacanya.",
    )
