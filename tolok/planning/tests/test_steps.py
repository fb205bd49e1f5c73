"""Each page names the step it serves, in the words of the year's own SOP."""

import pytest

from tolok.cycle.testing import make_year
from tolok.people.testing import make_administrator
from tolok.planning.steps import step_of
from tolok.workflow.actions import publish_sop, start_run
from tolok.workflow.testing import spoiled

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sop", "part", "id_"),
    [
        ("kaltim-2024", "areas", "KT1.ii"),
        ("kaltim-2024", "submit", "KT1.vi"),
        ("kaltim-2024", "plan", "KT1"),
        ("jayawijaya-2020", "submit", "JW5"),
        ("jayawijaya-2020", "approval", "JW6"),
        ("jayawijaya-2020", "plan", "JW1\u2013JW6"),
        ("jayawijaya-2020", "assignment", None),
        ("", "plan", None),
    ],
)
def test_a_page_finds_its_step_by_the_activity(agency, sop, part, id_):
    step = step_of(part, make_year(agency, sop=sop))

    assert (step and step.id) == id_


def test_an_sop_of_ones_own_names_its_steps_itself(agency):
    own = spoiled("Menyusun rencana aksi untuk setiap indikator", "Menulis aksi")
    publish_sop(
        own.replace(b'"kaltim-2024"', b'"sendiri"'), agency=agency, actor=make_administrator()
    )
    year = make_year(agency, sop="sendiri")
    before = step_of("actions", year)

    start_run(year, actor=None)

    assert step_of("actions", year) == before
    assert "Menulis aksi" in before.name
