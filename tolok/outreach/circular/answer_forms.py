"""What a unit fills in when it acknowledges, or the Koordinator from its signed sheet."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.forms import BoundField

from tolok.outreach.circular.actions import Answer
from tolok.outreach.circular.forms import DAY, SCAN
from tolok.outreach.circular.units import Ppk
from tolok.ui.fields import DayField

RIGHT: Final = "benar"
GONE: Final = "bukan"
MOST_NAMES: Final = 50


class AnswerForm(forms.Form):
    """On the unit's own page, signed in or by its link."""

    nama = forms.CharField(label="Nama Anda", max_length=200)
    jabatan = forms.CharField(label="Jabatan Anda", max_length=200)
    pj_saya = forms.BooleanField(
        label="Saya sendiri penanggung jawab kinerja unit kerja ini", required=False
    )
    pj_nama = forms.CharField(
        label="Nama penanggung jawab kinerja",
        max_length=200,
        required=False,
        help_text="Boleh kosong bila Anda sendiri.",
    )
    pj_jabatan = forms.CharField(
        label="Jabatan penanggung jawab kinerja", max_length=200, required=False
    )
    pj_kontak = forms.CharField(
        label="Nomor telepon atau surel penanggung jawab kinerja", max_length=200
    )
    ppk_lain = forms.CharField(
        label="PPK yang belum tercantum",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu nama setiap baris.",
    )

    def __init__(self, ppks: Sequence[Ppk], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ppks = ppks
        self.fields["pj_nama"].asked_later = True  # type: ignore[attr-defined]  # unless oneself
        for at, one in enumerate(ppks):
            self.fields[f"ppk_{at}"] = forms.ChoiceField(
                label=one.name,
                choices=((RIGHT, "Benar"), (GONE, "Bukan lagi PPK di sini")),
                initial=RIGHT,
                widget=forms.RadioSelect,
                help_text=f"Menurut {one.source}",
            )

    @property
    def who(self) -> list[BoundField]:
        return [self["nama"], self["jabatan"]]

    @property
    def answerable(self) -> list[BoundField]:
        return [self[name] for name in ("pj_saya", "pj_nama", "pj_jabatan", "pj_kontak")]

    @property
    def listed(self) -> list[BoundField]:
        return [*(self[f"ppk_{at}"] for at in range(len(self.ppks))), self["ppk_lain"]]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("pj_saya") and not given.get("pj_nama"):
            self.add_error("pj_nama", "Tuliskan namanya, atau beri tanda bahwa Anda sendiri.")
        if len(given.get("ppk_lain", "").splitlines()) > MOST_NAMES:
            self.add_error("ppk_lain", f"Paling banyak {MOST_NAMES} nama.")
        return given

    @property
    def answer(self) -> Answer:
        given = self.cleaned_data
        own = given["pj_saya"]
        said = [(one, given[f"ppk_{at}"]) for at, one in enumerate(self.ppks)]
        return Answer(
            name=given["nama"],
            position=given["jabatan"],
            pic_name=given["nama"] if own else given["pj_nama"],
            pic_position=given["jabatan"] if own else given["pj_jabatan"],
            pic_address=given["pj_kontak"],
            confirmed=tuple(one for one, word in said if word == RIGHT),
            removed=tuple(one for one, word in said if word == GONE),
            added=tuple(name[:200] for name in given["ppk_lain"].splitlines()),
        )


class PaperReceiptForm(forms.Form):
    """The signed sheet that came back."""

    nama = forms.CharField(label="Diterima oleh", max_length=200)
    jabatan = forms.CharField(label="Jabatan", max_length=200)
    tanggal = DayField(label="Tanggal diterima", help_text=DAY)
    pindaian = forms.FileField(label="Pindaian tanda terima", help_text=SCAN)
    pj_nama = forms.CharField(label="Penanggung jawab kinerja", max_length=200, required=False)
    pj_jabatan = forms.CharField(label="Jabatannya", max_length=200, required=False)
    pj_kontak = forms.CharField(label="Nomor telepon atau surel", max_length=200, required=False)

    @property
    def answer(self) -> Answer:
        given = self.cleaned_data
        return Answer(
            name=given["nama"],
            position=given["jabatan"],
            pic_name=given["pj_nama"],
            pic_position=given["pj_jabatan"],
            pic_address=given["pj_kontak"],
        )
