"""What is asked when a task is returned, handed on, dated, taken back, or decided on paper."""

from typing import Any

from django import forms

from tolok.people.models import User
from tolok.ui.fields import DayField
from tolok.workflow.actions import OnPaper, Remark
from tolok.workflow.actions.items import KeptFile
from tolok.workflow.definition import Step

SHORT = forms.Textarea({"rows": 3})


def remarks_in(text: str) -> list[Remark]:
    """One remark a line; what stands before a colon is what it is about."""
    remarks = []
    for line in filter(str.strip, text.splitlines()):
        about, colon, what = line.partition(":")
        remarks.append(
            Remark(what.strip(), about_label=about.strip()) if colon else Remark(line.strip())
        )
    return remarks


class ReturnForm(forms.Form):
    alasan = forms.CharField(label="Alasan pengembalian", widget=SHORT)
    catatan = forms.CharField(
        label="Catatan",
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text="Satu baris satu catatan. Awali dengan bagian yang dimaksud dan titik dua, "
        "misalnya “Target B1 TW II: terlalu rendah”.",
    )

    def remarks(self) -> list[Remark]:
        return remarks_in(self.cleaned_data["catatan"])


class ReasonForm(forms.Form):
    alasan = forms.CharField(label="Alasan", widget=SHORT)


class DueForm(forms.Form):
    batas = DayField(label="Batas waktu", help_text="Hari terakhir, misalnya 30/06/2026.")


class HandForm(forms.Form):
    kepada = forms.TypedChoiceField(label="Serahkan kepada", coerce=int)
    alasan = forms.CharField(label="Alasan", required=False, max_length=500)

    def __init__(self, people: list[User], data: Any = None) -> None:
        super().__init__(data)
        self.people = {one.pk: one for one in people}
        self.fields["kepada"] = forms.TypedChoiceField(
            label="Serahkan kepada",
            coerce=int,
            choices=[(one.pk, str(one)) for one in people],
            help_text="Pemegang jabatan yang sama.",
        )

    def person(self) -> User:
        return self.people[self.cleaned_data["kepada"]]


class PaperDecisionForm(forms.Form):
    """The sheet as it lies on the desk."""

    keputusan = forms.ChoiceField(label="Keputusan", widget=forms.RadioSelect)
    penanda_tangan = forms.CharField(label="Nama penanda tangan", max_length=200)
    jabatan = forms.CharField(label="Jabatan penanda tangan", max_length=200)
    tanggal = DayField(label="Tanggal tanda tangan")
    kode = forms.CharField(
        label="Kode versi pada lembar",
        required=False,
        max_length=64,
        help_text="Tercetak di bawah lembar persetujuan.",
    )
    alasan = forms.CharField(label="Alasan", required=False, widget=SHORT)
    catatan = forms.CharField(
        label="Catatan", required=False, widget=SHORT, help_text="Satu baris satu catatan."
    )
    pindaian = forms.FileField(label="Pindaian", help_text="PDF, JPG, atau PNG.")

    def __init__(self, step: Step, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keputusan"] = forms.ChoiceField(
            label="Keputusan", widget=forms.RadioSelect, choices=list(step.outcomes.items())
        )

    def paper(self, scan: KeptFile) -> OnPaper:
        given = self.cleaned_data
        return OnPaper(
            outcome=given["keputusan"],
            signer=given["penanda_tangan"],
            signer_office=given["jabatan"],
            dated=given["tanggal"],
            scan=scan,
            version_code=given["kode"],
            reason=given["alasan"],
            remarks=remarks_in(given["catatan"]),
        )
