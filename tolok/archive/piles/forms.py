from collections.abc import Sequence
from typing import Any

from django import forms

from tolok.archive.models import Paper
from tolok.scans.limits import DEFAULT, MIB
from tolok.ui.fields import offer


class PileForm(forms.Form):
    """The PDF of a scanner's feeder."""

    berkas = forms.FileField(
        label="PDF hasil pindaian",
        help_text=(
            f"Satu PDF, paling besar {DEFAULT.pile_bytes // MIB} MB dan {DEFAULT.pile_pages} "
            "lembar. Pindai dengan 200 dpi; lembar boleh terbalik atau campur aduk."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
    )


class AssignForm(forms.Form):
    """Whose a sheet is: typed from it, or chosen."""

    kode = forms.CharField(
        label="Kode pada lembar",
        required=False,
        max_length=20,
        help_text="Di kaki lembar, misalnya 7K3M-9QXF. Huruf kecil dan spasi boleh.",
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
    )
    naskah = forms.ChoiceField(
        label="atau pilih naskahnya",
        required=False,
        help_text="Naskah tahun ini yang belum kembali bertanda tangan.",
    )

    def __init__(self, *args: Any, papers: Sequence[Paper] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(paper.code, f"{paper.document} {paper.code} {paper.title}") for paper in papers]
        offer(self, "naskah", [("", "Pilih…"), *listed])


class TakeOutForm(forms.Form):
    """A sheet that lies with the wrong paper."""

    alasan = forms.CharField(
        label="Mengapa bukan milik naskah ini",
        max_length=300,
        help_text="Misalnya lembar kegiatan lain yang terselip.",
    )


class SetAsideForm(forms.Form):
    """A sheet that belongs to no paper."""

    keterangan = forms.CharField(
        label="Lembar apa ini", max_length=300, help_text="Misalnya halaman belakang yang kosong."
    )
