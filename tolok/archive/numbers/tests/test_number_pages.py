import pytest

from tolok.archive.models import LetterNumber, NumberSeries
from tolok.archive.numbers.actions import take_number
from tolok.archive.numbers.series import series_for
from tolok.archive.testing import DATED
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = pytest.mark.django_db
SERIES = {"nama": "Nota", "pola": "{urut}/ND/{tahun}", "dokumen": ["SOP"]}


@pytest.fixture
def coordinator(client):
    make_year()
    client.force_login(make_user())
    return client


def taken(**more):
    return take_number(series_for(make_agency(), "F1"), DATED, actor=make_user(), **more)


def test_the_register_shows_voided_numbers_and_what_was_leapt_over(coordinator):
    number = taken(sequence=4)
    coordinator.post(f"/dokumen/nomor/{number.pk}/batalkan/", {"alasan": "salah ketik"})

    html = coordinator.get("/dokumen/nomor/").content.decode()

    assert "salah ketik" in html
    assert "Surat tugas: 1\N{EN DASH}3" in html
    assert len(coordinator.get("/dokumen/nomor/", {"keadaan": "batal"}).context["page"]) == 1


def test_a_number_is_taken_for_a_letter_made_elsewhere(coordinator):
    series = series_for(make_agency(), "F1")
    data = {"seri": series.pk, "tanggal": "3 Maret 2025", "urut": 7}

    answer = coordinator.post("/dokumen/nomor/ambil/", data)
    again = coordinator.post("/dokumen/nomor/ambil/", data)

    assert answer.url == LetterNumber.objects.get().get_absolute_url()
    assert (again.status_code, again.context["problems"][0].rule) == (422, "NS-10")


def test_voiding_without_a_reason_is_refused(coordinator):
    answer = coordinator.post(f"/dokumen/nomor/{taken().pk}/batalkan/", {"alasan": " "})

    assert answer.context["problems"][0].rule == "NS-13"


def test_a_series_is_made_changed_and_refused(coordinator):
    made = coordinator.post("/dokumen/nomor/seri/baru/", SERIES)
    series = NumberSeries.objects.get()
    changed = coordinator.post(f"/dokumen/nomor/seri/{series.pk}/", SERIES | {"nama": "Nota dinas"})
    refused = coordinator.post(f"/dokumen/nomor/seri/{series.pk}/", SERIES | {"pola": "{urut}"})

    assert made.url == changed.url == "/dokumen/nomor/seri/"
    assert (refused.status_code, refused.context["problems"][0].rule) == (422, "NS-05")
    assert "Nota dinas" in coordinator.get("/dokumen/nomor/seri/").content.decode()


def test_what_belongs_to_another_agency_does_not_exist(coordinator):
    number = take_number(series_for(make_agency("X202"), "F1"), DATED, actor=make_user())

    assert coordinator.get(number.get_absolute_url()).status_code == 404
    assert coordinator.get(f"/dokumen/nomor/seri/{number.series.pk}/").status_code == 404


def test_whoever_only_reads_is_offered_nothing_to_change(client):
    make_year()
    number = taken()
    client.force_login(make_user(Role.AUDITOR))

    html = client.get("/dokumen/nomor/").content.decode()

    assert "Ambil nomor</button>" not in html
    assert client.get(number.get_absolute_url()).status_code == 200
    assert client.post("/dokumen/nomor/ambil/").status_code == 403
