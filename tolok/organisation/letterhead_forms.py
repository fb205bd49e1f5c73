"""What people fill in about the letterhead."""

from typing import Any

from django import forms

from tolok.organisation.letterhead import LARGEST_FILE, Wording
from tolok.organisation.models import Letterhead


class LetterheadForm(forms.ModelForm):  # type: ignore[type-arg]  # none when it runs
    """The words of the model, and the logo as a file; the action saves, not the form."""

    lambang = forms.FileField(
        label="Lambang",
        required=False,
        help_text=f"PNG atau JPEG, paling besar {LARGEST_FILE >> 20} MB. Kosongkan agar lambang "
        "yang sekarang tetap dipakai.",
    )
    hapus_lambang = forms.BooleanField(label="Hapus lambang", required=False)

    class Meta:
        model = Letterhead
        fields = tuple(Wording.__dataclass_fields__)
        help_texts = {
            "government": "Baris pertama, misalnya PEMERINTAH KABUPATEN CONTOH JAYA.",
            "unit": "Baris kedua, misalnya SEKRETARIAT DAERAH.",
            "place": "Di depan tanggal, misalnya Contoh Jaya.",
            "paper": "Untuk surat dan laporan. Formulir dan lembar mendatar tetap pada ukurannya.",
            "signer_offices": "Satu jabatan per baris, dari yang tertinggi: satu untuk atas nama "
            "sendiri, Plt., dan Plh.; dua untuk a.n.; tiga untuk u.b.",
        }
        widgets = {"signer_offices": forms.Textarea(attrs={"rows": 3})}

    @property
    def wording(self) -> Wording:
        return Wording(**{name: self.cleaned_data[name] for name in self.Meta.fields})

    @property
    def logo(self) -> bytes | None:
        """What was uploaded, b"" to take the logo away, none to keep it."""
        file: Any = self.cleaned_data["lambang"]
        if file:
            return bytes(file.read(LARGEST_FILE + 1))
        return b"" if self.cleaned_data["hapus_lambang"] else None
