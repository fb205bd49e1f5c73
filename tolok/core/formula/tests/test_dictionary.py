"""The data dictionary as parsed from TOML."""

import pytest

from tolok.core.formula import Dictionary, FieldType
from tolok.core.formula.bounds import missing_bounds
from tolok.core.formula.testing import FIELDS, make_dictionary
from tolok.core.problem import RefusedError


def test_a_field_knows_what_the_file_says():
    field = make_dictionary()["nilai_kontrak"]

    assert (field.label, field.type, field.uncertain) == ("Nilai kontrak", FieldType.MONEY, True)
    assert (field.columns, field.choices, field.editable) == ((), (), False)


def test_what_a_package_lacks_is_the_missing_text_or_the_label():
    dictionary = make_dictionary()

    assert dictionary["tgl_bast"].lacking == "tanggal BAST"
    assert dictionary["nama_paket"].lacking == "Nama paket"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"label": "X", "type": "uang", "tipe": "x"}, "“tipe”"),
        ({"label": "X", "type": "bilangan"}, "“type”"),
        ({"type": "uang"}, "“label” belum ada"),
        ({"label": "X", "type": "teks", "choices": "a, b"}, "“choices”"),
        ({"label": "X", "type": "uang", "uncertain": "ya"}, "“uncertain”"),
        ("uang", "bukan kolom"),
    ],
)
def test_a_wrong_field_is_refused_with_its_name_and_key(table, told):
    with pytest.raises(RefusedError) as refusal:
        Dictionary.from_mapping({**FIELDS, "aneh": table})

    (problem,) = refusal.value.problems
    assert (problem.rule, problem.where) == ("F-31", "fields.toml, [aneh]")
    assert told in problem.message


@pytest.mark.parametrize("name", ["nilai kontrak", "nilai-kontrak", "1a", "nilai_é"])
def test_a_field_has_a_name_a_formula_can_write(name):
    with pytest.raises(RefusedError) as refusal:
        make_dictionary(**{name: {"label": "X", "type": "uang"}})

    assert refusal.value.problems[0].rule == "F-31"


def test_a_bound_that_cannot_be_read_is_refused():
    wrong = {"label": "X", "type": "uang", "uncertain": True, "highest": "hpss"}

    with pytest.raises(RefusedError) as refusal:
        missing_bounds(make_dictionary(aneh=wrong))

    assert refusal.value.problems[0].rule == "F-32"
    assert "hps?" in refusal.value.problems[0].message
