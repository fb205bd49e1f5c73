"""What is filled in about who came: by the minute-taker, and at the door."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from tolok.outreach.meetings.actions import Arrival, Asked, Noted
from tolok.outreach.meetings.forms import GuestForm
from tolok.outreach.models import Guest, Meeting
from tolok.ui.fields import offer


class ArrivedForm(GuestForm):
    """Somebody who came without being asked."""

    name = forms.CharField(label="Nama", max_length=200)
    attends = forms.ChoiceField(
        label="Hadir",
        choices=[(one.value, one.label) for one in Guest.PRESENT],
        initial=Guest.Attends.PRESENT,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["seats"]

    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(given["name"], given["position"], given["unit"])


def noted_in(data: Any, guests: Iterable[Guest]) -> dict[int, Noted]:
    """The ticks of the list: "hadir-12" with the way, "nama-12" whom a unit sent.

    A row that still says what it was shown with ("lihat-12") was not touched: whoever came in by
    the door meanwhile stays. With "sisanya" whoever is not noted by then came: most do.
    """
    found = {}
    rest_came = "sisanya" in data
    for guest in guests:
        ticked = data.get(f"hadir-{guest.pk}")
        name = str(data.get(f"nama-{guest.pk}", ""))[:200]
        if rest_came and not ticked and not guest.attends:
            ticked = Guest.Attends.PRESENT
        is_touched = name.strip() or ticked != data.get(f"lihat-{guest.pk}")
        if ticked in Guest.Attends.values and is_touched:
            found[guest.pk] = Noted(Guest.Attends(ticked), name)
    return found


class CheckInForm(forms.Form):
    """At the door, on a telephone: big targets, few words, no number asked."""

    name = forms.CharField(
        label="Nama lengkap", max_length=200, widget=forms.TextInput({"autocomplete": "name"})
    )
    unit = forms.ChoiceField(label="Unit kerja atau instansi", required=False)
    other = forms.CharField(
        label="Unit kerja lain", max_length=300, required=False,
        help_text="Isi bila tidak ada dalam daftar.",
    )  # fmt: skip
    position = forms.CharField(label="Jabatan", max_length=200, required=False)
    attends = forms.ChoiceField(
        label="Saya hadir",
        choices=[
            (Guest.Attends.PRESENT.value, "di tempat"),
            (Guest.Attends.ONLINE.value, "daring"),
        ],
        widget=forms.RadioSelect,
        initial=Guest.Attends.PRESENT,
    )

    def __init__(self, meeting: Meeting, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        units = meeting.guests.unit_names()
        offer(self, "unit", [("", "Pilih unit kerja"), *((one, one) for one in units)])
        self.fields["unit"].asked_later = True  # type: ignore[attr-defined]  # one of the two
        if not units:
            del self.fields["unit"]
        if not (meeting.online and meeting.place):
            del self.fields["attends"]
        self.only = Guest.Attends.PRESENT if meeting.place else Guest.Attends.ONLINE

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not (given.get("unit") or given.get("other")):
            self.add_error("other", "Pilih atau tuliskan unit kerja Anda.")
        return given

    def arrival(self) -> Arrival:
        given = self.cleaned_data
        attends = Guest.Attends(given.get("attends") or self.only)
        unit = given["other"] or given.get("unit", "")
        return Arrival(given["name"], unit, given["position"], attends)
