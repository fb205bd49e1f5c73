"""The plan is saved as one types, and nobody's text is lost."""

import re

import pytest

from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.actions.fields import save_fields, token
from tolok.planning.models import Rival
from tolok.planning.testing import (
    coordinator_of,
)

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


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
        assert re.search(r"Tersimpan \w+, \d+ \w+ \d{4}, \d\d\.\d\d WIB", response.text)
        assert token("Tepat guna") in response.text

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
        assert "31/2/2026" in response.text
        assert "Kesalahan:" in response.text
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
            assert f'name="dasar-text" value="{seen}"' in response.text

        goal.refresh_from_db()
        assert (goal.text, Rival.objects.get().text) == ("Rekan", "Saya lagi")
        assert "Saya lagi" in writer.get("/rencana/").text

    def test_typing_in_one_field_never_takes_back_a_colleagues_text_in_another(self, writer, plan):
        goal = plan.goals.get()
        page = f"/rencana/tujuan/{goal.pk}/"
        shown = {"text": goal.text, "dasar-text": token(goal.text), "dasar-reference": token("")}
        save_fields(goal, {"text": "Rekan"}, {}, actor=make_user(Role.ADMINISTRATOR, plan.agency))

        first = writer.post(page, shown | {"reference": "RKPD"}, headers=HTMX).text
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
            assert shown in page.text

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

        assert "RN-39" in page.text
        assert Rival.objects.exists()
