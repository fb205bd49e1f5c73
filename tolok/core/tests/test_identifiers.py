import pytest

from tolok.core.identifiers import is_whole_nip, nip_digits, npwp16


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("02.942.721.8-701.000", "0029427218701000"),
        ("02.942.721.8-701-000", "0029427218701000"),
        ("029427218701000", "0029427218701000"),
        ("0029427218701000", "0029427218701000"),
        ("29427218701000", "0029427218701000"),
        ("29427218701000.0", "0029427218701000"),
        ("6271010101900001", "6271010101900001"),
        (" 02.942.721.8-701.000 ", "0029427218701000"),
        ("__.___.___._-___.___", None),
        ("00.000.000.0-000.000", None),
        ("0", None),
        ("", None),
        (None, None),
        ("-", None),
        ("02.942.721.8", None),
        ("12345678901234567", None),
        ("*********082", None),
    ],
)
def test_every_spelling_of_an_npwp_is_one_number(written, normal):
    """R-25, quirk 11."""
    assert npwp16(written) == normal


def test_the_first_text_with_a_number_counts():
    assert npwp16("", None, "__.___", "02.942.721.8-701.000", "1") == "0029427218701000"
    assert npwp16() is None


@pytest.mark.parametrize(
    ("written", "digits", "whole"),
    [
        ("19710205 2007011018", "197102052007011018", True),
        ("19700610 199201 1 002", "197006101992011002", True),
        ("198908112011011000", "198908112011011000", True),
        ("19890811201101101", "19890811201101101", False),
        ("***************003", "***************003", False),
        (None, "", False),
    ],
)
def test_a_nip_loses_its_blanks_and_nothing_else(written, digits, whole):
    """R-24, quirk 10."""
    assert nip_digits(written) == digits
    assert is_whole_nip(digits) is whole
