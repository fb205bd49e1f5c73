"""What people fill in about reminders."""

from collections.abc import Sequence
from typing import Any

from django import forms

from tolok.core.reminding import Policy
from tolok.people.models import User


def _days(label: str, help_text: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, help_text=help_text)


class PolicyForm(forms.Form):
    first = _days("Pengingat pertama", "Hari kerja sebelum batas waktu; 0: tidak ada.")
    second = _days("Pengingat kedua", "Hari kerja sebelum batas waktu; 0: tidak ada.")
    late_every = _days("Sesudah batas waktu, setiap", "Hari kerja; 0: tidak diingatkan lagi.")
    escalate_after = _days(
        "Jabatan di atasnya diberi tahu setelah",
        "Hari kerja lewat batas waktu; jabatan berikutnya setelah dua kalinya. 0: tidak pernah.",
    )

    @property
    def policy(self) -> Policy:
        given = self.cleaned_data
        return Policy(
            before=(given["first"], given["second"]),
            late_every=given["late_every"],
            escalate_after=given["escalate_after"],
        )


class TextForm(forms.Form):
    """To whom it was sent: somebody the task concerns."""

    def __init__(self, persons: Sequence[User], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.persons = {str(one.pk): one for one in persons}
        choices = [(key, str(one)) for key, one in self.persons.items()]
        self.fields["kepada"] = forms.ChoiceField(label="Kepada", choices=choices)

    def person(self) -> User:
        return self.persons[self.cleaned_data["kepada"]]


class AnswerForm(forms.Form):
    berkas = forms.FileField(label="Foto atau berkas jawaban", help_text="PDF, JPG, atau PNG.")
