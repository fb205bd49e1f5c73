from typing import Any

from django import forms

from tolok.core.durations import DayType
from tolok.core.period import Window
from tolok.cycle import sops
from tolok.cycle.actions import HowToOpen
from tolok.cycle.models import Days, YearPeriod
from tolok.organisation.models import Agency
from tolok.ui.fields import DayField

AS_DECIDED = ("", "Seperti yang sudah ditetapkan (bila belum: hari kalender)")


class YearForm(forms.Form):
    """A year to prepare: which one, under which SOP, from which step."""

    tahun = forms.IntegerField(label="Tahun anggaran")
    sop = forms.ChoiceField(
        label="SOP",
        required=False,
        help_text="Tahun lampau yang hanya diimpor datanya dibuka tanpa SOP.",
    )
    langkah = forms.ChoiceField(
        label="Mulai pada langkah",
        required=False,
        help_text="Yang sudah dilakukan di luar Tolok dicatat kemudian dengan nomor, tanggal, "
        "dan pindaiannya.",
    )
    hari = forms.ChoiceField(
        label="“Hari” dalam SOP berarti",
        required=False,
        choices=[AS_DECIDED, *Days.choices],
        help_text="Ditetapkan Kepala UKPBJ satu kali untuk setiap versi SOP, lalu tercetak pada "
        "setiap batas waktu.",
    )
    mulai = DayField(
        label="Hari pertama",
        required=False,
        help_text="Kosongkan bila jam langkah pertama berjalan sejak 1 Januari.",
    )

    def __init__(self, agency: Agency | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = sops.every(agency)
        self._choose(
            "sop", [("", "Tanpa SOP"), *((one.code, f"{one.title} ({one.code})") for one in known)]
        )
        steps = [(one.title, [(id_, f"{id_} {name}") for id_, name in one.steps]) for one in known]
        self._choose("langkah", [("", "Langkah pertama"), *steps])

    def how(self) -> HowToOpen:
        days = self.cleaned_data["hari"]
        return HowToOpen(
            days=DayType(days) if days else None,
            starts_at_step=self.cleaned_data["langkah"],
            starts_on=self.cleaned_data["mulai"],
        )

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - says its type
        field.choices = choices


class DaysForm(forms.Form):
    """What "hari" means, decided once for an SOP version."""

    hari = forms.ChoiceField(
        label="“Hari” dalam SOP berarti", choices=Days.choices, widget=forms.RadioSelect
    )

    def days(self) -> DayType:
        return DayType(self.cleaned_data["hari"])


class WindowForm(forms.Form):
    """When the data of a quarter are collected."""

    buka = DayField(label="Hari pertama")
    tutup = DayField(label="Hari terakhir")

    @classmethod
    def of(cls, period: YearPeriod) -> "WindowForm":
        return cls(initial={"buka": period.opens, "tutup": period.closes})

    def window(self) -> Window:
        return Window(self.cleaned_data["buka"], self.cleaned_data["tutup"])


class ReasonForm(forms.Form):
    """Why something that was shut is opened again."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tercatat dalam jejak audit.",
    )
