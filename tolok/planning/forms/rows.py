"""The rows of a plan as forms, saved field by field; nothing is required while it is a draft."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final, TypeAlias

from django import forms
from django.forms import BoundField
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from tolok.planning.actions.fields import token
from tolok.planning.forms.fields import AmountField, VariablesField
from tolok.planning.models import Action, Goal, PlannedIndicator, StrategicArea
from tolok.planning.models.aims import MEASURES
from tolok.planning.rows import Row, label_of
from tolok.ui.fields import DayField, offer_rows

UNITS: Final = "unit-dikenal"  # ids of lists that the row's page holds
PERSONS: Final = "orang-dikenal"
SHOWN: Final = "dasar-"  # prefix of the hidden inputs with what a person was shown
Groups: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


def some_lines(hint: str = "", rows: int = 2) -> forms.CharField:
    return forms.CharField(widget=forms.Textarea({"rows": rows}), required=False, help_text=hint)


def one_line(hint: str = "", longest: int = 300, *, known: str = "") -> forms.CharField:
    """With `known`, the id of a list on the page whose texts are offered."""
    widget = forms.TextInput({"list": known} if known else {})
    return forms.CharField(required=False, help_text=hint, max_length=longest, widget=widget)


class RowForm(forms.Form):
    """A form over one row: its labels, its values, and the tokens of what was shown."""

    GROUPS: ClassVar[Groups] = ()
    MAY_STAY_EMPTY: ClassVar[frozenset[str]] = frozenset()  # the others are asked for in the end

    def __init__(self, row: Row, data: Any = None) -> None:
        super().__init__(data)
        self.row = row
        self.changed: frozenset[str] = frozenset()  # by this person, just now
        for name, field in self.fields.items():
            field.label = field.label or label_of(row, name)
            self.initial[name] = getattr(row, name)
            field.asked_later = name not in self.MAY_STAY_EMPTY  # type: ignore[attr-defined]

    def close(self, *, unless: bool) -> None:
        """What cannot be saved cannot be typed: words would be lost."""
        for field in self.fields.values():
            field.disabled = not unless

    def values(self) -> dict[str, Any]:
        """Those that could be read."""
        sent = {name for name in self.fields if self.add_prefix(name) in self.data}
        return {name: value for name, value in self.cleaned_data.items() if name in sent}

    def seen(self) -> dict[str, str]:
        given: Mapping[str, str] = self.data
        return {name: given[SHOWN + name] for name in self.fields if SHOWN + name in given}

    def tokens(self) -> SafeString:
        """Hidden inputs; a page just saved sends the new ones back."""
        pairs = ((SHOWN + name, self._token(name)) for name in self.fields)
        return format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs)

    def _token(self, name: str) -> str:
        """Of what the page shows. Where a colleague's text is kept that this page does not show,
        the old one stays: typing on, even in another field, must not take that text back."""
        kept = token(getattr(self.row, name))
        seen = self.seen().get(name) if self.is_bound else None
        if seen is None or name in self.changed:
            return kept
        shows = name in self.cleaned_data and token(self.cleaned_data[name]) == kept
        return kept if shows else seen

    def groups(self) -> list[tuple[str, list[BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in self.GROUPS]


class DirectionForm(RowForm):
    """What stands above the goals."""

    GROUPS = (("", ("vision", "missions", "background")),)
    MAY_STAY_EMPTY = frozenset({"background"})

    vision = some_lines("Satu kalimat: pengadaan seperti apa yang dituju.")
    missions = some_lines("Satu misi satu baris.", rows=4)
    background = some_lines("Mengapa rencana ini, misalnya hasil evaluasi tahun lalu.", rows=4)


class GoalForm(RowForm):
    GROUPS = (("", ("text", "source", "letter", "reference", "organisation_goal")),)
    MAY_STAY_EMPTY = frozenset({"letter", "reference", "organisation_goal"})

    text = some_lines(rows=3)
    source = forms.ChoiceField(choices=Goal.Source.choices, required=False)
    letter = forms.ChoiceField(
        choices=[("", "tanpa huruf"), *((one, one) for one in "abcdefgh")],
        required=False,
        label="Huruf Pasal 4",
    )
    reference = one_line("Misalnya RPJMD 2025-2029, misi 3; atau disposisi beserta tanggalnya.")
    organisation_goal = some_lines("Dari RPJMD, RKPD, atau Renstra yang dirujuk.")


class AreaForm(RowForm):
    GROUPS = (("", ("name", "measures", "reason")),)
    MAY_STAY_EMPTY = frozenset({"reason"})

    name = one_line("Misalnya Infrastruktur jalan, Layanan kesehatan, Tata kelola.", 200)
    measures = forms.ChoiceField(
        choices=MEASURES,
        required=False,
        help_text="Empat yang pertama harus diukur setiap rencana (LKPP, V7).",
    )
    reason = some_lines("Mengapa area ini dipilih.")


def _choices(name: str) -> forms.ChoiceField:
    column: Any = PlannedIndicator._meta.get_field(name)
    return forms.ChoiceField(choices=column.choices, required=False)


class ManualForm(RowForm):
    """The manual of an indicator (domain rules 4.2)."""

    GROUPS = (
        ("Apa yang diukur", ("name", "goal", "area", "measures", "definition", "kind")),
        ("Siapa dan seberapa penting", ("owner_unit", "owner_person", "weight")),
        (
            "Cara menghitung dan membaca",
            (
                "formula",
                "variables",
                "unit",
                "decimals",
                "direction",
                "met",
                "near",
                "consolidation",
            ),
        ),
        (
            "Asal dan waktu",
            ("source", "collection", "monitoring", "reporting", "legal_basis", "notes"),
        ),
    )
    MAY_STAY_EMPTY = frozenset({"weight", "variables", "collection", "legal_basis", "notes"})

    name = one_line()
    goal = forms.ModelChoiceField(Goal.objects.none(), required=False, empty_label="Pilih tujuan")
    area = forms.ModelChoiceField(
        StrategicArea.objects.none(), required=False, empty_label="Pilih area"
    )
    measures = _choices("measures")
    definition = some_lines()
    kind = _choices("kind")
    owner_unit = one_line("Misalnya Sub Bagian Pengelolaan PBJ, atau satkernya.", known=UNITS)
    owner_person = one_line("Nama jabatan atau nama orangnya.", 200, known=PERSONS)
    weight = AmountField(
        high=100, required=False, help_text="Persen; semua diisi atau semua kosong."
    )
    formula = some_lines("Dalam kata: apa dibagi apa.")
    variables = VariablesField(
        required=False, help_text="Satu baris satu variabel: nama: arti (sumber)."
    )
    unit = one_line("Misalnya %, hari, atau paket.", 30)
    decimals = AmountField(high=4, required=False)
    direction = _choices("direction")
    met = AmountField(high=1000, required=False)
    near = AmountField(high=1000, required=False)
    consolidation = _choices("consolidation")
    source = one_line()
    collection = one_line()
    monitoring = _choices("monitoring")
    reporting = _choices("reporting")
    legal_basis = one_line()
    notes = some_lines()

    def __init__(self, row: PlannedIndicator, data: Any = None) -> None:
        super().__init__(row, data)
        self._choose("goal", row.version.goals.all())
        self._choose("area", row.version.areas.all())

    def _choose(self, name: str, rows: Any) -> None:
        offer_rows(self, name, rows)

    def _whole(self, name: str) -> int:
        """An emptied number falls back to what it was."""
        value = self.cleaned_data[name]
        return int(getattr(self.row, name) if value is None else value)

    def clean_decimals(self) -> int:
        return self._whole("decimals")

    def clean_met(self) -> int:
        return self._whole("met")

    def clean_near(self) -> int:
        return self._whole("near")


class ActionForm(RowForm):
    MAY_STAY_EMPTY = frozenset(
        {"units", "budget", "milestone_1", "milestone_2", "milestone_3", "milestone_4"}
    )
    GROUPS = (
        ("Apa", ("activity", "output")),
        ("Siapa", ("owner_unit", "owner_person", "units")),
        ("Kapan dan dengan apa", ("starts", "ends", "budget")),
        (
            "Target per triwulan",
            ("milestone_1", "milestone_2", "milestone_3", "milestone_4"),
        ),
    )

    activity = some_lines()
    output = some_lines("Yang menunjukkan bahwa kegiatan ini terlaksana.")
    owner_unit = one_line(known=UNITS)
    owner_person = one_line(longest=200, known=PERSONS)
    units = one_line("Misalnya PPK; Pokja Pemilihan.")
    starts = DayField(required=False, help_text="Misalnya 15 Januari atau 15/1, dengan tahunnya.")
    ends = DayField(required=False)
    budget = AmountField(required=False, help_text="Rupiah; kosong berarti tanpa anggaran khusus.")
    milestone_1 = one_line(longest=200)
    milestone_2 = one_line(longest=200)
    milestone_3 = one_line(longest=200)
    milestone_4 = one_line(longest=200)

    def __init__(self, row: Action, data: Any = None) -> None:
        super().__init__(row, data)
        self.fields["starts"].help_text = f"Misalnya 15 Januari {row.version.year}."
