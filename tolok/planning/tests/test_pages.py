"""The pages of the plan: who reads, who writes, what is answered when something is wrong."""

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.actions.fields import save_fields
from tolok.planning.models import PlannedIndicator, PlanVersion, StrategicArea
from tolok.planning.testing import (
    coordinator_of,
    make_approved_plan,
    make_empty_plan,
    make_plan,
    make_submitted_plan,
)

pytestmark = pytest.mark.django_db

READ = [
    "",
    "tujuan/",
    "area/",
    "indikator/",
    "target/",
    "aksi/",
    "periksa/",
    "persetujuan/",
    "versi/",
]

PARTS = [page for page in READ if page not in ("", "versi/")]


def rows_of(plan):
    w1 = plan.indicators.get(code="W1")
    return [
        f"tujuan/{plan.goals.get().pk}/",
        f"area/{plan.areas.get().pk}/",
        f"area/{plan.areas.get().pk}/paket/",
        f"indikator/{w1.pk}/",
        f"indikator/{w1.pk}/baseline/",
        f"target/{w1.pk}/bantuan/",
        f"aksi/{w1.actions.get().pk}/",
        "ajukan/",
        "versi/1/",
        "versi/banding/?dari=1&ke=1",
    ]


def test_the_writer_opens_every_page_and_each_says_its_step(writer, plan):
    for page in [*READ, *rows_of(plan)]:
        response = writer.get(f"/rencana/{page}")

        assert response.status_code == 200, page
        assert "KT1" in response.text, page
        assert "None" not in response.text, page


def test_under_the_jayawijaya_sop_the_steps_are_its_own(client, agency):
    version = make_plan(agency, sop="jayawijaya-2020")
    client.force_login(coordinator_of(version))

    assert "JW3" in client.get("/rencana/target/").text


@pytest.mark.parametrize("role", [Role.PPK, Role.POKJA])
def test_a_draft_is_not_there_for_those_outside_the_team(client, plan, role):
    client.force_login(make_user(role, plan.agency))

    assert "Belum ada rencana yang dapat dibaca" in client.get("/rencana/").text
    assert client.get("/rencana/versi/1/").status_code == 404
    assert client.get("/rencana/tujuan/").status_code == 403


def test_what_was_approved_is_read_by_everybody(client, agency):
    version = make_approved_plan(agency)
    client.force_login(make_user(Role.PPK, agency))

    page = client.get(f"/rencana/versi/{version.number}/").text

    assert "Disetujui" in page
    assert "Rehabilitasi Jembatan Contoh" in page


def test_the_plan_of_another_agency_does_not_exist(client, plan):
    other = make_year(make_agency("X102"), plan.year).agency
    client.force_login(make_user(Role.COORDINATOR, other))

    for page in rows_of(plan):
        assert client.get(f"/rencana/{page}").status_code == 404, page


def test_the_auditor_reads_and_changes_nothing(client, plan):
    client.force_login(make_user(Role.AUDITOR, plan.agency))

    assert client.get("/rencana/target/").status_code == 200
    assert '<button class="btn pri"' not in client.get("/rencana/tujuan/").text
    assert client.post("/rencana/tujuan/tambah/").status_code == 403


def test_a_year_without_a_plan_says_what_will_be_here_and_opens_one(client, agency):
    make_year(agency, 2026)
    client.force_login(make_user(Role.COORDINATOR, agency))

    assert "Mulai rencana kosong" in client.get("/rencana/").text
    response = client.post("/rencana/buka/")

    assert response.status_code == 302
    assert client.post("/rencana/buka/").status_code == 422
    assert client.post("/rencana/salin/").status_code == 422


def test_an_empty_plan_has_pages_that_say_what_to_do(client, agency):
    version = make_empty_plan(agency)
    client.force_login(coordinator_of(version))

    for page in READ:
        assert client.get(f"/rencana/{page}").status_code == 200, page
    assert "RN-02" in client.get("/rencana/periksa/").text
    assert client.post("/rencana/ajukan/").status_code == 422


def test_each_open_point_leads_to_the_row_where_it_is_settled(writer, plan):
    w1, area = plan.indicators.get(code="W1"), plan.areas.get()
    PlannedIndicator.objects.filter(pk=w1.pk).update(owner_unit="")
    StrategicArea.objects.filter(pk=area.pk).update(name="")
    w1.targets.all().delete()
    w1.actions.all().delete()
    w1.baseline.delete()

    page = writer.get("/rencana/periksa/").text

    assert "RN-01" in page
    for place in (
        f"/rencana/area/{area.pk}/",
        f"/rencana/indikator/{w1.pk}/",
        f"/rencana/indikator/{w1.pk}/baseline/",
        "/rencana/target/#W1",
        "/rencana/aksi/#W1",
    ):
        assert f'<a href="{place}">' in page


def test_what_waits_for_a_decision_cannot_be_typed_into(client, agency):
    version = make_submitted_plan(agency)
    client.force_login(coordinator_of(version))
    page = f"/rencana/tujuan/{version.goals.get().pk}/"

    assert 'name="text" cols="40" rows="3" disabled' in client.get(page).text
    assert "Kata saya" in client.post(page, {"text": "Kata saya"}).text


def test_versions_are_begun_and_compared(client, agency):
    version = make_approved_plan(agency)
    author = coordinator_of(version)
    client.force_login(author)

    client.post("/rencana/versi/baru/", {"alasan": "APBD perubahan", "triwulan": "3"})
    second = PlanVersion.objects.get(number=2)
    save_fields(second, {"vision": "Visi yang baru"}, {}, actor=author)

    page = client.get("/rencana/versi/banding/?dari=1&ke=2").text
    assert "Visi yang baru" in page
    assert "TW III 2026" in page
    assert client.get("/rencana/versi/banding/?dari=x&ke=2").status_code == 404
    assert client.post("/rencana/versi/baru/", {"alasan": "Lagi"}).status_code == 422


@pytest.mark.parametrize("page", PARTS)
def test_a_page_of_a_part_leads_to_where_the_plan_is_opened(client, agency, page):
    client.force_login(make_user(Role.COORDINATOR, make_year(agency, 2026).agency))

    assert client.get(f"/rencana/{page}").headers["Location"] == "/rencana/"


def test_an_approved_plan_leads_on_to_its_paper_and_the_circular(client, agency):
    client.force_login(coordinator_of(make_approved_plan(agency)))

    before = client.get("/rencana/").text
    client.post("/rencana/naskah/F3/draf/")
    after = client.get("/rencana/").text

    assert '<a href="/rencana/naskah/">Terbitkan Dokumen Perencanaan Kinerja (F3)' in before
    assert '<a href="/dokumen/naskah/' in after
    assert "/sosialisasi/edaran/" in before
