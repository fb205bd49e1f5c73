"""From the attributes of an indicator, as in its TOML file or its form, to the checked value."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from tolok.core.achievement import Direction
from tolok.core.formula.dictionary import Dictionary, Field, FieldType
from tolok.core.formula.formula import Filter, Formula, read_filter, read_formula
from tolok.core.indicator import refusals
from tolok.core.indicator.indicator import (
    SOP_METHODS,
    Consolidation,
    Frequency,
    Indicator,
    Kind,
    Thresholds,
)
from tolok.core.problem import Problem

Word = TypeVar("Word", bound=StrEnum)
Read = TypeVar("Read", Formula, Filter)


def read_indicator(
    given: Mapping[str, object], dictionary: Dictionary, *, where: str
) -> Indicator | tuple[Problem, ...]:
    """The indicator, or all its problems; `where` is the file or form they are placed in."""
    reader = _Reader(given, dictionary, where)
    indicator = reader.indicator()
    return tuple(reader.problems) or indicator


class _Reader:
    """Takes the attributes one by one and gathers what is wrong, so that all is told at once."""

    def __init__(self, given: Mapping[str, object], dictionary: Dictionary, where: str) -> None:
        self.given = given
        self.dictionary = dictionary
        self.where = where
        self.problems: list[Problem] = []
        for key in given:
            if key not in KEYS:
                self.refuse(key, refusals.unknown_key(key))

    def refuse(self, key: str, problem: Problem) -> None:
        self.problems.append(problem.at(f"{self.where}, {key}" if self.where else key))

    def indicator(self) -> Indicator:
        return Indicator(
            code=self.code(),
            name=self.text("name"),
            goal=self.text("goal"),
            area=self.text("area"),
            definition=self.text("definition"),
            kind=self.word("kind", Kind, Kind.PROCESS),
            formula=self.formula(),
            filter=self.filter(),
            rows=self.listed("rows", self.choices_of("baris"), ("paket",)),
            scope=self.listed("scope", self.choices_of("mtd_pemilihan"), SOP_METHODS),
            reference_date=self.reference_date(),
            must_exist=self.must_exist(),
            needs=self.text("needs", optional=True),
            unit=self.text("unit"),
            decimals=self.decimals(),
            direction=self.word("direction", Direction, None),
            thresholds=self.thresholds(),
            consolidation=self.word("consolidation", Consolidation, Consolidation.RATIO),
            source=self.text("source"),
            collection=self.text("collection", optional=True),
            monitoring=self.word("monitoring", Frequency, Frequency.QUARTERLY),
            reporting=self.word("reporting", Frequency, Frequency.QUARTERLY),
            data_needed=self.listed("data_needed", tuple(self.dictionary.fields), ()),
            legal_basis=self.text("legal_basis", optional=True),
            valid_from=self.day("valid_from") or date.min,
            valid_to=self.day("valid_to", optional=True),
            version=version_of(self.given),
        )

    def text(self, key: str, *, optional: bool = False) -> str:
        value = self.given.get(key, "")
        if not isinstance(value, str):
            self.refuse(key, refusals.wrong_form(key, "teks"))
            return ""
        if not value.strip() and not optional:
            self.refuse(key, refusals.missing(key))
        return value.strip()

    def code(self) -> str:
        code = self.text("code")
        if code and not _CODE.fullmatch(code):
            self.refuse("code", refusals.wrong_form("code", "huruf besar dan angka, misalnya B1"))
        return code

    def word(self, key: str, words: type[Word], usual: Word | None) -> Word:
        value = self.given.get(key, usual)
        if value not in list(words):
            problem = refusals.missing(key) if value is None else refusals.not_among(key, words)
            self.refuse(key, problem)
            return next(iter(words))
        return words(str(value))

    def listed(self, key: str, choices: tuple[str, ...], usual: tuple[str, ...]) -> tuple[str, ...]:
        value = self.given.get(key, list(usual))
        if not isinstance(value, list) or not all(item in choices for item in value):
            self.refuse(key, refusals.not_among(key, choices))
            return usual
        return tuple(value)

    def choices_of(self, name: str) -> tuple[str, ...]:
        return self.dictionary[name].choices

    def decimals(self) -> int:
        value = self.given.get("decimals", 2)
        if type(value) is not int or not 0 <= value <= MOST_DECIMALS:
            self.refuse("decimals", refusals.wrong_form("decimals", "angka 0 sampai 4"))
            return 2
        return value

    def thresholds(self) -> Thresholds:
        usual = Thresholds()
        met = self.given.get("threshold_met", int(usual.met))
        near = self.given.get("threshold_near", int(usual.near))
        if type(met) is not int or type(near) is not int or not 0 <= near <= met:
            form = "dua angka persen, near tidak lebih dari met"
            self.refuse("threshold_met", refusals.wrong_form("threshold_met", form))
            return usual
        return Thresholds(Decimal(met), Decimal(near))

    def day(self, key: str, *, optional: bool = False) -> date | None:
        value = self.given.get(key)
        if value is None and optional:
            return None
        if type(value) is not date:
            self.refuse(key, refusals.wrong_form(key, "tanggal seperti 2025-01-01"))
            return None
        return value

    def reference_date(self) -> Field:
        name = self.text("reference_date")
        field = self.dictionary.get(name)
        if field is None or field.type is not FieldType.DATE:
            self.refuse("reference_date", refusals.wrong_form("reference_date", "kolom tanggal"))
            return next(iter(self.dictionary.fields.values()))
        return field

    def formula(self) -> Formula | None:
        text, needs = self.text("formula", optional=True), self.text("needs", optional=True)
        if bool(text) == bool(needs):
            self.refuse("formula", refusals.formula_or_needs())
        return self.read("formula", text, read_formula)

    def filter(self) -> Filter | None:
        return self.read("filter", self.text("filter", optional=True), read_filter)

    def must_exist(self) -> tuple[Filter, ...]:
        texts = self.given.get("must_exist", [])
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            self.refuse("must_exist", refusals.wrong_form("must_exist", "daftar syarat"))
            return ()
        found = (self.read("must_exist", text, read_filter) for text in texts)
        return tuple(one for one in found if one is not None)

    def read(
        self, key: str, text: str, read: Callable[[str, Dictionary], Read | tuple[Problem, ...]]
    ) -> Read | None:
        if not text:
            return None
        result = read(text, self.dictionary)
        if isinstance(result, tuple):
            for problem in result:
                self.refuse(key, problem)
            return None
        return result


def version_of(given: Mapping[str, object]) -> str:
    """Names what a value depends on: two indicators with the same version give the same value."""
    parts = {key: given.get(key) for key in _DECIDES_THE_VALUE}
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


MOST_DECIMALS: Final = 4
_CODE: Final = re.compile(r"[A-Z][A-Z0-9-]{0,9}")
_DECIDES_THE_VALUE: Final = (
    "formula",
    "filter",
    "rows",
    "scope",
    "must_exist",
    "reference_date",
)
KEYS: Final[Mapping[str, str]] = {
    "code": "kode",
    "name": "nama indikator",
    "goal": "tujuan PBJ",
    "area": "bidang pengukuran",
    "definition": "definisi operasional",
    "kind": "jenis",
    "formula": "rumus",
    "filter": "saringan",
    "rows": "jenis baris",
    "scope": "metode pemilihan",
    "reference_date": "tanggal acuan",
    "must_exist": "data yang harus ada",
    "needs": "yang diperlukan",
    "unit": "satuan",
    "decimals": "desimal",
    "direction": "arah pengukuran",
    "threshold_met": "ambang tercapai",
    "threshold_near": "ambang mendekati",
    "consolidation": "konsolidasi periode",
    "source": "sumber data",
    "collection": "metode pengumpulan",
    "monitoring": "frekuensi monitoring",
    "reporting": "frekuensi pelaporan",
    "data_needed": "data yang dikumpulkan",
    "legal_basis": "dasar hukum",
    "valid_from": "berlaku sejak",
    "valid_to": "berlaku sampai",
}  # attribute -> its name on pages and in refusals
