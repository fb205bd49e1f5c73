"""What a person typed becomes the one spelling of a value, or is refused with the reason."""

import pytest

from tolok.core.problem import RefusedError
from tolok.registry.corrections.values import editable_field, read_value

READ = [  # field, as typed, as stored
    ("nilai_kontrak", "Rp1.234.567,50", "1234567.50"),
    ("nilai_kontrak", "900", "900.00"),
    ("nilai_kontrak", "0", "0.00"),
    ("nilai_kontrak", "", ""),
    ("jumlah_penawar", "3", "3"),
    ("jumlah_penawar", "", ""),
    ("tgl_bast", "10 Oktober 2025", "2025-10-10"),
    ("tgl_bast", "2025-10-10", "2025-10-10"),
    ("tgl_bast", "", ""),
    ("status", "gagal", "gagal"),
]
REFUSED = [  # field, as typed, the kind of rule that says why
    ("nilai_kontrak", "1.234", "N-"),
    ("nilai_kontrak", "sembilan ratus", "N-"),
    ("nilai_kontrak", "-900", "K-02"),
    ("jumlah_penawar", "2,5", "K-02"),
    ("jumlah_penawar", "-1", "K-02"),
    ("jumlah_penawar", "5000000", "K-02"),
    ("tgl_bast", "31 Februari 2025", "D-"),
    ("tgl_bast", "besok", "D-"),
    ("status", "beres", "K-02"),
    ("status", "", "K-02"),
]


@pytest.mark.parametrize(("field", "text", "stored"), READ)
def test_one_value_has_one_spelling(field, text, stored):
    assert read_value(editable_field(field), text) == stored


@pytest.mark.parametrize(("field", "text", "rule"), REFUSED)
def test_what_cannot_be_so_is_refused_and_says_where(field, text, rule):
    known = editable_field(field)

    with pytest.raises(RefusedError) as refusal:
        read_value(known, text)

    (problem,) = refusal.value.problems
    assert problem.rule.startswith(rule)
    assert problem.where == known.label
