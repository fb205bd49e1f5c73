"""When an agency reminds: set by its coordinator, read by its staff."""

import pytest

from tolok.core.reminding import ARRIVED, Policy
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.reminders.actions import plan_reminders
from tolok.reminders.models import ReminderPolicy
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
PAGE = "/pengaturan/pengingat/"
TYPED = {"first": "5", "second": "2", "late_every": "0", "escalate_after": "4"}


def test_what_is_set_holds_from_then_on_and_for_this_agency_alone(
    client, agency, coordinator, task, moment
):
    moment(9)  # 12 and 13 May 2025 are Waisak
    client.force_login(coordinator)
    assert [one.notice.mark for one in plan_reminders(agency)] == [ARRIVED]

    response = client.post(f"{PAGE}simpan/", TYPED)

    assert response.url == PAGE
    assert [one.notice.mark for one in plan_reminders(agency)] == [-5]
    assert ReminderPolicy.objects.of(make_agency("X202")) == Policy()
    assert AuditEntry.objects.filter(event="reminders.save_policy").exists()


def test_pi_07_days_in_the_wrong_order_are_refused(client, coordinator):
    """PI-07."""
    client.force_login(coordinator)

    response = client.post(f"{PAGE}simpan/", TYPED | {"first": "1"})

    assert response.status_code == 422
    assert "PI-07" in response.content.decode()
    assert not ReminderPolicy.objects.exists()


def test_the_page_says_what_holds_and_who_may_not_change_it_sees_no_form(client, agency):
    client.force_login(make_user(Role.KETUA_TIM, agency))

    page = client.get(PAGE).content.decode()

    assert "3 dan 1 hari kerja sebelumnya" in page
    assert "Simpan" not in page
    assert client.post(f"{PAGE}simpan/", TYPED).status_code == 403
