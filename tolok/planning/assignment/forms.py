"""What people fill in to assign the coordinator."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from tolok.core.blank import lines_of
from tolok.cycle.models import FiscalYear
from tolok.people.models import Office, Role
from tolok.planning.assignment.letter import IN_TEAM, SIGNERS, Assignment, in_office, usual
from tolok.ui.fields import DayField


class AssignmentForm(forms.Form):
    """The letter, sentence by sentence; persons come from the offices held today."""

    koordinator = forms.TypedChoiceField(label="Yang ditugaskan", coerce=int)
    sebagai = forms.CharField(label="Ditugaskan sebagai", max_length=200)
    dasar = forms.CharField(
        label="Dasar", widget=forms.Textarea({"rows": 6}), help_text="Satu baris satu dasar."
    )
    tugas = forms.CharField(
        label="Tugas", widget=forms.Textarea({"rows": 7}), help_text="Satu baris satu tugas."
    )
    mulai = DayField(label="Mulai bertugas")
    selesai = DayField(label="Sampai dengan")
    pelaporan = forms.CharField(
        label="Pelaporan", max_length=500, widget=forms.Textarea({"rows": 2})
    )
    tim = forms.TypedMultipleChoiceField(
        label="Anggota tim",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Menjadi lampiran surat tugas.",
    )
    penanda_tangan = forms.TypedChoiceField(label="Penanda tangan", coerce=int)
    tembusan = forms.CharField(
        label="Tembusan",
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text="Satu baris satu penerima.",
    )

    def __init__(self, year: FiscalYear, facts: dict[str, Any] | None, data: Any = None) -> None:
        """With what the draft says, or with what such letters usually say."""
        super().__init__(data)
        self.offices: dict[int, Office] = {}
        self._offer("koordinator", in_office([Role.COORDINATOR], year.agency))
        self._offer("penanda_tangan", in_office(SIGNERS, year.agency))
        self._offer("tim", in_office(IN_TEAM, year.agency))
        if not self.lacking:
            self.initial = _initial(usual(year))
        if facts:
            self.initial = {**self.initial, **_from_facts(facts, self.offices.values())}

    def _offer(self, name: str, offices: list[Office]) -> None:
        self.offices |= {one.pk: one for one in offices}
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - says its type
        field.choices = [(one.pk, f"{one.user}, {one.acting_title}") for one in offices]

    @property
    def lacking(self) -> str:
        """Which offices nobody holds yet; "" when the letter can be written."""
        roles = {"koordinator": "Koordinator", "penanda_tangan": "Kepala UKPBJ atau Ketua Tim"}
        empty = (role for name, role in roles.items() if not self.fields[name].choices)  # type: ignore[attr-defined]
        return " dan ".join(empty)

    def assignment(self) -> Assignment:
        given = self.cleaned_data
        return Assignment(
            coordinator=self.offices[given["koordinator"]],
            coordinator_role=given["sebagai"],
            legal_basis=lines_of(given["dasar"]),
            tasks=lines_of(given["tugas"]),
            starts=given["mulai"],
            ends=given["selesai"],
            reporting=given["pelaporan"],
            signer=self.offices[given["penanda_tangan"]],
            copies=lines_of(given["tembusan"]),
            team=tuple(self.offices[pk] for pk in given["tim"]),
        )


class OutsideForm(forms.Form):
    """A letter that was issued elsewhere."""

    nomor = forms.CharField(label="Nomor surat tugas", max_length=200)
    tanggal = DayField(label="Tanggal surat tugas")
    pindaian = forms.FileField(label="Pindaian", help_text="PDF, JPG, atau PNG.")

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, auto_id="luar_%s")


def _initial(given: Assignment) -> dict[str, Any]:
    return {
        "koordinator": given.coordinator.pk,
        "sebagai": given.coordinator_role,
        "dasar": "\n".join(given.legal_basis),
        "tugas": "\n".join(given.tasks),
        "mulai": given.starts,
        "selesai": given.ends,
        "pelaporan": given.reporting,
        "tim": [office.pk for office in given.team],
        "penanda_tangan": given.signer.pk,
        "tembusan": "\n".join(given.copies),
    }


def _from_facts(facts: dict[str, Any], offices: Iterable[Office]) -> dict[str, Any]:
    """What a draft says; persons who left their office since are to be chosen again."""
    at = {(office.user.name, office.acting_title): office.pk for office in offices}
    people = {
        "koordinator": _found(at, facts["coordinator"]),
        "penanda_tangan": next(
            (pk for (name, _), pk in at.items() if name == facts["signer"]["name"]), None
        ),
    }
    team = [_found(at, member["official"]) for member in facts["team"]]
    return {
        "sebagai": facts["coordinator_role"],
        "dasar": "\n".join(facts["legal_basis"]),
        "tugas": "\n".join(facts["tasks"]),
        "mulai": date.fromisoformat(facts["starts"]),
        "selesai": date.fromisoformat(facts["ends"]),
        "pelaporan": facts["reporting"],
        "tembusan": "\n".join(facts["copies"]),
        "tim": [pk for pk in team if pk],
        **{name: pk for name, pk in people.items() if pk},
    }


def _found(at: dict[tuple[str, str], int], official: dict[str, str]) -> int | None:
    return at.get((official["name"], official["office"]))
