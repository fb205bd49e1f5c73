"""Piles of scans, archive data and disposals as a browser shows them."""

import pytest

from tests.browser.checks import assert_light, assert_shows_well, mostly_slow
from tolok.archive.keeping.actions import propose_disposal
from tolok.archive.models import Paper, RetentionClass
from tolok.archive.piles.actions import set_aside_sheet
from tolok.archive.piles.tests.test_reading import out, read
from tolok.archive.testing import YEAR, make_paper
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.scans.testing import Scan

pytestmark = pytest.mark.browser

ADDRESSES = {
    "tumpukan": "/dokumen/tumpukan/",
    "satu-tumpukan": "/dokumen/tumpukan/{pile}/",
    "lembar": "/dokumen/lembar/{sheet}/",
    "arsip": "/dokumen/arsip/",
    "data-arsip": "/dokumen/naskah/{paper}/arsip/",
    "retensi": "/dokumen/retensi/",
    "satu-retensi": "/dokumen/retensi/{kind}/",
    "pemusnahan": "/dokumen/pemusnahan/",
    "satu-pemusnahan": "/dokumen/pemusnahan/{disposal}/",
}


@pytest.fixture
def filled(live):
    """The parts of the addresses, and somebody who may open them all."""
    make_year(year=YEAR)
    paper = out(title="Penilaian pembangunan puskesmas pembantu")
    pile = read(Scan(paper.code), Scan(""), Scan("", is_written_on=False))
    sheet, blank = pile.sheets.in_tray()
    set_aside_sheet(blank, "halaman belakang", actor=make_user())
    gone = make_paper("F12", Paper.Status.SIGNED, year=2015, title="Survei lama")
    disposal = propose_disposal(
        make_agency(), YEAR, [gone], reason="Retensi habis", actor=make_user(Role.DATA_PROCESSOR)
    )
    kind = RetentionClass.objects.first()
    parts = {"pile": pile.pk, "sheet": sheet.pk, "paper": paper.pk}
    return make_user(), parts | {"disposal": disposal.pk, "kind": kind.pk}


@pytest.mark.parametrize("name", mostly_slow(ADDRESSES, "lembar"))
def test_a_page_is_accessible_fits_and_is_light(page, sign_in, filled, pictures, name):
    person, parts = filled

    sign_in(page, person).goto(ADDRESSES[name].format(**parts))

    assert_shows_well(page)
    assert_light(page)
    pictures(page, name)
