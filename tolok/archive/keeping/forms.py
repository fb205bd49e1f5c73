from __future__ import annotations

from typing import Any

from django import forms

from tolok.archive.keeping.rows import Row
from tolok.archive.models import Keeping, RetentionClass
from tolok.archive.models.papers import PaperRows
from tolok.core.retention import Stage
from tolok.documents.catalogue import TITLES
from tolok.organisation.models import Agency
from tolok.ui.fields import ANY, offer, offer_rows


class KeepingFilter(forms.Form):
    """Which papers the list shows; an empty field leaves nothing out."""

    cari = forms.CharField(label="Judul, kode, atau lokasi", required=False)
    dokumen = forms.ChoiceField(label="Dokumen", required=False)
    jenis = forms.TypedChoiceField(
        label="Jenis arsip", required=False, coerce=int, empty_value=None
    )
    tahap = forms.ChoiceField(
        label="Tahap",
        required=False,
        choices=[
            ANY,
            *((stage.value, stage.value.capitalize()) for stage in Stage),
            ("dapat dimusnahkan", "Dapat dimusnahkan"),
            ("ditahan", "Ditahan"),
        ],
    )

    def __init__(self, agency: Agency, papers: PaperRows, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [(code, f"{code} {TITLES[code]}") for code in papers.document_codes()]
        kinds = RetentionClass.objects.filter(agency=agency).values_list("pk", "name")
        offer(self, "dokumen", [ANY, *codes])
        offer(self, "jenis", [ANY, *kinds])

    def keeps(self, row: Row) -> bool:
        wanted = self.cleaned_data if self.is_valid() else {}
        kind = wanted.get("jenis")
        return (
            wanted.get("dokumen") in ("", None, row.paper.document)
            and kind in (None, row.keeping.retention_class_id)
            and self._of_stage(row, wanted.get("tahap", ""))
            and _said(wanted.get("cari", ""), row)
        )

    def _of_stage(self, row: Row, wanted: str) -> bool:
        match wanted:
            case "":
                return True
            case "dapat dimusnahkan":
                return row.may_go
            case "ditahan":
                return row.keeping.is_held
        return row.stage == wanted


def _said(wanted: str, row: Row) -> bool:
    texts = (row.paper.title, row.paper.code, row.keeping.place, row.keeping.classification)
    return any(wanted.casefold() in text.casefold() for text in texts)


class KeepingForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable when it runs
    """The archive data of one paper."""

    class Meta:
        model = Keeping
        fields = (
            *("retention_class", "classification", "security"),
            *("form", "copy", "count", "room", "box", "folder", "remark"),
            *("is_held", "hold_reason"),
        )
        labels = {
            "retention_class": "Jenis arsip (jadwal retensi)",
            "is_held": "Tahan: tidak boleh dimusnahkan",
            "hold_reason": "Alasan penahanan",
        }
        help_texts = {
            "classification": "Misalnya 000.3 untuk pengadaan.",
            "room": "Kosongkan lokasi untuk arsip yang hanya elektronik.",
            "count": "Misalnya 1 berkas atau 12 lembar.",
            "hold_reason": "Perkara atau pemeriksaan yang sedang berjalan.",
        }

    def __init__(self, agency: Agency, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = RetentionClass.objects.filter(agency=agency)
        offer_rows(self, "retention_class", kinds)
        self.fields["retention_class"].empty_label = "Belum ditetapkan"  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The action writes and checks; the instance given is only shown."""


class RetentionClassForm(forms.Form):
    """One line of the retention schedule."""

    name = forms.CharField(label="Jenis arsip", max_length=150)
    classification = forms.CharField(label="Kode klasifikasi", max_length=30, required=False)
    documents = forms.MultipleChoiceField(
        label="Dokumen",
        required=False,
        choices=[(code, f"{code} {title}") for code, title in TITLES.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text="Dokumen yang biasanya termasuk jenis ini; tiap dokumen hanya pada satu jenis.",
    )
    active_years = forms.IntegerField(
        label="Retensi aktif (tahun)",
        min_value=0,
        max_value=99,
        help_text="Dihitung sejak akhir tahun anggaran naskahnya.",
    )
    inactive_years = forms.IntegerField(
        label="Retensi inaktif (tahun)", min_value=0, max_value=99, help_text="Sesudah masa aktif."
    )
    fate = forms.ChoiceField(
        label="Nasib akhir", choices=RetentionClass.Fate, widget=forms.RadioSelect
    )
    basis = forms.CharField(
        label="Dasar",
        max_length=200,
        required=False,
        help_text="Peraturan jadwal retensi arsip instansi, atau “Ketentuan internal”.",
    )


class ReasonForm(forms.Form):
    """Why papers go, or why they stay."""

    alasan = forms.CharField(
        label="Alasan dan dasar", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
