import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.verification import SIGNS, code_of, read_code

DRAWN = st.text(SIGNS, min_size=7, max_size=7)


def test_a_code_is_eight_signs_that_are_not_misread():
    assert code_of("7K3M9QX") == "7K3M-9QXF"
    assert not set("01ILOU") & set(SIGNS)


@pytest.mark.parametrize("typed", ["7K3M-9QXF", "7k3m-9qxf", " 7K3M-9QXF ", "7 K 3 M 9 Q X F"])
def test_a_code_is_read_as_people_type_it(typed):
    assert read_code(typed) == "7K3M-9QXF"


@pytest.mark.parametrize(
    "typed", ["", "7K3M", "7K3M-9QX0", "7K3M-9QXF2", "7K3M-9QX/", "\u0667K3M-9QXE"]
)
def test_what_is_no_code_is_refused(typed):
    assert read_code(typed).rule == "KV-01"


@given(drawn=DRAWN)
def test_every_code_is_read_back(drawn):
    assert read_code(code_of(drawn)).replace("-", "")[:-1] == drawn


@given(drawn=DRAWN, place=st.integers(0, 7), other=st.sampled_from(SIGNS))
def test_one_misread_sign_is_always_found(drawn, place, other):
    """KV-02."""
    signs = list(code_of(drawn).replace("-", ""))
    if signs[place] == other:
        return

    signs[place] = other

    assert read_code("".join(signs)).rule == "KV-02"
