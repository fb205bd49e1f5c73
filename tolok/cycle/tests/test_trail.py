import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

import tolok
from tolok.cycle import trail
from tolok.cycle.events import NAMES
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_administrator, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

PAGE = "/pengaturan/jejak/"
EVENT = re.compile(r'"([a-z]+\.[a-z]+_[a-z_]+)"')  # "people.sign_in"


def write(subject="TA 2025", agency="X101", event="cycle.open_year", at=None, **more):
    place = make_agency(agency) if agency else None
    trail.record(event, actor=None, subject=subject, agency=place, **more)
    if at:
        AuditEntry.objects.filter(subject=subject).update(at=at)


def page(client, user=None, **query):
    client.force_login(user or make_user(Role.COORDINATOR))
    return client.get(PAGE, query)


def subjects(response):
    return [entry.subject for entry in response.context["rows"]]


def test_the_newest_comes_first_and_says_what_changed_in_plain_words(client):
    write("satu")
    write("dua", before={"sop": "lama"}, after={"sop": "baru"})

    response = page(client)

    assert subjects(response) == ["dua", "satu"]
    html = response.content.decode()
    assert "Tahun anggaran dibuka" in html
    assert '<span class="was wrap">lama</span> <span class="new wrap">baru</span>' in html


def test_text_in_the_trail_is_shown_and_never_run(client):
    write("<script>alert(1)</script>", after={"<b>": "<i>"})

    html = page(client).content.decode()

    assert "<script>alert" not in html
    assert "<i>" not in html


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.COORDINATOR, Role.AUDITOR])
def test_those_who_oversee_an_agency_read_its_trail_and_no_other(client, role):
    write("milik sendiri")
    write("milik lain", agency="X202")
    write("tanpa instansi", agency=None)

    assert subjects(page(client, make_user(role))) == ["milik sendiri"]


def test_the_administrator_of_the_deployment_reads_all_of_it(client):
    write("satu")
    write("tanpa instansi", agency=None)

    assert subjects(page(client, make_administrator())) == ["tanpa instansi", "satu"]


def test_it_is_sifted_by_event_and_by_text(client):
    write("TA 2024")
    write("TA 2025")
    write("Satker 9.", event="organisation.add_alias")

    assert subjects(page(client, peristiwa="organisation.add_alias")) == ["Satker 9."]
    assert subjects(page(client, cari="2024")) == ["TA 2024"]


def test_it_is_sifted_by_days_of_the_agencys_clock(client):
    make_agency("X303", time_zone="WIT")
    write("malam", agency="X303", at=datetime(2025, 3, 1, 14, 59, tzinfo=UTC))
    write("dini hari", agency="X303", at=datetime(2025, 3, 1, 15, 1, tzinfo=UTC))
    papua = make_user(Role.AUDITOR, make_agency("X303"))

    assert subjects(page(client, papua, dari="2 Maret 2025")) == ["dini hari"]
    assert subjects(page(client, papua, sampai="01/03/2025")) == ["malam"]


def test_a_date_that_cannot_be_read_is_told_at_its_field(client):
    write()

    response = page(client, dari="31/02/2025")

    assert response.status_code == 200
    assert response.context["form"].errors["dari"]


def test_a_long_trail_comes_in_pages(client):
    for number in range(51):
        write(f"TA {number}")

    assert len(subjects(page(client))) == 50
    assert subjects(page(client, halaman="2")) == ["TA 0"]


def test_a_data_processor_may_not_read_it(client):
    assert page(client, make_user(Role.DATA_PROCESSOR)).status_code == 403


def test_every_event_that_is_recorded_has_a_name_people_understand():
    sources = Path(tolok.__file__).parent.glob("**/*.py")
    rooms = {path.name for path in Path(tolok.__file__).parent.iterdir() if path.is_dir()}
    recorded = {
        event
        for source in sources
        if "tests" not in source.parts and source.name != "testing.py"
        for event in EVENT.findall(source.read_text(encoding="utf-8"))
        if event.partition(".")[0] in rooms
    }

    assert recorded - set(NAMES) == set()
