"""The pages of the plan: who reads, who writes, what is answered when something is wrong."""

import re

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.actions.fields import save_fields, token
from tolok.planning.actions.targets import set_targets
from tolok.planning.models import Baseline, PlannedIndicator, PlanVersion, Rival, StrategicArea
from tolok.planning.testing import (
    coordinator_of,
    make_approved_plan,
    make_empty_plan,
    make_plan,
    make_submitted_plan,
)
from tolok.registry.testing import make_plan_entry

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
HTMX = {"HX-Request": "true"}
PARTS = [page for page in READ if page not in ("", "versi/")]


def text(response):
    return response.content.decode()


@pytest.fixture
def writer(client, plan):
    client.force_login(coordinator_of(plan))
    return client


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
        assert "KT1" in text(response), page
        assert "None" not in text(response), page


def test_under_the_jayawijaya_sop_the_steps_are_its_own(client, agency):
    version = make_plan(agency, sop="jayawijaya-2020")
    client.force_login(coordinator_of(version))

    assert "JW3" in text(client.get("/rencana/target/"))


@pytest.mark.parametrize("role", [Role.PPK, Role.POKJA])
def test_a_draft_is_not_there_for_those_outside_the_team(client, plan, role):
    client.force_login(make_user(role, plan.agency))

    assert "Belum ada rencana yang dapat dibaca" in text(client.get("/rencana/"))
    assert client.get("/rencana/versi/1/").status_code == 404
    assert client.get("/rencana/tujuan/").status_code == 403


def test_what_was_approved_is_read_by_everybody(client, agency):
    version = make_approved_plan(agency)
    client.force_login(make_user(Role.PPK, agency))

    page = text(client.get(f"/rencana/versi/{version.number}/"))

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
    assert '<button class="btn pri"' not in text(client.get("/rencana/tujuan/"))
    assert client.post("/rencana/tujuan/tambah/").status_code == 403


def test_a_year_without_a_plan_says_what_will_be_here_and_opens_one(client, agency):
    make_year(agency, 2026)
    client.force_login(make_user(Role.COORDINATOR, agency))

    assert "Mulai rencana kosong" in text(client.get("/rencana/"))
    response = client.post("/rencana/buka/")

    assert response.status_code == 302
    assert client.post("/rencana/buka/").status_code == 422
    assert client.post("/rencana/salin/").status_code == 422


def test_an_empty_plan_has_pages_that_say_what_to_do(client, agency):
    version = make_empty_plan(agency)
    client.force_login(coordinator_of(version))

    for page in READ:
        assert client.get(f"/rencana/{page}").status_code == 200, page
    assert "RN-02" in text(client.get("/rencana/periksa/"))
    assert client.post("/rencana/ajukan/").status_code == 422


