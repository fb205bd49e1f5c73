"""What the Koordinator fills in about the circular and its units."""

from typing import Any, Final

from django import forms

from tolok.cycle.models import FiscalYear
from tolok.outreach.circular import words
from tolok.outreach.circular.actions import Contact, Expedition, Wording
from tolok.outreach.models import Circular
from tolok.outreach.models.circular import SIGNERS, AddresseeRows
from tolok.people.models import Role
from tolok.planning.papers.setting import JAYAWIJAYA
from tolok.ui.fields import DayField

DAY: Final = "Misalnya 16 Januari 2026 atau 16/01/2026."
SCAN: Final = "PDF, JPEG, atau PNG."


class WordingForm(forms.Form):
    """The circular's own words; the rest of the letter follows from the plan."""

    opening = forms.CharField(label="Latar belakang", widget=forms.Textarea(attrs={"rows": 5}))
    closing = forms.CharField(label="Penutup", widget=forms.Textarea(attrs={"rows": 3}))
    signer_role = forms.ChoiceField(
        label="Ditandatangani oleh",
        choices=[(role.value, role.label) for role in SIGNERS],
        help_text="Pejabat yang memegangnya pada tanggal surat; Plt. atau Plh. tertulis sendiri.",
    )
    reply_by = DayField(
        label="Batas penunjukan penanggung jawab kinerja", required=False, help_text=DAY
    )
    contact = forms.CharField(
        label="Narahubung",
        required=False,
        max_length=200,
        help_text="Nama dan nomor yang dapat dihubungi unit kerja. Tampil pada surat dan pada "
        "halaman tanda terima.",
    )
    copies = forms.CharField(
        label="Tembusan",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu penerima setiap baris.",
    )

    @property
    def wording(self) -> Wording:
        given = self.cleaned_data
        return Wording(**given | {"signer_role": Role(given["signer_role"])})


def wording_form(year: FiscalYear, circular: Circular | None, data: Any = None) -> WordingForm:
    """With what was written, or with the usual words."""
    if circular is not None:
        initial = {name: getattr(circular, name) for name in WordingForm.base_fields}
    else:
        organisation = f"Pemerintah {year.agency}"
        is_jayawijaya = year.sop == JAYAWIJAYA  # there Kepala UKPBJ signs (JW7)
        initial = {
            "opening": words.OPENING.format(organisation=organisation, year=year.year),
            "closing": words.CLOSING,
            "signer_role": Role.KEPALA_UKPBJ if is_jayawijaya else Role.PIMPINAN,
            "copies": words.COPIES.format(agency=year.agency),
        }
    return WordingForm(data, initial=initial)


class BoardFilter(forms.Form):
    """Which units are listed; an empty field leaves nothing out."""

    CHOICES: Final = (
        ("", "Semua"),
        ("belum-dikirimi", "Belum dikirimi"),
        ("belum-menerima", "Sudah dikirimi, belum menerima"),
        ("sudah-menerima", "Sudah menerima"),
        ("tidak-dikirimi", "Tidak dikirimi"),
        ("usul", "Ada usul perubahan PPK"),
    )
    cari = forms.CharField(label="Nama atau kode unit kerja", required=False)
    saring = forms.ChoiceField(label="Keadaan", required=False, choices=CHOICES)

    def rows(self, addressees: AddresseeRows) -> AddresseeRows:
        """A filter that cannot be read leaves everything in."""
        wanted = self.cleaned_data if self.is_valid() else {}
        if text := wanted.get("cari"):
            addressees = addressees.matching(text)
        match wanted.get("saring"):
            case "belum-dikirimi":
                return addressees.unsent()
            case "belum-menerima":
                return addressees.open()
            case "sudah-menerima":
                return addressees.acknowledged()
            case "tidak-dikirimi":
                return addressees.left_out()
            case "usul":
                return addressees.with_proposals()
        return addressees


class ContactForm(forms.Form):
    """Whom a unit's copy reaches."""

    nama = forms.CharField(label="Nama", max_length=200)
    jabatan = forms.CharField(label="Jabatan", max_length=200, required=False)
    alamat = forms.CharField(label="Nomor WhatsApp atau surel", max_length=200, required=False)

    @property
    def contact(self) -> Contact:
        given = self.cleaned_data
        return Contact(given["nama"], given["jabatan"], given["alamat"])


class ExpeditionForm(forms.Form):
    """A copy on paper that was handed over."""

    kepada = forms.CharField(label="Diserahkan kepada", max_length=300)
    tanggal = DayField(label="Tanggal diserahkan", help_text=DAY)
    catatan = forms.CharField(
        label="Catatan ekspedisi",
        max_length=300,
        required=False,
        help_text="Nomor buku ekspedisi, atau siapa yang mengantarkan.",
    )
    pindaian = forms.FileField(label="Pindaian buku ekspedisi", required=False, help_text=SCAN)

    def expedition(self, scan: Any) -> Expedition:
        given = self.cleaned_data
        return Expedition(given["kepada"], given["tanggal"], given["catatan"], scan)
