"""The minutes as one page: opening, what was said on each point, decisions, promises, report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django import forms

from tolok.outreach.meetings.actions import Promise, Record
from tolok.outreach.meetings.actions.minutes import SAID, TEXTS
from tolok.outreach.models import AgendaItem, Meeting
from tolok.planning.forms.fields import AmountField
from tolok.ui.fields import DayField
from tolok.ui.forms import Together

MOST_ROWS: Final = 60
SPARE: Final = 2
LINES: Final = "Satu baris satu butir."
HINTS: Final = {
    "decisions": LINES,
    "results": f"{LINES} Kosong: laporan memakai keputusan rapat.",
    "conclusions": LINES,
    "suggestions": LINES,
    "remarks": "Satu baris satu tanggapan, diawali siapa yang berbicara dan titik dua.",
}
LABELS: Final = {
    "opening": "Pembukaan",
    "decisions": "Keputusan",
    "closing": "Penutup",
    "results": "Hasil yang dicapai",
    "conclusions": "Kesimpulan",
    "suggestions": "Saran",
    "presented": "Paparan",
    "remarks": "Tanggapan",
    "conclusion": "Kesimpulan",
}
HIGHEST: Final = 100


def text_field(name: str, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=LABELS[name],
        required=False,
        help_text=HINTS.get(name, ""),
        widget=forms.Textarea({"rows": rows}),
    )


class AskedLater(forms.Form):
    """May be empty while the minutes grow, so its fields are not called optional."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_later()

    def ask_later(self) -> None:
        for field in self.fields.values():
            field.asked_later = True  # type: ignore[attr-defined]  # read by ui/field.html


class TextsForm(AskedLater):
    """The texts beside the points, and the test."""

    def __init__(self, meeting: Meeting, data: Any = None) -> None:
        minutes = meeting.minutes
        names = (*TEXTS, "tested", "test_before", "test_after")
        super().__init__(data, initial={name: getattr(minutes, name) for name in names})
        for name in TEXTS:
            self.fields[name] = text_field(name)
        if not meeting.is_workshop:
            self.fields["tested"] = forms.IntegerField(
                label="Peserta yang mengikuti tes", min_value=0, max_value=10_000, required=False
            )
            for name, label in (("test_before", "sebelum"), ("test_after", "sesudah")):
                self.fields[name] = AmountField(
                    label=f"Nilai rata-rata {label} acara", required=False, high=HIGHEST
                )
        self.ask_later()

    def group(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]


class SaidForm(AskedLater):
    """What was said on one point."""

    def __init__(self, item: AgendaItem, data: Any = None) -> None:
        initial = {name: getattr(item, name) for name in SAID}
        super().__init__(data, initial=initial, prefix=f"acara-{item.pk}")
        self.item = item
        for name in SAID:
            self.fields[name] = text_field(name, rows=2)
        self.ask_later()


class FollowUpForm(AskedLater):
    task = forms.CharField(label="Tindak lanjut", max_length=500, required=False)
    owner = forms.CharField(label="Penanggung jawab", max_length=200, required=False)
    due = DayField(label="Batas waktu", required=False)
    proof = forms.CharField(label="Hasil yang ditunjukkan", max_length=200, required=False)


class QuestionForm(AskedLater):
    asker = forms.CharField(label="Penanya (unit kerja)", max_length=200, required=False)
    question = forms.CharField(
        label="Pertanyaan", required=False, widget=forms.Textarea({"rows": 2})
    )
    answer = forms.CharField(label="Jawaban", required=False, widget=forms.Textarea({"rows": 2}))


class OpenMatterForm(AskedLater):
    matter = forms.CharField(label="Hal yang belum disepakati", max_length=500, required=False)
    options = forms.CharField(label="Pilihan", max_length=500, required=False)
    decides = forms.CharField(label="Diputuskan oleh", max_length=200, required=False)


def _rows(form: type[forms.Form]) -> Any:
    return forms.formset_factory(
        form, extra=SPARE, max_num=MOST_ROWS, absolute_max=MOST_ROWS + SPARE
    )


FollowUpRows = _rows(FollowUpForm)
QuestionRows = _rows(QuestionForm)
OpenMatterRows = _rows(OpenMatterForm)


class MinutesForm(Together):
    """All of the page; valid when each part is."""

    def __init__(self, meeting: Meeting, data: Any = None) -> None:
        self.meeting = meeting
        self.texts = TextsForm(meeting, data)
        self.said = [SaidForm(item, data) for item in meeting.agenda.all()]
        self.follow_ups = FollowUpRows(
            data, initial=_values(meeting.follow_ups.all(), FollowUpForm), prefix="janji"
        )
        self.questions = QuestionRows(
            data, initial=_values(meeting.questions.all(), QuestionForm), prefix="tanya"
        )
        self.open_matters = OpenMatterRows(
            data, initial=_values(meeting.open_matters.all(), OpenMatterForm), prefix="terbuka"
        )
        super().__init__(self._single())

    def parts(self) -> Iterator[Any]:
        yield self.texts
        yield from self.said
        yield self.follow_ups
        yield self.open_matters if self.meeting.is_workshop else self.questions

    def is_valid(self) -> bool:
        valid = [part.is_valid() for part in self.parts()]  # each says what is wrong with it
        return all(valid)

    def _single(self) -> Iterator[forms.Form]:
        for part in self.parts():
            yield from part.forms if isinstance(part, forms.BaseFormSet) else (part,)

    def record(self) -> Record:
        """Of the parts that are on the page; the other list stays empty."""
        texts = self.texts.cleaned_data
        is_workshop = self.meeting.is_workshop
        return Record(
            texts={name: texts[name] for name in TEXTS},
            said={form.item.pk: form.cleaned_data for form in self.said},
            follow_ups=tuple(Promise(**row) for row in _filled(self.follow_ups, "task")),
            questions=()
            if is_workshop
            else tuple(
                (row["asker"], row["question"], row["answer"])
                for row in _filled(self.questions, "question")
            ),
            open_matters=tuple(
                (row["matter"], row["options"], row["decides"])
                for row in _filled(self.open_matters, "matter")
            )
            if is_workshop
            else (),
            tested=texts.get("tested") or 0,
            test_before=texts.get("test_before"),
            test_after=texts.get("test_after"),
        )


def _values(rows: Any, form: type[forms.Form]) -> list[dict[str, Any]]:
    return [{name: getattr(one, name) for name in form.base_fields} for one in rows]


def _filled(rows: Any, needed: str) -> list[dict[str, Any]]:
    """Rows with what makes them one; a row that was emptied is gone."""
    return [form.cleaned_data for form in rows.forms if form.cleaned_data.get(needed)]