class TestSavingAsOneTypes:
    def test_htmx_is_told_when_it_was_saved_and_given_new_tokens(self, writer, plan):
        goal = plan.goals.get()

        response = writer.post(
            f"/rencana/tujuan/{goal.pk}/",
            {"text": "Tepat guna", "dasar-text": token(goal.text)},
            headers=HTMX,
        )

        goal.refresh_from_db()
        assert goal.text == "Tepat guna"
        assert re.search(r"Tersimpan \w+, \d+ \w+ \d{4}, \d\d\.\d\d WIB", text(response))
        assert token("Tepat guna") in text(response)

    def test_without_scripts_the_button_saves_and_leads_back(self, writer, plan):
        goal = plan.goals.get()

        response = writer.post(f"/rencana/tujuan/{goal.pk}/", {"text": "Tepat guna"})

        assert response.headers["Location"] == "/rencana/tujuan/"

    def test_a_field_that_cannot_be_read_is_said_so_and_the_others_are_kept(self, writer, plan):
        action = plan.indicators.get(code="W1").actions.get()

        response = writer.post(
            f"/rencana/aksi/{action.pk}/", {"starts": "31/2/2026", "activity": "Klinik HPS"}
        )

        action.refresh_from_db()
        assert response.status_code == 422
        assert "31/2/2026" in text(response)
        assert "Kesalahan:" in text(response)
        assert action.activity == "Klinik HPS"

    def test_only_the_fields_of_the_form_are_taken(self, writer, plan):
        goal = plan.goals.get()
        more = {"text": "Tepat", "version": "99", "key": "T.9", "status": "disetujui"}

        writer.post(f"/rencana/tujuan/{goal.pk}/", more)
        writer.post("/rencana/tujuan/visi/", {"vision": "Baru", "status": "disetujui"})

        goal.refresh_from_db()
        plan.refresh_from_db()
        assert (goal.text, goal.key, goal.version) == ("Tepat", "T.1", plan)
        assert (plan.vision, plan.status) == ("Baru", "draf")

    def test_a_colleagues_text_stays_and_typing_on_does_not_overwrite_it(self, writer, plan):
        goal = plan.goals.get()
        seen = token(goal.text)
        save_fields(goal, {"text": "Rekan"}, {}, actor=make_user(Role.ADMINISTRATOR, plan.agency))

        for typed in ("Saya", "Saya lagi"):
            response = writer.post(
                f"/rencana/tujuan/{goal.pk}/", {"text": typed, "dasar-text": seen}, headers=HTMX
            )
            assert f'name="dasar-text" value="{seen}"' in text(response)

        goal.refresh_from_db()
        assert (goal.text, Rival.objects.get().text) == ("Rekan", "Saya lagi")
        assert "Saya lagi" in text(writer.get("/rencana/"))

    def test_typing_in_one_field_never_takes_back_a_colleagues_text_in_another(self, writer, plan):
        goal = plan.goals.get()
        page = f"/rencana/tujuan/{goal.pk}/"
        shown = {"text": goal.text, "dasar-text": token(goal.text), "dasar-reference": token("")}
        save_fields(goal, {"text": "Rekan"}, {}, actor=make_user(Role.ADMINISTRATOR, plan.agency))

        first = text(writer.post(page, shown | {"reference": "RKPD"}, headers=HTMX))
        new = dict(re.findall(r'name="(dasar-\w+)" value="(\w+)"', first))
        writer.post(page, shown | new | {"reference": "RKPD 2026"}, headers=HTMX)

        goal.refresh_from_db()
        assert (goal.text, goal.reference) == ("Rekan", "RKPD 2026")
        assert not Rival.objects.exists()

    @pytest.mark.parametrize(("chosen", "stays"), [({"pakai": "1"}, "Saya"), ({}, "Rekan")])
    def test_of_two_texts_a_person_chooses(self, writer, plan, chosen, stays):
        goal = plan.goals.get()
        seen = token(goal.text)
        save_fields(goal, {"text": "Rekan"}, {}, actor=make_user(Role.ADMINISTRATOR, plan.agency))
        page = writer.post(f"/rencana/tujuan/{goal.pk}/", {"text": "Saya", "dasar-text": seen})
        for shown in ("Tersimpan sekarang", "Rekan", "Anda menulis", "Saya"):
            assert shown in text(page)

        writer.post(f"/rencana/tulisan/{Rival.objects.get().pk}/selesai/", chosen)

        goal.refresh_from_db()
        assert goal.text == stays
        assert not Rival.objects.exists()

    def test_a_text_that_no_longer_fits_is_chosen_by_hand(self, writer, plan):
        action = plan.indicators.get(code="W1").actions.get()
        Rival.objects.create(
            version=plan, kind="action", key=action.key, field="starts", label="Mulai",
            text="besok", by=coordinator_of(plan),
        )  # fmt: skip

        rival = Rival.objects.get()
        page = writer.post(f"/rencana/tulisan/{rival.pk}/selesai/", {"pakai": "1"}, follow=True)

        assert "RN-39" in text(page)
        assert Rival.objects.exists()


