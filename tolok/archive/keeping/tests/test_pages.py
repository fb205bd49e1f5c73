"""The pages of archive data and of disposals."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tolok.archive.keeping.tests.test_disposal import LONG_AGO, old, propose
from tolok.archive.models import Disposal, Keeping, Paper, RetentionClass
from tolok.archive.testing import YEAR, make_paper
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def sign_in(client):
    def as_role(role, year=YEAR, agency=None):
        make_year(agency, year)
        client.force_login(make_user(role, agency))
        return client

    return as_role


def test_archive_data_is_edited_and_the_list_filtered_and_saved(sign_in):
    client = sign_in(Role.DATA_PROCESSOR)
    paper = make_paper("F5", Paper.Status.SIGNED, title="Penilaian A")
    make_paper("F1", Paper.Status.ISSUED, title="Surat B")
    edit = reverse("archive:edit_keeping", args=[paper.pk])
    assert "Penilaian penyedia dan Pokja" in client.get(edit).content.decode()
    given = {"form": "kertas", "copy": "asli", "security": "biasa", "count": "1 berkas"}

    answer = client.post(edit, given | {"room": "Ruang 1", "box": "7", "classification": "000.3"})
    page = client.get(reverse("archive:keepings"), {"cari": "boks 7"}).content.decode()
    file = client.get(reverse("archive:export_keepings"), {"cari": "boks 7"})

    assert answer.status_code == 302
    assert Keeping.objects.get().place == "Ruang 1, boks 7"
    assert "Penilaian A" in page
    assert "Surat B" not in page
    rows = list(load_workbook(io.BytesIO(file.getvalue())).active.values)
    assert [row[2] for row in rows[1:]] == ["Penilaian A"]


def test_a_hold_without_a_reason_is_refused_on_the_page(sign_in):
    client = sign_in(Role.DATA_PROCESSOR)
    paper = make_paper("F5", Paper.Status.SIGNED)
    given = {"form": "kertas", "copy": "asli", "security": "biasa", "count": "1", "is_held": "on"}

    answer = client.post(reverse("archive:edit_keeping", args=[paper.pk]), given)

    assert answer.status_code == 422
    assert "AR-04" in answer.content.decode()


def test_the_schedule_is_shown_to_all_and_edited_by_the_coordinator(sign_in):
    page = sign_in(Role.AUDITOR).get(reverse("archive:retention_classes")).content.decode()
    assert "Ketentuan internal" in page
    assert "Tambah jenis arsip" not in page
    survey = RetentionClass.objects.get(name="Survei kepuasan")
    given = {"name": "Survei", "active_years": "4", "inactive_years": "3", "fate": "musnah"}

    answer = sign_in(Role.COORDINATOR).post(survey.get_absolute_url(), given)

    assert answer.status_code == 302
    assert RetentionClass.objects.get(pk=survey.pk).active_years == 4


def test_disposal_goes_through_two_hands(sign_in):
    paper = old()
    client = sign_in(Role.DATA_PROCESSOR, LONG_AGO)
    listed = client.get(reverse("archive:keepings")).content.decode()
    assert f'value="{paper.pk}"' in listed
    answer = client.post(
        reverse("archive:propose_disposal"), {"naskah": paper.pk, "alasan": "Retensi habis"}
    )
    disposal = Disposal.objects.get()
    own = client.get(answer["Location"]).content.decode()
    assert "Setujui dan musnahkan" not in own
    decide = reverse("archive:decide_disposal", args=[disposal.pk])
    assert client.post(decide).status_code == 403

    client = sign_in(Role.COORDINATOR, LONG_AGO)
    assert "Setujui dan musnahkan" in client.get(disposal.get_absolute_url()).content.decode()
    client.post(decide, {"alasan": "Sesuai jadwal"})

    assert Paper.objects.get().status == Paper.Status.DISPOSED
    page = client.get(paper.get_absolute_url()).content.decode()
    assert "Retensi habis" in page


def test_a_coordinator_does_not_decide_on_an_own_proposal(sign_in):
    client, paper = sign_in(Role.COORDINATOR, LONG_AGO), old()
    client.post(reverse("archive:propose_disposal"), {"naskah": paper.pk, "alasan": "Habis"})
    disposal = Disposal.objects.get()

    answer = client.post(reverse("archive:decide_disposal", args=[disposal.pk]))

    assert answer.status_code == 422
    assert "AR-11" in answer.content.decode()


def test_the_list_of_archives_becomes_a_draft(sign_in):
    make_paper("F5", Paper.Status.SIGNED)

    answer = sign_in(Role.COORDINATOR).post(reverse("archive:draft_archive_list"))

    assert answer["Location"] == Paper.objects.get(document="ARSIP").get_absolute_url()


def test_another_agency_sees_nothing_of_it(sign_in):
    paper = old()
    disposal = propose(paper)
    client = sign_in(Role.COORDINATOR, LONG_AGO, make_agency("X202"))

    assert client.get(disposal.get_absolute_url()).status_code == 404
    assert client.get(reverse("archive:edit_keeping", args=[paper.pk])).status_code == 404
    answer = client.post(
        reverse("archive:propose_disposal"), {"naskah": paper.pk, "alasan": "Habis"}
    )
    assert answer.status_code == 422
