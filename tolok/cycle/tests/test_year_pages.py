"""The pages of a year: who may open them, what they show, what they change."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tolok.cycle.actions import prepare_year
from tolok.cycle.models import FiscalYear, Holiday, OutsideRecord
from tolok.cycle.testing import make_holiday, make_period, make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_administrator, make_user
from tolok.scans.testing import pdf

pytestmark = pytest.mark.django_db
YEARS = "/pengaturan/tahun/"
HOLIDAYS = "/pengaturan/hari-libur/"


@pytest.fixture
def year(known_sop):
    return make_year(sop=known_sop.code)


def signed_in(client, role=Role.COORDINATOR):
    client.force_login(make_user(role))
    return client


def administrator(client):
    client.force_login(make_administrator())
    return client


def rules(response):
    return [problem.rule for problem in response.context["problems"]]


def test_a_year_is_prepared_looked_at_and_opened(client, known_sop):
    signed_in(client)

    prepared = client.post(
        f"{YEARS}siapkan/",
        {"tahun": "2026", "sop": "singkat", "langkah": "KT2", "hari": "working", "mulai": ""},
        follow=True,
    )
    year = FiscalYear.objects.get()
    opened = client.post(f"{YEARS}{year.pk}/buka/", follow=True)

    assert "hari kerja, sampai pukul 23.59 WIB" in prepared.content.decode()
    assert "KT2 Sosialisasi" in prepared.content.decode()
    assert "TA 2026 dibuka." in opened.content.decode()
    assert FiscalYear.objects.running().get() == year


def test_a_prepared_year_is_discarded(client, known_sop):
    prepared = make_year(sop="singkat", status="preparing", opened_at=None)

    page = signed_in(client).post(f"{YEARS}{prepared.pk}/buang/", follow=True)

    assert "Persiapan TA 2025 dibuang." in page.content.decode()
    assert not FiscalYear.objects.exists()


def test_a_running_year_is_not_discarded(client, year):
    response = signed_in(client).post(f"{YEARS}{year.pk}/buang/")

    assert (response.status_code, rules(response)) == (422, ["TA-06"])


def test_a_year_that_is_there_is_refused_on_the_form(client, year):
    response = signed_in(client).post(f"{YEARS}siapkan/", {"tahun": "2025"})

    assert response.status_code == 422
    assert rules(response) == ["TA-02"]


def test_the_year_shows_its_schedule_its_collisions_and_its_windows(client, year):
    html = signed_in(client).get(f"{YEARS}{year.pk}/").content.decode()

    assert "30 hari kalender" in html
    assert "JD-06" in html
    assert "1 Mei 2025 sampai 30 Mei 2025" in html


def test_the_frame_names_the_year_the_page_is_about_and_leads_to_the_others(client, year):
    other = make_year(year=2026)

    page = signed_in(client).get(f"{YEARS}{year.pk}/")
    chosen = client.get(f"{YEARS}{year.pk}/", {"tahun": "2026"})

    assert page.context["frame"].year == 2025
    assert chosen.url == f"{YEARS}{other.pk}/"


def test_the_list_shows_the_years_of_ones_agency_and_no_others(client, year):
    make_year(make_agency("X202"), 2031)

    html = signed_in(client, Role.AUDITOR).get(YEARS).content.decode()

    assert "TA 2025" in html
    assert "TA 2031" not in html


def test_an_auditor_reads_and_is_offered_nothing_to_change(client, year):
    page = signed_in(client, Role.AUDITOR).get(f"{YEARS}{year.pk}/").content.decode()

    assert "Kunci" not in page
    assert "/jendela/" not in page


def test_a_window_is_moved_on_its_page(client, year):
    period = make_period(year)
    address = f"{YEARS}periode/{period.pk}/jendela/"

    assert "01/05/2025" in signed_in(client).get(address).content.decode()
    response = client.post(address, {"buka": "2 Juni 2025", "tutup": "1/7/2025"}, follow=True)

    assert "2 Juni 2025 sampai 1 Juli 2025" in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "told"),
    [({"buka": "", "tutup": "-"}, "tidak boleh kosong"), ({"buka": "1/1/2025"}, "JP-03")],
)
def test_a_window_that_cannot_be_is_refused(client, year, typed, told):
    period = make_period(year)

    response = signed_in(client).post(
        f"{YEARS}periode/{period.pk}/jendela/", {"buka": "1/6/2025", "tutup": "30/6/2025"} | typed
    )

    assert response.status_code == 422
    assert told in response.content.decode()


def test_a_quarter_is_locked_and_unlocked_by_the_administrator_with_a_reason(client, year):
    period = make_period(year)

    locked = signed_in(client).post(f"{YEARS}periode/{period.pk}/kunci/", follow=True)
    assert "TW I 2025 dikunci." in locked.content.decode()
    assert client.get(f"{YEARS}periode/{period.pk}/buka-kunci/").status_code == 403

    address = f"{YEARS}periode/{period.pk}/buka-kunci/"
    assert administrator(client).get(address).status_code == 200
    assert rules(client.post(address, {"alasan": "perlu"})) == ["TA-08"]
    client.post(address, {"alasan": "Berkas SPSE belum lengkap"})
    period.refresh_from_db()
    assert not period.is_locked


def test_a_year_is_closed_and_only_the_administrator_opens_it_again(client, year):
    signed_in(client)
    assert rules(client.post(f"{YEARS}{year.pk}/tutup/")) == ["TA-07"]

    year.periods.update(locked_at=timezone.now())
    client.post(f"{YEARS}{year.pk}/tutup/")
    assert FiscalYear.objects.get().status == FiscalYear.Status.CLOSED
    assert client.get(f"{YEARS}{year.pk}/buka-kembali/").status_code == 403

    reason = {"alasan": "Temuan pemeriksaan BPK"}
    administrator(client).post(f"{YEARS}{year.pk}/buka-kembali/", reason)
    assert FiscalYear.objects.get().status == FiscalYear.Status.OPEN


def test_a_paper_from_outside_is_entered_with_its_scan_which_is_given_back(client, year):
    given = {
        "langkah": "KT1.i",
        "judul": "Surat Tugas",
        "nomor": "800/12/2025",
        "tanggal": "10/01/2025",
        "pindaian": SimpleUploadedFile("tugas.pdf", pdf()),
    }

    page = signed_in(client).post(f"{YEARS}{year.pk}/dokumen-luar/", given, follow=True)
    record = OutsideRecord.objects.get()
    file = client.get(f"{YEARS}dokumen-luar/{record.pk}/berkas/")

    assert "800/12/2025" in page.content.decode()
    assert b"".join(file.streaming_content) == pdf()
    assert "attachment" in file["Content-Disposition"]


def test_a_scan_that_is_no_scan_is_refused_and_nothing_entered(client, year):
    given = {
        "langkah": "KT1.i",
        "judul": "Surat Tugas",
        "tanggal": "10/01/2025",
        "pindaian": SimpleUploadedFile("tugas.pdf", pdf("<< /S /JavaScript /JS (x) >>")),
    }

    page = signed_in(client).post(f"{YEARS}{year.pk}/dokumen-luar/", given)

    assert (page.status_code, rules(page)) == (422, ["SC-03"])
    assert not OutsideRecord.objects.exists()


def test_holidays_are_listed_added_and_removed(client):
    html = signed_in(client).get(f"{HOLIDAYS}?kalender=2025").content.decode()
    assert "Cuti Bersama Hari Raya Idul Fitri" in html

    day = {"tanggal": "9/4/2025", "nama": "Pemilihan daerah", "jenis": "local"}
    added = client.post(f"{HOLIDAYS}tambah/", day, follow=True)
    assert "Pemilihan daerah" in added.content.decode()

    again = client.post(f"{HOLIDAYS}tambah/", day)
    assert rules(again) == ["LB-02"]

    client.post(f"{HOLIDAYS}{Holiday.objects.get(kind='local').pk}/hapus/")
    assert not Holiday.objects.filter(kind="local").exists()


def test_the_national_list_is_taken_again(client):
    signed_in(client).post(f"{HOLIDAYS}ambil/2025/")

    assert Holiday.objects.filter(kind="joint", day__year=2025).exists()
    assert client.post(f"{HOLIDAYS}ambil/3000/").status_code == 404


@pytest.mark.parametrize("role", [Role.DATA_PROCESSOR, Role.AUDITOR, Role.KEPALA_UKPBJ])
def test_other_roles_change_nothing(client, year, role):
    signed_in(client, role)
    period = make_period(year)

    for address in (
        f"{YEARS}siapkan/",
        f"{YEARS}{year.pk}/tutup/",
        f"{YEARS}{year.pk}/dokumen-luar/",
        f"{YEARS}periode/{period.pk}/kunci/",
        f"{HOLIDAYS}tambah/",
        f"{HOLIDAYS}ambil/2025/",
    ):
        assert client.post(address).status_code == 403


def test_what_belongs_to_another_agency_does_not_exist(client, known_sop):
    foreign = make_year(make_agency("X202"))
    period, holiday = make_period(foreign), make_holiday(foreign.agency)
    signed_in(client)

    for address in (
        f"{YEARS}{foreign.pk}/tutup/",
        f"{YEARS}periode/{period.pk}/kunci/",
        f"{YEARS}periode/{period.pk}/jendela/",
        f"{HOLIDAYS}{holiday.pk}/hapus/",
    ):
        assert client.post(address).status_code == 404


class TestTheTypeOfDays:
    """TA-09: the Kepala UKPBJ decides it, once for each SOP version."""

    @pytest.fixture
    def prepared(self, known_sop):
        return prepare_year(make_agency(), 2026, known_sop.code)

    def test_the_head_decides_and_the_prepared_year_follows_with_its_windows(
        self, client, prepared
    ):
        before = prepared.periods.get(code="TW1").closes
        head = signed_in(client, Role.KEPALA_UKPBJ)

        answer = head.post(f"{YEARS}{prepared.pk}/hari/", {"hari": "working"})

        prepared.refresh_from_db()
        assert answer.status_code == 302
        assert prepared.days == "working"
        assert prepared.periods.get(code="TW1").closes > before
        assert (
            "Ditetapkan untuk versi SOP ini" in head.get(f"{YEARS}{prepared.pk}/").content.decode()
        )

    def test_a_second_decision_is_refused(self, client, prepared):
        head = signed_in(client, Role.KEPALA_UKPBJ)
        head.post(f"{YEARS}{prepared.pk}/hari/", {"hari": "working"})

        answer = head.post(f"{YEARS}{prepared.pk}/hari/", {"hari": "calendar"})

        prepared.refresh_from_db()
        assert answer.status_code == 422
        assert "TA-09" in answer.content.decode()
        assert prepared.days == "working"

    def test_a_year_that_runs_by_other_days_stands_in_the_way(self, client, prepared, known_sop):
        make_year(prepared.agency, 2025, sop=known_sop.code, sop_version=prepared.sop_version)
        head = signed_in(client, Role.KEPALA_UKPBJ)

        answer = head.post(f"{YEARS}{prepared.pk}/hari/", {"hari": "working"})

        assert "TA 2025 sudah berjalan dengan hari kalender" in answer.content.decode()

    def test_others_do_not_decide_and_nothing_chosen_is_told(self, client, prepared):
        assert (
            signed_in(client, Role.DATA_PROCESSOR)
            .post(f"{YEARS}{prepared.pk}/hari/", {"hari": "working"})
            .status_code
            == 403
        )
        head = signed_in(client, Role.KEPALA_UKPBJ)
        assert head.post(f"{YEARS}{prepared.pk}/hari/", {}).status_code == 422
