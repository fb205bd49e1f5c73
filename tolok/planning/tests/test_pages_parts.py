"""What each part of the plan takes and refuses on its page."""

import re

import pytest

from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.actions.fields import token
from tolok.planning.actions.targets import set_targets
from tolok.planning.models import Baseline, Rival
from tolok.registry.testing import make_plan_entry

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


class TestParts:
    def test_letters_of_pasal_4_come_with_their_text(self, writer, plan):
        writer.post("/rencana/tujuan/tambah/", {"pasal4": "1", "huruf": ["b", "h"]})

        assert plan.goals.filter(letter="b", text__startswith="Meningkatkan penggunaan").exists()
        assert plan.goals.count() == 3

    def test_no_letter_marked_adds_no_empty_goal(self, writer, plan):
        response = writer.post("/rencana/tujuan/tambah/", {"pasal4": "1"})

        assert (response.status_code, "RN-45" in response.text) == (422, True)
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

        assert (response.status_code, "RN-26" in response.text) == (422, True)

    def test_indicators_are_chosen_and_own_ones_written(self, writer, plan):
        writer.post("/rencana/indikator/pilih/", {"kode": ["W3"]})
        own = writer.post("/rencana/indikator/sendiri/", {"kode": "X7", "nama": "Kecepatan"})
        twice = writer.post("/rencana/indikator/sendiri/", {"kode": "X7", "nama": "Lagi"})

        assert plan.indicators.filter(code="W3").exists()
        assert own.status_code == 302
        assert (twice.status_code, "Lagi" in twice.text) == (422, True)
        assert '<a href="#id_kode">Kode: Kode X7 sudah dipakai.' in twice.text
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

        assert "Tersimpan" in response.text
        assert str(w1.targets.get(number=1).low) == "80.5000"
        bad = writer.post(f"/rencana/target/{w1.pk}/", {"target-1": "tinggi"}, headers=HTMX)
        assert "Belum tersimpan" in bad.text
        again = writer.post(f"/rencana/target/{w1.pk}/", {"target-1": "tinggi"}).text
        assert 'value="tinggi"' in again
        assert '<a href="#W1">' in again

    def test_a_cell_never_takes_back_a_colleagues_target_in_another(self, writer, plan):
        w1 = plan.indicators.get(code="W1")
        page = f"/rencana/target/{w1.pk}/"
        shown = {"target-1": "80", "dasar-1": token("80"), "dasar-2": token("82")}
        set_targets(w1, {1: "79"}, actor=make_user(Role.ADMINISTRATOR, plan.agency))

        first = writer.post(page, shown | {"target-2": "83,50"}, headers=HTMX).text
        new = {f"dasar-{n}": t for n, t in re.findall(r'name="dasar-(\d)" value="(\w+)"', first)}
        writer.post(page, shown | new | {"target-2": "84"}, headers=HTMX)

        kept = {one.number: str(one.low) for one in w1.targets.filter(number__lt=3)}
        assert kept == {1: "79.0000", 2: "84.0000"}
        assert not Rival.objects.exists()

    def test_help_answers_how_often_another_number_was_met(self, writer, plan):
        w1 = plan.indicators.get(code="W1")

        page = writer.get(f"/rencana/target/{w1.pk}/bantuan/?coba=90").text

        assert "Belum ada triwulan sebelumnya" in page

    def test_a_baseline_is_typed_or_refused_with_the_reason(self, writer, plan):
        page = f"/rencana/indikator/{plan.indicators.get(code='W1').pk}/baseline/"

        typed = writer.post(page, {"kind": "diketik", "value": "70", "source": "LKjIP"})
        refused = writer.post(page, {"kind": "dihitung", "year": "2025"})

        assert typed.status_code == 302
        assert (refused.status_code, "RN-29" in refused.text) == (422, True)
        nothing = writer.post(page, {"kind": "belum ada"})
        assert '<a href="#id_reason">Alasan: Tulis mengapa' in nothing.text

    def test_without_data_no_baseline_is_offered_and_each_reason_is_told_once(self, writer, plan):
        Baseline.objects.filter(indicator__code__in=["W1", "B1"]).delete()
        assert "baseline dari data" not in writer.get("/rencana/target/").text

        page = writer.post("/rencana/indikator/baseline/", follow=True).text

        assert "baseline W1, baseline B1: Belum ada data TA 2025" in page

    def test_an_owner_is_offered_from_the_plan_and_the_offices(self, writer, plan):
        w1 = plan.indicators.get(code="W1")

        page = writer.get(f"/rencana/indikator/{w1.pk}/").text

        assert 'list="unit-dikenal"' in page
        assert f'<option value="{w1.owner_unit}"></option>' in page
        assert '<datalist id="orang-dikenal">' in page
