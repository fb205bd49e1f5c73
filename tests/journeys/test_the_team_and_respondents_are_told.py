"""The plan is explained to Tim Pengumpul, Tim Pengolah and a respondent; each closes the own step.

KT2, KT3 and KT4.i run side by side, and one session may serve all three.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.checks import assert_accessible, assert_nothing_sticks_out
from tests.browser.fixtures import PHONE
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.outreach.meetings.testing import YEAR, make_meeting
from tolok.outreach.models import Audience
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.workflow.actions import start_run
from tolok.workflow.models import Task

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STEPS = {Role.TIM_PENGUMPUL: "KT2", Role.DATA_PROCESSOR: "KT3", Role.PENANGGUNG_JAWAB: "KT4.i"}


@pytest.fixture
def agency(live):
    agency = make_agency(name="Kabupaten Contoh Makmur")
    start_run(make_year(agency, YEAR, starts_at_step="KT2"), actor=None)
    return agency


@pytest.fixture
def listeners(agency):
    """One of each lane; the respondent works in a unit."""
    people = {role: make_user(role, agency) for role in STEPS if role is not Role.PENANGGUNG_JAWAB}
    people[Role.PENANGGUNG_JAWAB] = make_person("pj@contoh.id")
    make_office(
        people[Role.PENANGGUNG_JAWAB], Role.PENANGGUNG_JAWAB, agency, unit=make_work_unit(agency)
    )
    return people


def press(page, name):
    page.get_by_role("button", name=name).first.click()


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def test_one_session_serves_three_steps(page, sign_in, agency, listeners, pictures):
    audiences = (Audience.COLLECTORS, Audience.PROCESSORS, Audience.RESPONDENTS)
    coordinator = make_user(Role.COORDINATOR, agency)
    meeting = make_meeting(agency, actor=coordinator, audiences=audiences)

    # Before the session the step says what it waits for
    sign_in(page, listeners[Role.TIM_PENGUMPUL]).goto("/")
    follow(page, "Buka tugas")
    expect(page.get_by_text("belum dinyatakan terlaksana")).to_be_visible()

    # The coordinator asks them, notes who came and what was said
    sign_in(page, coordinator).goto(meeting.get_absolute_url())
    press(page, "Lengkapi dari jabatan")
    expect(page.get_by_role("row", name="Dinas")).to_be_visible()
    page.goto(f"{meeting.get_absolute_url()}hadir/")
    for choice in page.get_by_role("combobox", name="Kehadiran").all():
        choice.select_option(label="Hadir")
    press(page, "Simpan daftar hadir")
    expect(page.get_by_role("status").first).to_contain_text("daftar hadir diperbarui")
    page.goto(meeting.get_absolute_url())
    press(page, "Nyatakan terlaksana")
    page.goto(f"{meeting.get_absolute_url()}notula/")
    page.get_by_label("Keputusan").first.fill("Formulir diisi paling lambat 30 Mei.")
    press(page, "Simpan")
    pictures(page, "notula")

    # Each closes the own step from the own inbox, on a phone
    page.set_viewport_size(PHONE)
    for role, step in STEPS.items():
        sign_in(page, listeners[role]).goto("/")
        expect(page.locator(".task .kode").first).to_have_text(step)
        follow(page, "Buka tugas")
        assert_nothing_sticks_out(page)
        assert_accessible(page)
        follow(page, "Isi kelengkapan mulai dari")
        page.get_by_label("Belum ada, dengan alasannya").check()
        page.get_by_label("Alasan belum ada").fill("Dibagikan sebagai cetakan")
        press(page, "Simpan")
        press(page, f"Tandai {step} selesai")
        expect(page.get_by_role("status")).to_contain_text(f"{step} selesai")
        pictures(page, f"tugas-{step}")
    done = Task.objects.done().filter(step__in=STEPS.values())
    assert sorted(done.values_list("step", flat=True)) == sorted(STEPS.values())
