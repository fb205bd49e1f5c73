from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template

DAY = date(2024, 3, 21)
MOMENT = datetime(2024, 3, 21, 5, 30, tzinfo=UTC)


@dataclass(frozen=True)
class NotMeasured:
    reason: str


def shown(source, value=None):
    return Template("{% load formats %}" + source).render(Context({"v": value}))


@pytest.mark.parametrize(
    ("source", "value", "text"),
    [
        ("{{ v|angka }}", 1234, "1.234"),
        ("{{ v|angka:1 }}", Decimal("31.65"), "31,7"),
        ("{{ v|angka:1 }}", 3, "3,0"),
        ("{{ v|persen:1 }}", Decimal("85.5"), "85,5\u00a0%"),
        ("{{ v|rupiah }}", Decimal("1234567.89"), "Rp1.234.567,89"),
        ("{{ v|rupiah:0 }}", Decimal("1482500000.00"), "Rp1.482.500.000"),
        ("{{ v|rupiah_ringkas }}", Decimal("84123456789"), "Rp84,1\u00a0miliar"),
        ("{{ v|rupiah_ringkas }}", Decimal("1250000000000"), "Rp1,3\u00a0triliun"),
        ("{{ v|rupiah_ringkas }}", Decimal("-2500000"), "-Rp2,5\u00a0juta"),
        ("{{ v|rupiah_ringkas }}", Decimal("750000"), "Rp750.000"),
        ("{{ v|tanggal }}", DAY, "21 Maret 2024"),
        ("{{ v|tanggal_panjang }}", DAY, "Kamis, 21 Maret 2024"),
        ("{{ v|tanggal_pendek }}", DAY, "21/03/2024"),
        ('{{ v|waktu:"WIT" }}', MOMENT, "14.30 WIT"),
        ('{{ v|batas:"WIT" }}', DAY, "Kamis, 21 Maret 2024, 23.59 WIT"),
        ('{{ v|saat:"WIB" }}', MOMENT, "Kamis, 21 Maret 2024, 12.30 WIB"),
    ],
)
def test_values_print_as_indonesian_readers_write_them(source, value, text):
    assert shown(source, value) == text


def test_a_year_is_never_grouped():
    assert shown("{{ v }}", 2024) == "2024"


@pytest.mark.parametrize(
    "source",
    [
        "{{ v|angka:1 }}",
        "{{ v|persen:1 }}",
        "{{ v|rupiah }}",
        "{{ v|rupiah_ringkas }}",
        "{{ v|tanggal }}",
        "{{ v|tanggal_panjang }}",
        "{{ v|tanggal_pendek }}",
        '{{ v|waktu:"WIB" }}',
        '{{ v|batas:"WIB" }}',
        '{{ v|saat:"WIB" }}',
    ],
)
def test_a_missing_value_is_a_dash_that_says_why(source):
    html = shown(source, None)

    assert "—" in html
    assert 'title="belum ada data"' in html
    assert "None" not in html


def test_a_value_that_knows_its_reason_gives_it():
    html = shown("{{ v|angka:1 }}", NotMeasured("penyebut 0 & tidak dapat dihitung"))

    assert 'title="penyebut 0 &amp; tidak dapat dihitung"' in html


def test_zero_is_a_number_and_not_missing():
    assert shown("{{ v|angka:1 }}", Decimal(0)) == "0,0"


@pytest.mark.parametrize("value", [1.5, "12", True])
def test_a_number_that_is_no_decimal_is_a_bug(value):
    with pytest.raises(TypeError):
        shown("{{ v|angka }}", value)


def test_the_day_of_a_moment_depends_on_the_zone_so_it_must_be_said():
    with pytest.raises(TypeError):
        shown("{{ v|tanggal }}", MOMENT)
