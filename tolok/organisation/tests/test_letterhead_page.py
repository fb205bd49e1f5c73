import pytest

from tolok.organisation.models import Letterhead
from tolok.organisation.testing import make_agency
from tolok.organisation.tests.test_letterhead import picture
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = pytest.mark.django_db
PAGE = "/pengaturan/kop-surat/"
FILLED = {
    "government": "PEMERINTAH KABUPATEN CONTOH",
    "unit": "SEKRETARIAT DAERAH",
    "place": "Contoh Jaya",
    "paper": "F4",
    "signer_variant": "langsung",
}


def save(client, role=Role.COORDINATOR, **more):
    client.force_login(make_user(role))
    return client.post(f"{PAGE}simpan/", FILLED | more)


def test_a_head_is_set_up_and_shown_with_its_logo(client, tmp_path):
    file = tmp_path / "lambang.png"
    file.write_bytes(picture())

    with file.open("rb") as logo:
        answer = save(client, lambang=logo)

    assert answer.url == PAGE
    assert 'src="data:image/png;base64,' in client.get(PAGE).content.decode()
    save(client, hapus_lambang="on")
    assert not Letterhead.objects.get().logo


def test_a_refusal_is_told_on_the_page(client):
    answer = save(client, signer_name="Fulan")

    assert (answer.status_code, answer.context["problems"][0].rule) == (422, "KS-02")
    assert not Letterhead.objects.exists()


def test_before_it_is_set_up_the_page_proposes_what_tolok_knows(client):
    make_agency(name="Kabupaten Contoh Jaya")
    client.force_login(make_user())

    html = client.get(PAGE).content.decode()

    assert "PEMERINTAH KABUPATEN CONTOH JAYA" in html


def test_an_auditor_reads_and_may_not_save(client):
    assert save(client, Role.AUDITOR).status_code == 403
    assert "Simpan kop surat" not in client.get(PAGE).content.decode()
