"""Forms about offices: given, stood in for, ended, handed over."""

from typing import Any

from django import forms

from tolok.organisation.models import Agency, WorkUnit
from tolok.people.actions import Appointment, Succession
from tolok.people.models import Office, Role, User, UserRows
from tolok.ui.fields import DayField


class DecreeForm(forms.Form):
    """By which decree, from when until when."""

    decree = forms.CharField(
        label="Nomor surat keputusan atau surat perintah", max_length=200, required=False
    )
    starts = DayField(label="Mulai")
    ends = DayField(
        label="Sampai dengan",
        required=False,
        help_text="Hari terakhir. Kosongkan bila belum ditentukan.",
    )


class OfficeForm(DecreeForm):
    """An office of the agency at hand; administrators of all of them may give theirs too."""

    role = forms.ChoiceField(label="Peran", choices=[("", "Pilih peran"), *Role.choices])
    title = forms.CharField(
        label="Nama jabatan pada naskah",
        max_length=200,
        required=False,
        help_text="Misalnya Kepala Bagian Pengadaan Barang/Jasa. Kosong: nama perannya.",
    )
    acting = forms.ChoiceField(
        label="Sebagai",
        required=False,
        choices=[("", "Definitif"), ("Plt.", "Plt. jabatan yang kosong")],
        help_text="Yang menggantikan pejabat lain ditunjuk dari baris jabatan pejabat itu.",
    )
    everywhere = forms.BooleanField(label="Administrator untuk semua instansi", required=False)
    field_order = ["role", "title", "unit", "acting", "decree", "starts", "ends"]

    def __init__(self, agency: Agency | None, *args: Any, everywhere: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agency = agency
        self.fields["unit"] = forms.ModelChoiceField(
            WorkUnit.objects.filter(agency=agency),
            label="Satuan kerja",
            required=False,
            empty_label="Seluruh instansi",
        )
        self.fields["decree"].help_text = "Wajib bagi Plt., dan bagi auditor: surat tugasnya."
        self.fields["ends"].help_text = "Hari terakhir; wajib bagi auditor."
        self.order_fields(self.field_order)
        if not everywhere:
            del self.fields["everywhere"]

    def appointment(self) -> Appointment:
        given = self.cleaned_data
        role = Role(given["role"])
        everywhere = role is Role.ADMINISTRATOR and given.get("everywhere", False)
        return Appointment(
            role=role,
            agency=None if everywhere else self.agency,
            unit=given["unit"],
            title=given["title"],
            acting=given["acting"],
            decree=given["decree"],
            starts=given["starts"],
            ends=given["ends"],
        )


class StandInForm(DecreeForm):
    """Who takes over an office for a time."""

    acting = forms.ChoiceField(
        label="Sebagai",
        choices=[
            ("Plh.", "Plh.: pejabatnya sementara tidak di tempat"),
            ("Plt.", "Plt.: jabatannya kosong"),
        ],
    )
    field_order = ["person", "acting", "decree", "starts", "ends"]

    def __init__(self, persons: UserRows, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = person_field(persons, "Yang ditunjuk")
        self.fields["decree"].required = True  # PG-08
        self.fields[
            "ends"
        ].help_text = "Hari terakhir. Bagi Plh. harus diisi; bagi Plt. boleh kosong."
        self.order_fields(self.field_order)

    def appointment(self, absent: Office) -> Appointment:
        given = self.cleaned_data
        return Appointment(
            role=Role(absent.role),
            agency=absent.agency,
            acting=given["acting"],
            decree=given["decree"],
            starts=given["starts"],
            ends=given["ends"],
        )


class EndOfficeForm(forms.Form):
    """When an office ends."""

    last_day = DayField(
        label="Hari terakhir",
        required=False,
        help_text="Kosongkan untuk mengakhiri sekarang juga: haknya hilang seketika.",
    )


class HandOverForm(DecreeForm):
    """Who follows, from when, and what they must know."""

    note = forms.CharField(
        label="Yang perlu diketahui pengganti", required=False, widget=forms.Textarea
    )
    field_order = ["person", "decree", "starts", "ends", "note"]

    def __init__(self, persons: UserRows, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = person_field(persons, "Pejabat baru")
        self.fields["starts"].label = "Mulai menjabat"
        self.order_fields(self.field_order)

    def succession(self) -> Succession:
        given = self.cleaned_data
        return Succession(given["starts"], given["decree"], given["ends"], given["note"])


class SubstituteForm(forms.Form):
    """Who decides when the holder is the author."""

    def __init__(self, persons: UserRows, office: Office, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = person_field(
            persons.exclude(pk=office.user_id), "Pengganti", required=False
        )
        self.fields["person"].initial = office.substitute


def person_field(
    persons: UserRows, label: str, *, required: bool = True
) -> "forms.ModelChoiceField[User]":
    empty = "Pilih orang" if required else "Tidak ada"
    return forms.ModelChoiceField(persons, label=label, required=required, empty_label=empty)
