"""The pages of piles: who opens them, and what they say."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tolok.archive.models import Pile, Sheet
from tolok.archive.piles.tests.test_reading import out, read
from tolok.archive.testing import YEAR
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.scans.testing import Scan, pile_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_work(client):
    make_year(year=YEAR)
    client.force_login(make_user(Role.DATA_PROCESSOR))
    return client


def upload(client, data):
    file = SimpleUploadedFile("tumpukan.pdf", data)
    return client.post(reverse("archive:start_pile"), {"berkas": file})


def test_a_pile_is_uploaded_waited_for_and_read_on_the_page(at_work):
    paper = out()

    answer = upload(at_work, pile_of([Scan(paper.code)]))
    pile = Pile.objects.get()
    assert answer["Location"] == pile.get_absolute_url()
    assert "Memeriksa PDF" in at_work.get(pile.get_absolute_url()).content.decode()
    at_work.post(reverse("archive:continue_pile", args=[pile.pk]))

    page = at_work.get(pile.get_absolute_url()).content.decode()
    assert paper.code in page
    assert "dari kodenya" in page


def test_what_is_no_pile_is_refused_and_says_why(at_work):
    answer = upload(at_work, b"<html>")

    assert answer.status_code == 422
    assert "SC-01" in answer.content.decode()


def test_the_tray_is_worked_through_sheet_by_sheet(at_work):
    pile, paper = read(Scan(""), Scan(""), Scan("")), out()
    first, second, third = pile.sheets.all()
    page = at_work.get(first.get_absolute_url()).content.decode()
    assert reverse("archive:sheet_picture", args=[first.pk]) in page
    assert f"{paper.document} {paper.code}" in page  # to choose from

    chosen = {"kode": "", "naskah": paper.code}
    answer = at_work.post(reverse("archive:assign_sheet", args=[first.pk]), chosen)
    assert answer["Location"] == second.get_absolute_url()
    answer = at_work.post(
        reverse("archive:set_aside_sheet", args=[second.pk]), {"keterangan": "sampul"}
    )
    assert answer["Location"] == third.get_absolute_url()
    answer = at_work.post(reverse("archive:assign_sheet", args=[third.pk]), {"kode": "7K3M"})
    assert answer.status_code == 422
    assert "KV-01" in answer.content.decode()

    page = at_work.get(pile.get_absolute_url()).content.decode()
    assert "sampul" in page
    assert str(make_user(Role.DATA_PROCESSOR)) in page


def test_a_sheet_is_shown_as_we_drew_it_and_the_pile_only_saved(at_work):
    pile = read(Scan(""))
    sheet = pile.sheets.get()

    picture = at_work.get(reverse("archive:sheet_picture", args=[sheet.pk]))
    file = at_work.get(reverse("archive:pile_file", args=[pile.pk]))

    assert (picture["Content-Type"], picture["Content-Disposition"]) == ("image/jpeg", "inline")
    assert file["Content-Disposition"].startswith("attachment")
    for answer in (picture, file):
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        answer.close()


def test_an_auditor_reads_and_changes_nothing(client):
    make_year(year=YEAR)
    pile = read(Scan(""))
    sheet = pile.sheets.get()
    client.force_login(make_user(Role.AUDITOR))

    page = client.get(sheet.get_absolute_url())
    answer = client.post(reverse("archive:assign_sheet", args=[sheet.pk]), {"kode": "x"})

    assert page.status_code == 200
    assert "Simpan pada naskah" not in page.content.decode()
    assert answer.status_code == 403
    assert Sheet.objects.get().status == Sheet.Status.TRAY


def test_piles_of_another_agency_do_not_exist(client):
    pile = read(Scan(""))
    elsewhere = make_agency("X202")
    make_year(elsewhere, YEAR)
    client.force_login(make_user(Role.COORDINATOR, elsewhere))

    for address in (
        pile.get_absolute_url(),
        pile.sheets.get().get_absolute_url(),
        reverse("archive:pile_file", args=[pile.pk]),
        reverse("archive:sheet_picture", args=[pile.sheets.get().pk]),
    ):
        assert client.get(address).status_code == 404
