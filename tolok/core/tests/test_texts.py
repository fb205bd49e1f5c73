from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.problem import Problem
from tolok.core.texts import (
    ConsortiumMember,
    TimeUnit,
    WorkTime,
    consortium_members,
    plain_text,
    work_time,
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Rehabilitasi&nbsp;gedung</p>\n", "Rehabilitasi gedung"),
        ("<ol><li>Satu</li><li>Dua</li></ol>", "Satu\nDua"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("1.\tPagar_x000d_\n2. Atap", "1. Pagar\n2. Atap"),
        ("<script>alert(1)</script><style>p{}</style>Isi", "Isi"),
        ("5 < 6 &amp; 7 &gt; 2", "5 < 6 & 7 > 2"),
        ("Baja & besi", "Baja & besi"),
        ("<p></p>", ""),
        ("", ""),
    ],
)
def test_html_becomes_what_a_reader_sees(html, text):
    """R-28, quirk 16."""
    assert plain_text(html) == text


@given(st.text(st.characters(categories=["L", "N"]) | st.sampled_from("<>&;/ \n"), max_size=60))
def test_any_text_can_be_read_as_html(html):
    assert isinstance(plain_text(html), str)


def test_members_of_a_joint_operation():
    """R-27, quirk 16."""
    text = (
        "Nama Anggota KSO: Contoh Multi Jasa, PT, NPWP Anggota KSO: 01.234.567.8-901.000, "
        "Jenis Anggota KSO: Kemitraan, Nilai Anggota KSO: 2.938.727.850,00; "
        "Nama Anggota KSO: CV. Teladan, NPWP Anggota KSO: __.___, Jenis Anggota KSO: Kemitraan, "
        "Nilai Anggota KSO: 0,00"
    )

    assert consortium_members(text) == (
        ConsortiumMember(
            "Contoh Multi Jasa, PT", "0012345678901000", "Kemitraan", Decimal("2938727850.00")
        ),
        ConsortiumMember("CV. Teladan", None, "Kemitraan", None),
    )


@pytest.mark.parametrize("text", [None, "", "-", "bukan KSO"])
def test_without_members_there_are_none(text):
    assert consortium_members(text) == ()


def test_a_text_that_was_cut_off_gives_what_it_has():
    [member] = consortium_members("Nama Anggota KSO: PT. Teladan, NPWP Anggota KSO: 01")

    assert (member.name, member.npwp, member.kind, member.value) == ("PT. Teladan", None, "", None)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("45 Hari Kalender", WorkTime(45, TimeUnit.DAYS)),
        ("14 (empat belas) hari kalender", WorkTime(14, TimeUnit.DAYS)),
        ("14 ( empat belas ) hari Kelander", WorkTime(14, TimeUnit.DAYS)),
        ("Selama 45 (empat puluh lima) hari kalender", WorkTime(45, TimeUnit.DAYS)),
        ("150 kalender", WorkTime(150, TimeUnit.DAYS)),
        ("20 Hari Kerja", WorkTime(20, TimeUnit.WORKING_DAYS)),
        ("20 hari kerja, 1 bulan", WorkTime(20, TimeUnit.WORKING_DAYS)),
        ("30 hari kalender, 1 bulan", WorkTime(30, TimeUnit.DAYS)),
        ("11 bulan", WorkTime(11, TimeUnit.MONTHS)),
        (
            "12 Bulan dari 6 Januari 2024 sampai dengan 31 Desember 2024",
            WorkTime(12, TimeUnit.MONTHS),
        ),
        ("1 (satu) tahun", WorkTime(1, TimeUnit.YEARS)),
    ],
)
def test_a_duration_is_read_as_agreed(text, time):
    """R-26, quirk 15: months are not turned into days."""
    assert work_time(text) == time


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hari Kalender", "jumlah"),
        ("5", "satuan"),
        ("60 (Enam Puluh)", "satuan"),
        ("3O hari kalender", "satuan"),
        ("2,5 bulan", "bulat"),
        ("sesuai kontrak", "jumlah"),
    ],
)
def test_a_duration_that_is_not_stated_says_what_is_missing(text, reason):
    """R-26, quirk 15."""
    problem = work_time(text)

    assert isinstance(problem, Problem)
    assert (problem.rule, reason in problem.message) == ("R-26", True)


@pytest.mark.parametrize("text", [None, "", " - "])
def test_an_empty_duration_is_missing(text):
    assert work_time(text) is None
