"""The leaders' page: read, approved, returned with pinned notes, or keyed in from paper."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tolok.documents.document import SHARED_PICTURES
from tolok.people.models import Role
from tolok.people.testing import make_office, make_user
from tolok.planning.actions.deciding import submit_plan, withdraw_plan
from tolok.planning.actions.fields import save_fields
from tolok.planning.actions.opening import new_version
from tolok.planning.models import Note, PlanVersion
from tolok.planning.testing import coordinator_of, make_approved_plan, make_submitted_plan

pytestmark = pytest.mark.django_db
SCAN = SHARED_PICTURES / "lambang.png"


@pytest.fixture
def submitted(agency):
    return make_submitted_plan(agency)


@pytest.fixture
def reading(client, submitted):
    client.force_login(make_user(Role.KETUA_TIM, submitted.agency))
    return client


def test_the_leader_reads_approves_and_the_plan_says_so(reading, submitted):
    assert "Setujui rencana" in reading.get("/rencana/persetujuan/").text

    reading.post("/rencana/persetujuan/setuju/", {"isi": submitted.content_sha256})

    assert "Disetujui" in reading.get("/rencana/").text
    assert PlanVersion.objects.get().status == "disetujui"


def test_a_note_is_pinned_to_the_field_chosen(reading, submitted):
    data = {
        "isi": submitted.content_sha256,
        "alasan": "Lengkapi sumber.",
        "catatan-W1": "Sebutkan e-kontrak.",
        "tempat-W1": "W1.source",
        "catatan-B1": "",
    }

    reading.post("/rencana/persetujuan/kembalikan/", data)

    note = Note.objects.get()
    assert (note.key, note.text) == ("W1.source", "Sebutkan e-kontrak.")


def test_a_return_without_a_reason_keeps_what_was_written_where_it_was(reading, submitted):
    data = {
        "isi": submitted.content_sha256,
        "catatan-W1": "Sebutkan e-kontrak.",
        "tempat-W1": "W1.source",
    }

    response = reading.post("/rencana/persetujuan/kembalikan/", data)

    assert 'name="catatan-W1" rows="2">Sebutkan e-kontrak.</textarea>' in response.text
    assert '<option value="W1.source" selected>' in response.text

    assert (response.status_code, "RN-22" in response.text) == (422, True)
    assert "Sebutkan e-kontrak." in response.text


def test_the_resubmission_shows_what_changed_since(client, reading, submitted):
    data = {"isi": submitted.content_sha256, "alasan": "Ganti tujuan."}
    reading.post("/rencana/persetujuan/kembalikan/", data)
    author = coordinator_of(submitted)
    save_fields(submitted.goals.get(), {"text": "Tujuan yang lain"}, {}, actor=author)
    client.force_login(author)

    page = client.get("/rencana/ajukan/").text
    client.post("/rencana/ajukan/")

    assert "Berubah sejak dikembalikan" in page
    assert "Tujuan yang lain" in client.get("/rencana/persetujuan/").text


def test_the_writer_cannot_decide_and_sees_who_can(client, submitted):
    make_user(Role.KETUA_TIM, submitted.agency)
    client.force_login(coordinator_of(submitted))

    page = client.get("/rencana/persetujuan/").text
    response = client.post("/rencana/persetujuan/setuju/", {"isi": submitted.content_sha256})

    assert "Yang memutuskan:" in page
    assert (response.status_code, "RN-37" in response.text) == (422, True)


def test_a_decision_on_paper_is_keyed_in_with_its_scan(client, submitted):
    leader = make_user(Role.KETUA_TIM, submitted.agency)
    client.force_login(coordinator_of(submitted))
    data = {
        "kertas-outcome": "disetujui",
        "kertas-signer_pk": leader.pk,
        "kertas-signed_on": "3 Februari 2026",
        "kertas-code": submitted.content_sha256[:12],
        "kertas-scan": SimpleUploadedFile("lembar.png", SCAN.read_bytes()),
    }

    no_scan = {**data, "kertas-scan": SimpleUploadedFile("lembar.pdf", b"bukan PDF")}
    assert client.post("/rencana/persetujuan/kertas/", no_scan).status_code == 422
    response = client.post("/rencana/persetujuan/kertas/", data)

    version = PlanVersion.objects.get()
    assert response.status_code == 302
    assert (version.status, version.approved_by) == ("disetujui", leader)
    assert "dicatat" in client.get("/rencana/versi/1/").text
    assert client.post("/rencana/persetujuan/kertas/", {}).status_code == 422


def test_a_settled_note_leaves_the_list(client, reading, submitted):
    data = {
        "isi": submitted.content_sha256,
        "alasan": "Lengkapi.",
        "catatan-T.1": "Rujukannya?",
        "tempat-T.1": "T.1",
    }
    reading.post("/rencana/persetujuan/kembalikan/", data)
    client.force_login(coordinator_of(submitted))
    page = f"/rencana/tujuan/{submitted.goals.get().pk}/"
    assert f'<a href="{page}">' in client.get("/rencana/").text
    assert "Rujukannya?" in client.get(page).text
    settle = f"/rencana/catatan/{Note.objects.get().pk}/selesai/"

    response = client.post(settle, {"kembali": "1"})

    assert response.headers["Location"] == page

    assert "Rujukannya?" not in client.get("/rencana/").text


def test_the_head_of_the_unit_presents_what_the_team_wrote(client, submitted):
    withdraw_plan(submitted, actor=coordinator_of(submitted))
    client.force_login(make_user(Role.KEPALA_UKPBJ, submitted.agency))
    assert "Ajukan rencana" in client.get("/rencana/ajukan/").text

    client.post("/rencana/ajukan/")

    assert PlanVersion.objects.get().submitted_by.roles_in(submitted.agency) == {Role.KEPALA_UKPBJ}


def test_what_waits_can_be_taken_back(client, submitted):
    client.force_login(coordinator_of(submitted))

    client.post("/rencana/tarik/")

    assert PlanVersion.objects.get().status == "draf"
    assert client.post("/rencana/tarik/").status_code == 422


def test_a_substitute_without_an_office_of_the_leaders_decides_on_the_page(client, agency):
    author = make_user(Role.COORDINATOR, agency)
    substitute = make_user(Role.PPK, agency)
    make_office(author, Role.KETUA_TIM, agency, substitute=substitute)
    version = make_submitted_plan(agency, by=author)
    client.force_login(substitute)

    read = client.get("/rencana/persetujuan/")
    client.post("/rencana/persetujuan/setuju/", {"isi": version.content_sha256})

    assert "Setujui rencana" in read.text
    assert PlanVersion.objects.get().approved_by == substitute
    assert client.get("/rencana/naskah/").status_code == 403


def test_who_is_no_substitute_neither_reads_nor_decides(client, submitted):
    client.force_login(make_user(Role.PPK, submitted.agency))

    assert client.get("/rencana/persetujuan/").status_code == 403
    data = {"isi": submitted.content_sha256}
    assert client.post("/rencana/persetujuan/setuju/", data).status_code == 403


def test_a_later_version_shows_the_leader_what_differs_from_the_approved_one(client, agency):
    first = make_approved_plan(agency)
    author = coordinator_of(first)
    second = new_version(first.plan, reason="APBD perubahan", valid_from=3, actor=author)
    save_fields(second, {"vision": "Visi yang baru"}, {}, actor=author)
    submit_plan(second, actor=author)
    client.force_login(author)

    page = client.get("/rencana/persetujuan/").content.decode()

    assert "Berubah sejak versi 1 disetujui" in page
    assert "Visi yang baru" in page
