from typing import Any

from django import forms

from tolok.organisation.models import WorkUnit
from tolok.registry.models import PlanEntry, Pokja
from tolok.registry.models.plan import PlanEntryRows
from tolok.registry.pokja.actions import Decree, Membership
from tolok.ui.fields import ANY, DayField, offer, offer_rows


class SupplierFilter(forms.Form):
    """Which suppliers are listed."""

    cari = forms.CharField(label="Nama, atau NPWP lengkap", required=False)


class PlanFilter(forms.Form):
    """Which RUP entries are listed; an empty field leaves nothing out."""

    cari = forms.CharField(label="Nama, kode, satker, program, atau kegiatan", required=False)
    cara = forms.ChoiceField(
        label="Cara pengadaan", required=False, choices=[ANY, *PlanEntry.Way.choices]
    )
    metode = forms.ChoiceField(label="Metode", required=False)
    satker = forms.ChoiceField(label="Satuan kerja", required=False)

    def __init__(self, entries: PlanEntryRows, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = entries
        methods = [(name, name) for name in entries.methods()]
        offer(self, "metode", [ANY, *methods])
        offer(self, "satker", [ANY, *entries.work_unit_names()])

    def rows(self) -> PlanEntryRows:
        wanted = self.cleaned_data if self.is_valid() else {}
        found = self.entries
        if text := wanted.get("cari"):
            found = found.matching(text)
        chosen = {"way": "cara", "method": "metode", "work_unit_code": "satker"}
        exact = {column: wanted[name] for column, name in chosen.items() if wanted.get(name)}
        return found.filter(**exact)


class PokjaForm(forms.Form):
    """What the decree of a Pokja says."""

    nama = forms.CharField(label="Nama Pokja", max_length=120)
    nomor = forms.CharField(label="Nomor surat keputusan", max_length=120)
    tanggal = DayField(
        label="Tanggal surat keputusan", required=False, help_text="Misalnya 2 Januari 2025."
    )
    unit = forms.ModelChoiceField(
        WorkUnit.objects.none(), label="Unit tempat Pokja bertugas", required=False
    )

    def __init__(self, pokja: Pokja, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "nama": pokja.name,
            "nomor": pokja.decree,
            "tanggal": pokja.decree_on,
            "unit": pokja.unit_id,
        }
        super().__init__(*args, **kwargs)
        units = WorkUnit.objects.filter(agency=pokja.agency)
        offer_rows(self, "unit", units)

    def decree(self) -> Decree:
        given = self.cleaned_data
        return Decree(given["nama"], given["nomor"], given["tanggal"], given["unit"])


class MembersForm(forms.Form):
    """From when until when each member belongs to the Pokja."""

    def __init__(self, pokja: Pokja, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = list(pokja.members.all())
        for member in self.members:
            for edge, label in (("starts", "sejak"), ("ends", "sampai")):
                self.fields[f"{edge}-{member.pk}"] = DayField(
                    label=f"{member.name}, {label}",
                    required=False,
                    initial=getattr(member, edge),
                )

    def rows(self) -> list[tuple[Any, forms.BoundField, forms.BoundField]]:
        return [(one, self[f"starts-{one.pk}"], self[f"ends-{one.pk}"]) for one in self.members]

    def memberships(self) -> dict[int, Membership]:
        given = self.cleaned_data
        return {
            one.pk: Membership(given[f"starts-{one.pk}"], given[f"ends-{one.pk}"])
            for one in self.members
        }
