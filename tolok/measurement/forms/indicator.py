"""The attributes of an indicator as a form; what they mean is checked where they are read."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.forms import BoundField

from tolok.core.achievement import Direction
from tolok.core.formula import FieldType
from tolok.core.indicator import Consolidation, Frequency, Kind
from tolok.core.indicator.reading import KEYS, MOST_DECIMALS
from tolok.core.problem import Problem
from tolok.measurement.attributes import ROW_KINDS
from tolok.measurement.forms.stored import LEFT_OUT, needed, stored
from tolok.measurement.showing import AREAS, BETTER
from tolok.measurement.trial import Tried
from tolok.registry.dictionary import dictionary
from tolok.ui.fields import DayField

OTHER_AREA: Final = "Lainnya"
DATES: Final = [
    (one.name, one.label) for one in dictionary().fields.values() if one.type is FieldType.DATE
]


def label(key: str) -> str:
    return KEYS[key].capitalize().replace("pbj", "PBJ")


def text(key: str, hint: str = "", *, lines: int = 0, code: bool = False) -> forms.CharField:
    attributes = {"class": "code", "spellcheck": "false"} if code else {}
    widget = forms.Textarea(attributes | {"rows": lines}) if lines else forms.TextInput(attributes)
    return forms.CharField(label=label(key), help_text=hint, widget=widget, required=False)


def choice(key: str, words: Iterable[str], hint: str = "") -> forms.ChoiceField:
    choices = [(str(word), str(word)) for word in words]
    return forms.ChoiceField(label=label(key), choices=choices, help_text=hint)


def several(key: str, choices: Iterable[tuple[str, str]], hint: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label(key),
        choices=list(choices),
        help_text=hint,
        widget=forms.CheckboxSelectMultiple,
        required=key == "rows",
    )


class IndicatorForm(forms.Form):
    """One field for each attribute, and why they change."""

    # What is measured
    code = text("code", "Huruf besar dan angka, misalnya B4. Tidak berubah lagi kemudian.")
    name = text("name")
    definition = text("definition", "Satu kalimat: apa dibagi apa, dari paket yang mana.", lines=2)
    area = choice("area", [*AREAS, OTHER_AREA])
    kind = choice("kind", Kind)
    goal = text("goal", lines=2)

    # How it is computed
    formula = text(
        "formula", "Misalnya 100 * (sum(hps) - sum(nilai_kontrak)) / sum(hps)", lines=3, code=True
    )
    filter = text(
        "filter", "Paket mana yang dihitung, misalnya status = 'selesai'", lines=2, code=True
    )
    scope = several(
        "scope",
        [(name, name) for name in dictionary()["mtd_pemilihan"].choices],
        "Tidak ada yang dipilih berarti semua metode.",
    )
    reference_date = forms.ChoiceField(
        label=label("reference_date"),
        choices=DATES,
        help_text="Tanggal yang menempatkan paket pada triwulan.",
    )

    # How it is read
    unit = text("unit", "Misalnya %, hari, atau paket.")
    decimals = forms.TypedChoiceField(
        label=label("decimals"),
        coerce=int,
        choices=[(number, str(number)) for number in range(MOST_DECIMALS + 1)],
    )
    direction = forms.ChoiceField(
        label=label("direction"),
        choices=[(one.value, f"{BETTER[one]} makin baik") for one in Direction],
    )

    # Where it comes from, how often, how long
    needs = text("needs", "Hanya bila rumusnya kosong: data apa yang masih diperlukan.")
    rows = several("rows", ROW_KINDS.items(), "Biasanya paket pengadaan saja.")
    must_exist = text(
        "must_exist",
        "Satu syarat per baris. Tanpa satu pun baris seperti itu, nilainya tidak dihitung.",
        lines=2,
        code=True,
    )
    consolidation = choice("consolidation", Consolidation)
    threshold_met = forms.IntegerField(label=f"{label('threshold_met')} (%)", required=False)
    threshold_near = forms.IntegerField(label=f"{label('threshold_near')} (%)", required=False)
    source = text("source")
    collection = text("collection")
    monitoring = choice("monitoring", Frequency)
    reporting = choice("reporting", Frequency)
    legal_basis = text("legal_basis")
    valid_from = DayField(label=label("valid_from"), required=False)
    valid_to = DayField(label=label("valid_to"), required=False)

    # Why it changes, and the result that was looked at before
    reason = forms.CharField(
        label="Alasan",
        help_text="Dibaca siapa pun yang memeriksa angka ini kelak.",
        required=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    WHAT = ("code", "name", "definition", "area", "kind", "goal")
    HOW = ("formula", "filter", "scope", "reference_date")
    READ = ("unit", "decimals", "direction")

    MUST = (
        "code",
        "name",
        "definition",
        "goal",
        "formula",
        "unit",
        "source",
        "valid_from",
        "reason",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A formula may be missing when something else is needed first; a reason, when trying."""
        super().__init__(*args, **kwargs)
        given = self.data if self.is_bound else self.initial
        spared = {"formula": bool(given.get("needs")), "reason": "coba" in given}
        for name in self.MUST:
            self.fields[name].required = not spared.get(name, False)

    def attributes(self) -> dict[str, Any]:
        """As they are stored; one that says no more than being left out is left out."""
        given = {key: stored(key, self.cleaned_data.get(key)) for key in KEYS if key in self.fields}
        given["data_needed"] = needed(given["formula"] or "", given["filter"] or "")
        return {key: value for key, value in given.items() if value != LEFT_OUT.get(key)}

    def code_given(self) -> str:
        return str(self.cleaned_data.get("code", "")).strip()

    def has_seen(self, found: Tried) -> bool:
        """Whether the person has looked at the value this very formula gives."""
        return found.indicator is not None and self.cleaned_data["seen"] == found.indicator.version

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Each problem at its field, with its code, and the field called as the page calls it."""
        for problem in problems:
            key = REASON if problem.where == "alasan" else problem.where
            told = problem.message.replace(f"“{key}”", f"“{KEYS.get(key, key)}”")
            self.add_error(key if key in self.fields else None, f"{problem.rule} {told}")

    def what(self) -> list[BoundField]:
        return [self[name] for name in self.WHAT]

    def how(self) -> list[BoundField]:
        return [self[name] for name in self.HOW]

    def read(self) -> list[BoundField]:
        return [self[name] for name in self.READ]

    def more(self) -> list[BoundField]:
        """What is seldom changed stands behind "Atribut lain"."""
        shown = {*self.WHAT, *self.HOW, *self.READ, REASON}
        return [field for field in self.visible_fields() if field.name not in shown]

    def more_errors(self) -> bool:
        return any(field.errors for field in self.more())


REASON: Final = "reason"
