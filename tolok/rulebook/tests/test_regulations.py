"""What a letter cites follows its own date, not the day it is read."""

from datetime import date

import pytest

from tolok.core.regulations import cited, listed, recited
from tolok.rulebook.regulations import regulations

BEFORE = "Peraturan Presiden Nomor 16 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah"
ONCE = f"{BEFORE} sebagaimana diubah dengan Peraturan Presiden Nomor 12 Tahun 2021"
TWICE = (
    f"{BEFORE} sebagaimana telah beberapa kali diubah, terakhir dengan "
    "Peraturan Presiden Nomor 46 Tahun 2025"
)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2020, 3, 9), BEFORE),
        (date(2021, 2, 2), ONCE),
        (date(2025, 1, 2), ONCE),
        (date(2025, 4, 30), TWICE),
    ],
)
def test_a_letter_cites_the_regulation_as_it_was_amended_on_its_day(day, first):
    assert cited(regulations(), day)[0] == first


def test_of_one_subject_the_latest_in_force_is_cited_and_nothing_before_the_first():
    assert cited(regulations(), date(2020, 3, 9))[1:] == (
        "Peraturan LKPP Nomor 14 Tahun 2018 tentang Unit Kerja Pengadaan Barang/Jasa",
    )
    assert "Nomor 10 Tahun 2021" in cited(regulations(), date(2024, 3, 21))[2]
    assert cited(regulations(), date(2010, 1, 1)) == ()


def test_a_letter_with_another_date_is_put_in_the_words_of_that_day():
    own = "Keputusan Bupati Nomor 5 Tahun 2024;"

    lines = recited((f"{TWICE};", own, "SOP Pengelolaan Kinerja."), regulations(), date(2025, 1, 2))

    assert lines == (f"{ONCE};", own, "SOP Pengelolaan Kinerja.")


def test_what_was_not_in_force_yet_is_left_out_and_the_list_still_ends_well():
    lines = listed((*cited(regulations(), date(2025, 1, 2)), "SOP Pengelolaan Kinerja"))

    early = recited(lines, regulations(), date(2020, 3, 9))

    assert len(lines) == 4
    assert early[1].endswith("Unit Kerja Pengadaan Barang/Jasa; dan")
    assert early[2:] == ("SOP Pengelolaan Kinerja.",)


def test_a_list_ends_as_letters_write_it():
    assert listed(("a", "b", "c")) == ("a;", "b; dan", "c.")
    assert listed(("a",)) == ("a.",)
    assert listed(()) == ()
