"""Forms about persons, and about their certificates."""

from typing import Any

from django import forms

from tolok.people.models import Certificate, Role, User
from tolok.ui.fields import DayField


class PersonForm(forms.Form):
    """Who somebody is, as papers print it."""

    name = forms.CharField(
        label="Nama", max_length=200, help_text="Dengan gelar, seperti pada surat keputusan."
    )
    nip = forms.CharField(
        label="NIP", max_length=30, required=False, help_text="18 angka; spasi boleh ditulis."
    )
    rank = forms.CharField(
        label="Pangkat, golongan",
        max_length=60,
        required=False,
        help_text="Misalnya Penata Tingkat I (III/d).",
    )

    @classmethod
    def of(cls, user: User, data: Any = None) -> "PersonForm":
        return cls(data, initial={"name": user.name, "nip": user.nip, "rank": user.rank})


class NewPersonForm(PersonForm):
    """Somebody who is not in Tolok yet."""

    email = forms.EmailField(
        label="Alamat surel", help_text="Untuk masuk; milik orang itu sendiri, bukan bersama."
    )
    field_order = ["email", "name", "nip", "rank"]


class CertificateForm(forms.Form):
    """What stands on a certificate."""

    kind = forms.ChoiceField(label="Jenis", choices=Certificate.Kind)
    number = forms.CharField(label="Nomor", max_length=100)
    issued = DayField(label="Tanggal terbit")
    expires = DayField(
        label="Berlaku sampai dengan",
        required=False,
        help_text="Kosongkan bila tidak ada batasnya.",
    )


class PersonsFilter(forms.Form):
    """Which persons the list shows."""

    cari = forms.CharField(label="Nama, surel, atau NIP", required=False, max_length=200)
    peran = forms.ChoiceField(
        label="Peran hari ini", required=False, choices=[("", "Semua"), *Role.choices]
    )
