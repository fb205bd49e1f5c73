"""By what a requirement or an output is met."""

from typing import Any, Final

from django import forms

from tolok.archive.models import Paper
from tolok.archive.models.papers import PaperRows
from tolok.ui.fields import offer_rows
from tolok.workflow.models import TaskItem

PAPER, FILE, MISSING = "paper", "file", "missing"
NEEDED: Final = {PAPER: "naskah", FILE: "berkas", MISSING: "alasan"}  # what each answer cannot lack


class PaperField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic when it runs
    def label_from_instance(self, paper: Paper) -> str:
        return f"{paper}, TA {paper.year} ({paper.get_status_display().lower()})"


class ItemForm(forms.Form):
    """One of three answers, each with its own fields; the page shows those of the chosen one."""

    cara = forms.ChoiceField(
        label="Dipenuhi dengan",
        widget=forms.RadioSelect,
        choices=[
            (PAPER, "Naskah di Tolok"),
            (FILE, "Berkas yang saya unggah"),
            (MISSING, "Belum ada, dengan alasannya"),
        ],
    )
    naskah = PaperField(
        label="Naskah", queryset=Paper.objects.none(), required=False, empty_label="Pilih naskah"
    )
    berkas = forms.FileField(label="Berkas", required=False, help_text="PDF, JPG, atau PNG.")
    konsep = forms.BooleanField(label="Ini masih konsep", required=False)
    alasan = forms.CharField(label="Alasan belum ada", required=False, max_length=1000)
    pengganti = forms.CharField(
        label="Pengganti sementara",
        required=False,
        max_length=500,
        help_text="Misalnya rancangan, atau dokumen tahun sebelumnya.",
    )

    def __init__(self, papers: PaperRows, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "naskah", papers.for_list())
        for name in NEEDED.values():
            self.fields[name].asked_later = True  # type: ignore[attr-defined]

    def clean(self) -> None:
        """The field that belongs to the answer is filled."""
        field = NEEDED.get(self.cleaned_data.get("cara", ""))
        if field and not self.cleaned_data.get(field):
            self.add_error(field, "Masih kosong. Isilah sesuai pilihan di atas.")


def answered(item: TaskItem, suggested: Paper | None) -> dict[str, Any]:
    """What the form shows at first: the answer there is, or the paper that seems to be meant."""
    if item.is_open:
        return {"cara": PAPER, "naskah": suggested} if suggested else {}
    is_missing = item.met == TaskItem.Met.MISSING
    return {
        "cara": MISSING if is_missing else PAPER if item.paper else FILE,
        "naskah": item.paper,
        "konsep": item.met == TaskItem.Met.DRAFT,
        "alasan": item.reason,
        "pengganti": item.substitute,
    }


class FileForm(forms.Form):
    berkas = forms.FileField(label="Berkas", help_text="PDF, JPG, atau PNG.")
    keterangan = forms.CharField(label="Keterangan", required=False, max_length=500)
