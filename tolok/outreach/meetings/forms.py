"""What people fill in when they plan a meeting and ask people to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django import forms

from tolok.archive.models import Paper
from tolok.outreach.meetings.actions import Asked, Planned, Point
from tolok.outreach.models import Audience, Meeting
from tolok.people.models import Office
from tolok.ui.fields import ClockField, DayField, offer, offer_rows

NAMES: Final = {
    Meeting.Kind.WORKSHOP: "Lokakarya Penyusunan Rencana Kinerja Pengadaan Tahun Anggaran {}",
    Meeting.Kind.SOCIALISATION: (
        "Sosialisasi Implementasi Pengelolaan Kinerja Pengadaan Barang/Jasa Tahun Anggaran {}"
    ),
}
TECHNIQUE: Final = (
    "Cara mengisi formulir isian data kinerja, sumber data setiap indikator, jadwal pengumpulan, "
    "dan bukti yang disertakan."
)
CHANNELS: Final = ("WhatsApp", "Surel", "Kurir atau langsung", "SRIKANDI")
FEW: Final = forms.Textarea({"rows": 2})
MOST_POINTS: Final = 40
SPARE: Final = 3  # empty rows below those that are filled


class PlanForm(forms.Form):
    """When, where, for whom."""

    name = forms.CharField(label="Nama acara", max_length=200)
    audiences = forms.MultipleChoiceField(
        label="Sasaran",
        widget=forms.CheckboxSelectMultiple,
        help_text="Satu acara boleh melayani beberapa langkah SOP sekaligus.",
    )
    day = DayField(label="Hari/tanggal", help_text="Misalnya 20 Januari 2026 atau 20/01/2026.")
    starts_at = ClockField(label="Mulai pukul", help_text="Misalnya 09.00, waktu setempat.")
    ends_at = ClockField(label="Sampai pukul", required=False)
    place = forms.CharField(label="Tempat", max_length=200, required=False)
    online = forms.URLField(
        label="Tautan daring",
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text="Isi bila rapat daring atau campuran.",
    )
    technique = forms.CharField(label="Teknik yang dijelaskan", required=False, widget=FEW)
    chair = forms.ModelChoiceField(
        Office.objects.none(),
        label="Pimpinan rapat",
        required=False,
        empty_label="Belum ditetapkan",
    )
    minute_taker = forms.ModelChoiceField(
        Office.objects.none(), label="Notulis", required=False, empty_label="Belum ditetapkan"
    )
    requests = forms.CharField(
        label="Yang diminta dari peserta",
        required=False,
        widget=FEW,
        help_text="Satu baris satu permintaan, misalnya: membawa laptop.",
    )
    confirm_by = DayField(label="Batas konfirmasi kehadiran", required=False)
    contact = forms.CharField(label="Narahubung", max_length=200, required=False)
    copies = forms.CharField(
        label="Tembusan", required=False, widget=FEW, help_text="Satu baris satu penerima."
    )
    budget = forms.CharField(label="Pembiayaan", max_length=200, required=False)

    def __init__(
        self,
        kind: Meeting.Kind,
        offered: Iterable[Audience],
        officers: Any,
        data: Any = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        for name in ("chair", "minute_taker"):
            offer_rows(self, name, officers)
        if kind == Meeting.Kind.WORKSHOP:
            del self.fields["audiences"], self.fields["technique"]
        else:
            choices = [(one.value, one.label) for one in offered]
            offer(self, "audiences", choices)

    def planned(self) -> Planned:
        given = dict(self.cleaned_data)
        audiences = tuple(map(Audience, given.pop("audiences", ())))
        return Planned(audiences=audiences, **given)


def plan_initial(kind: Meeting.Kind, year: int) -> dict[str, Any]:
    """What a new meeting is proposed as."""
    return {"name": NAMES[kind].format(year), "technique": TECHNIQUE}


def initial_of(meeting: Meeting) -> dict[str, Any]:
    found = {name: getattr(meeting, name) for name in PlanForm.base_fields if name != "audiences"}
    return found | {"audiences": [one.audience for one in meeting.audiences.all()]}


class PointForm(forms.Form):
    """A row of the programme; a row without a topic is none."""

    time = forms.CharField(label="Waktu", max_length=20, required=False)
    topic = forms.CharField(label="Acara", max_length=300, required=False)
    speaker = forms.CharField(label="Pembicara atau pelaksana", max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # rows may stay empty: not called optional
            field.asked_later = True  # type: ignore[attr-defined]  # read by ui/field.html


PointRows = forms.formset_factory(
    PointForm, extra=SPARE, max_num=MOST_POINTS, absolute_max=MOST_POINTS
)


def points_in(rows: Any) -> list[Point]:
    """The programme in its order."""
    given = (form.cleaned_data for form in rows.forms)
    return [Point(row["topic"], row["time"], row["speaker"]) for row in given if row.get("topic")]


class GuestForm(forms.Form):
    """One who is asked beside those the offices gave."""

    name = forms.CharField(
        label="Nama",
        max_length=200,
        required=False,
        help_text="Kosongkan bila unit kerja menunjuk sendiri wakilnya.",
    )
    position = forms.CharField(label="Jabatan", max_length=200, required=False)
    unit = forms.CharField(label="Unit kerja atau instansi", max_length=300)
    seats = forms.IntegerField(label="Jumlah orang", min_value=1, max_value=500, initial=1)

    def asked(self) -> Asked:
        return Asked(**self.cleaned_data)


class SentForm(forms.Form):
    """ "Sudah saya kirim"."""

    channel = forms.ChoiceField(
        label="Dikirim lewat", choices=[(one, one) for one in CHANNELS], widget=forms.RadioSelect
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Alasan", max_length=500, widget=FEW)


class MaterialForm(forms.Form):
    """A file, or a paper of the archive."""

    title = forms.CharField(label="Judul bahan", max_length=300, required=False)
    file = forms.FileField(
        label="Berkas", required=False, help_text="PDF, JPG, atau PNG, paling besar 50 MB."
    )
    is_photo = forms.BooleanField(label="Foto kegiatan untuk laporan", required=False)
    paper = forms.ModelChoiceField(
        Paper.objects.none(), label="Atau naskah dari arsip", required=False
    )  # its papers are those of the year

    def __init__(self, papers: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "paper", papers)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not (given.get("file") or given.get("paper")):
            self.add_error("file", "Pilih berkas, atau naskah dari arsip.")
        return given
