"""One package: its facts, its story, the rows it came from."""

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.corrections.actions import accept, propose_correction
from tolok.registry.models import Package
from tolok.registry.packages.readings import reading_of
from tolok.registry.testing import publish_tenders, tender_tables

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    return make_year(make_agency()).agency


def opened(client, agency, package, role=Role.AUDITOR):
    client.force_login(make_user(role, agency))
    return client.get(package.get_absolute_url())


def published(agency, **changed):
    publish_tenders(agency, tender_tables("1001", **changed))
    return Package.objects.get()


def test_the_story_goes_from_announcement_to_payment_and_names_file_and_row(client, agency):
    response = opened(client, agency, published(agency))

    events = response.context["events"]
    assert [event.title for event in events] == [
        "Diumumkan",
        "Pemenang ditetapkan",
        "SPPBJ",
        "Kontrak ditandatangani",
        "Mulai pekerjaan",
        "Akhir pekerjaan menurut kontrak",
        "Serah terima (BAST)",
        "Pembayaran",
    ]
    assert events[1].source == "SPSE-TenderSelesai.json, baris 1"
    assert "1 April 2025" in response.content.decode()


def test_a_date_that_should_be_there_is_named_as_missing(client, agency):
    response = opened(client, agency, published(agency))

    missing = [event for event in response.context["events"] if event.day is None]
    assert [(event.title, event.why_no_day) for event in missing] == [
        ("SPPBJ", "tanggal SPPBJ belum ada")
    ]


def test_a_date_before_its_forerunner_stands_out(client, agency):
    response = opened(client, agency, published(agency, tgl_bast="2025-02-02"))

    kinds = {event.title: event.kind for event in response.context["events"]}
    assert kinds["Serah terima (BAST)"] == "wrong"
    assert kinds["Kontrak ditandatangani"] == "done"


def test_a_corrected_value_stands_beside_the_published_one(client, agency):
    package = published(agency)
    proposer = make_user(Role.DATA_PROCESSOR, agency)
    correction = propose_correction(
        package, "nilai_kontrak", "890000000", reason="Salah ketik.", actor=proposer
    )
    accept(correction, actor=make_user(Role.COORDINATOR, agency))

    page = opened(client, agency, package).content.decode()

    assert '<span class="was">Rp900.000.000,00</span>' in page
    assert '<span class="new">Rp890.000.000,00</span>' in page


def test_every_source_row_can_be_read_cell_by_cell(client, agency):
    package = published(agency)
    client.force_login(make_user(Role.AUDITOR, agency))

    response = client.get(f"{package.get_absolute_url()}sumber/")

    page = response.content.decode()
    assert len(response.context["rows"]) == 6
    assert "<code>no_bast</code>" in page
    assert "BAST-1" in page
    assert "SPSE-TenderEkontrak-BAPBAST.json, baris 1" in page


def test_texts_with_hidden_structure_are_read_for_people(client, agency):
    """R-26 to R-29: durations, members of a KSO, HTML, budget lines."""
    tables = tender_tables("1001")
    tables["SPSE-TenderEkontrak-Kontrak"][0] |= {
        "anggota_kso": "Nama Anggota KSO: Contoh Multi Jasa, PT, NPWP Anggota KSO: 01, "
        "Jenis Anggota KSO: Utama, Nilai Anggota KSO: 600.000.000,00",
        "lingkup_pekerjaan": "<p>Gedung &amp; pagar</p>_x000d_",
    }
    tables["SPSE-TenderSelesai"][0] |= {"mak": "2.07.03.2.01.0006.5.1.02.02.12.0001"}
    publish_tenders(agency, tables)
    package = Package.objects.get()

    page = opened(client, agency, package).content.decode()
    rows = client.get(f"{package.get_absolute_url()}sumber/").content.decode()

    assert "Contoh Multi Jasa, PT" in page
    assert "600.000.000" in page
    assert "Terbaca: Contoh Multi Jasa, PT, Utama, Rp600.000.000,00" in rows
    assert "Terbaca: Gedung &amp; pagar<" in rows
    assert "rekening 5.1.02.02.12.0001 (belanja barang dan jasa)" in rows


@pytest.mark.parametrize(
    ("column", "text", "read"),
    [
        ("waktu_penyelesaian", "45 (empat puluh lima) hari kalender", ("45 hari kalender",)),
        ("waktu_penyelesaian", "-", ()),
        ("mak", "", ()),
        ("nama_paket", "Jalan A < Jalan B", ()),
    ],
)
def test_a_cell_without_hidden_structure_says_enough_itself(column, text, read):
    assert reading_of(column, text) == read


def test_what_cannot_be_read_says_why():
    assert "tidak menyebut jumlah" in reading_of("waktu_penyelesaian", "sesuai kontrak")[0]
    assert "bukan kode mata anggaran" in reading_of("mak", "MAK lama")[0]


def test_a_package_is_found_by_its_code(client, agency):
    package = published(agency)
    client.force_login(make_user(Role.AUDITOR, agency))

    assert client.get("/data/paket/cari/?kode=1001").url == package.get_absolute_url()
    assert client.get("/data/paket/cari/?kode=tidak-ada").status_code == 404


def test_an_auditor_sees_no_button_that_changes(client, agency):
    package = published(agency)

    assert "Koreksi fakta" not in opened(client, agency, package).content.decode()
    assert "Koreksi fakta" in opened(client, agency, package, Role.COORDINATOR).content.decode()


def test_a_package_costs_a_fixed_number_of_queries(client, agency, django_assert_max_num_queries):
    package = published(agency)
    client.force_login(make_user(Role.AUDITOR, agency))

    with django_assert_max_num_queries(24):
        client.get(package.get_absolute_url())


@pytest.mark.parametrize("more", ["", "sumber/"])
def test_a_package_of_another_agency_does_not_exist(client, agency, more):
    package = published(agency)
    client.force_login(make_user(Role.COORDINATOR, make_agency("X202")))

    assert client.get(f"{package.get_absolute_url()}{more}").status_code == 404
