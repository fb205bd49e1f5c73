"""One person once on a list, and remarks as people type them."""

import pytest

from tolok.core.blank import lines_of
from tolok.core.meetings import Said, identity, remarks_in

UNIT = "Dinas Kesehatan"


@pytest.mark.parametrize(
    "typed",
    [
        "Hanimora Seludawe",
        "hanimora  SELUDAWE",
        "Ibu Hanimora Seludawe",
        "dr. Hj. Hanimora Seludawe, S.K.M., M.Kes.",
    ],
)
def test_titles_capitals_and_spaces_do_not_make_another_person(typed):
    assert identity(typed, "DINAS  KESEHATAN") == identity("Hanimora Seludawe", UNIT)


def test_one_name_in_two_units_is_two_people():
    assert identity("Borinaga", UNIT) != identity("Borinaga", "Dinas Pendidikan")


def test_a_name_that_is_only_a_title_stays_a_name():
    assert identity("Ir", UNIT) != identity("", UNIT)


def test_a_remark_names_its_speaker_before_the_colon():
    text = "Dinas Kesehatan: kode RUP diumumkan pukul 10:00\n\nSemua setuju"

    said = remarks_in(text)

    assert said == (
        Said("Dinas Kesehatan", "kode RUP diumumkan pukul 10:00"),
        Said("", "Semua setuju"),
    )


def test_lists_are_typed_one_entry_a_line():
    assert lines_of(" satu \n\n dua") == ("satu", "dua")