class TestParts:
    def test_letters_of_pasal_4_come_with_their_text(self, writer, plan):
        writer.post("/rencana/tujuan/tambah/", {"pasal4": "1", "huruf": ["b", "h"]})

        assert plan.goals.filter(letter="b", text__startswith="Meningkatkan penggunaan").exists()
        assert plan.goals.count() == 3

    def test_no_letter_marked_adds_no_empty_goal(self, writer, plan):
        response = writer.post("/rencana/tujuan/tambah/", {"pasal4": "1"})

        assert (response.status_code, "RN-45" in text(response)) == (422, True)
        assert plan.goals.count() == 1

    def test_another_goal_and_area_open_their_form(self, writer, plan):
        for page in ("tujuan", "area"):
            response = writer.post(f"/rencana/{page}/tambah/")
            assert re.fullmatch(rf"/rencana/{page}/\d+/", response.headers["Location"])

    def test_packages_are_chosen_page_by_page(self, writer, plan):
        make_plan_entry(plan.agency, "70001", year=plan.year)
        make_plan_entry(plan.agency, "50001", year=plan.year)
        area = plan.areas.get()

        writer.post(f"/rencana/area/{area.pk}/paket/", {"tampil": ["70001"], "paket": ["70001"]})

        assert set(area.packages.values_list("code", flat=True)) == {"50001", "70001"}

    def test_a_package_outside_the_rup_is_refused(self, writer, plan):
        area = plan.areas.get()

        response = writer.post(f"/rencana/area/{area.pk}/paket/", {"paket": ["9"]})

        assert (response.status_code, "RN-26" in text(response)) == (422, True)

    def test_indicators_are_chosen_and_own_ones_written(self, writer, plan):
        writer.post("/rencana/indikator/pilih/", {"kode": ["W3"]})
        own = writer.post("/rencana/indikator/sendiri/", {"kode": "X7", "nama": "Kecepatan"})
        twice = writer.post("/rencana/indikator/sendiri/", {"kode": "X7", "nama": "Lagi"})

        assert plan.indicators.filter(code="W3").exists()
        assert own.status_code == 302
        assert (twice.status_code, "Lagi" in text(twice)) == (422, True)
        assert '<a href="#id_kode">Kode: Kode X7 sudah dipakai.' in text(twice)
        assert writer.post("/rencana/indikator/pilih/").status_code == 422

    def test_an_action_is_added_and_removed(self, writer, plan):
        w1 = plan.indicators.get(code="W1")

        added = writer.post(f"/rencana/aksi/tambah/{w1.pk}/")
        writer.post(f"{added.headers['Location']}hapus/")

        assert w1.actions.count() == 1

    def test_targets_are_saved_cell_by_cell(self, writer, plan):
        w1 = plan.indicators.get(code="W1")
        data = {"target-1": "80,5", "dasar-1": token("80")}

        response = writer.post(f"/rencana/target/{w1.pk}/", data, headers=HTMX)

        assert "Tersimpan" in text(response)
        assert str(w1.targets.get(number=1).low) == "80.5000"
        bad = writer.post(f"/rencana/target/{w1.pk}/", {"target-1": "tinggi"}, headers=HTMX)
        assert "Belum tersimpan" in text(bad)
        again = text(writer.post(f"/rencana/target/{w1.pk}/", {"target-1": "tinggi"}))
        assert 'value="tinggi"' in again
        assert '<a href="#W1">' in again

    def test_a_cell_never_takes_back_a_colleagues_target_in_another(self, writer, plan):
        w1 = plan.indicators.get(code="W1")
        page = f"/rencana/target/{w1.pk}/"
        shown = {"target-1": "80", "dasar-1": token("80"), "dasar-2": token("82")}
        set_targets(w1, {1: "79"}, actor=make_user(Role.ADMINISTRATOR, plan.agency))

        first = text(writer.post(page, shown | {"target-2": "83,50"}, headers=HTMX))
        new = {f"dasar-{n}": t for n, t in re.findall(r'name="dasar-(\d)" value="(\w+)"', first)}
        writer.post(page, shown | new | {"target-2": "84"}, headers=HTMX)

        kept = {one.number: str(one.low) for one in w1.targets.filter(number__lt=3)}
        assert kept == {1: "79.0000", 2: "84.0000"}
        assert not Rival.objects.exists()

    def test_help_answers_how_often_another_number_was_met(self, writer, plan):
        w1 = plan.indicators.get(code="W1")

        page = text(writer.get(f"/rencana/target/{w1.pk}/bantuan/?coba=90"))

        assert "Belum ada triwulan sebelumnya" in page

    def test_a_baseline_is_typed_or_refused_with_the_reason(self, writer, plan):
        page = f"/rencana/indikator/{plan.indicators.get(code='W1').pk}/baseline/"

        typed = writer.post(page, {"kind": "diketik", "value": "70", "source": "LKjIP"})
        refused = writer.post(page, {"kind": "dihitung", "year": "2025"})

        assert typed.status_code == 302
        assert (refused.status_code, "RN-29" in text(refused)) == (422, True)
        nothing = writer.post(page, {"kind": "belum ada"})
        assert '<a href="#id_reason">Alasan: Tulis mengapa' in text(nothing)

    def test_baselines_that_the_data_can_tell_are_computed_in_one_go(self, writer, plan):
        Baseline.objects.filter(indicator__code__in=["W1", "L2"]).delete()
        assert "Hitung 1 baseline dari data" in text(writer.get("/rencana/target/"))

        page = text(writer.post("/rencana/indikator/baseline/", follow=True))

        assert "baseline W1: Belum ada data TA 2025" in page
        assert "RN-29" in page


def test_each_open_point_leads_to_the_row_where_it_is_settled(writer, plan):
    w1, area = plan.indicators.get(code="W1"), plan.areas.get()
    PlannedIndicator.objects.filter(pk=w1.pk).update(owner_unit="")
    StrategicArea.objects.filter(pk=area.pk).update(name="")
    w1.targets.all().delete()
    w1.actions.all().delete()
    w1.baseline.delete()

    page = text(writer.get("/rencana/periksa/"))

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

    assert 'name="text" cols="40" rows="3" disabled' in text(client.get(page))
    assert "Kata saya" in text(client.post(page, {"text": "Kata saya"}))


def test_versions_are_begun_and_compared(client, agency):
    version = make_approved_plan(agency)
    author = coordinator_of(version)
    client.force_login(author)

    client.post("/rencana/versi/baru/", {"alasan": "APBD perubahan", "triwulan": "3"})
    second = PlanVersion.objects.get(number=2)
    save_fields(second, {"vision": "Visi yang baru"}, {}, actor=author)

    page = text(client.get("/rencana/versi/banding/?dari=1&ke=2"))
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

    before = text(client.get("/rencana/"))
    client.post("/rencana/naskah/F3/draf/")
    after = text(client.get("/rencana/"))

    assert '<a href="/rencana/naskah/">Terbitkan Dokumen Perencanaan Kinerja (F3)' in before
    assert '<a href="/dokumen/naskah/' in after
    assert "/sosialisasi/edaran/" in before
