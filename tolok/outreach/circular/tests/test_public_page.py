import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tolok.archive.files import keep_chunks
from tolok.archive.models import PaperFile
from tolok.outreach.circular.standing import letter_of
from tolok.outreach.circular.testing import link_for
from tolok.outreach.models import Delivery, Receipt, ReceiptLink
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person

GIVEN = {
    "nama": "Budi Penerima",
    "jabatan": "Sekretaris Dinas",
    "pj_saya": "on",
    "pj_kontak": "0800 1111 2222",
    "ppk_lain": "Orang Baru\n",
}


@pytest.fixture
def address(addressee):
    return reverse("outreach:receive", args=[link_for(addressee).token])


def rows():
    models = (Delivery, Receipt, ReceiptLink)
    return [sorted(model.objects.values_list().order_by("pk")) for model in models]


def test_opening_it_changes_nothing_however_often_and_by_whom(client, address):
    before = rows()

    for agent in ("WhatsApp/2.24", "Mozilla/5.0 (compatible; SafeLinks)") * 10:
        assert client.get(address, headers={"user-agent": agent}).status_code == 200
        client.head(address)

    assert rows() == before


def test_a_post_without_the_page_s_own_secret_is_no_answer(address):
    scanner = Client(enforce_csrf_checks=True)

    assert scanner.post(address, GIVEN).status_code == 403
    assert not Receipt.objects.exists()


def test_a_unit_acknowledges_without_an_account(client, address, addressee):
    office = make_person("ppk@contoh.id")
    make_office(office, Role.PPK, addressee.circular.agency, unit=addressee.unit)

    answer = client.post(address, GIVEN | {"ppk_0": "bukan"}, follow=True)

    receipt = Receipt.objects.get()
    assert (receipt.pic_name, receipt.pic_address) == ("Budi Penerima", "0800 1111 2222")
    assert [(one.name, one.says) for one in receipt.ppks.all()] == [
        ("Ppk", "removed"),
        ("Orang Baru", "added"),
    ]
    assert "Sudah diterima" in answer.content.decode()


def test_what_is_missing_stands_at_its_field_and_nothing_typed_is_lost(client, address):
    answer = client.post(address, GIVEN | {"pj_saya": "", "jabatan": "Sekretaris <b>"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tuliskan namanya, atau beri tanda bahwa Anda sendiri." in page
    assert "Sekretaris &lt;b&gt;" in page


def test_unknown_expired_and_revoked_links_get_the_same_page(client, address):
    ReceiptLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    expired = client.get(address)
    ReceiptLink.objects.update(expires_at=timezone.now() + timedelta(1), revoked_at=timezone.now())
    revoked = client.get(address)
    unknown = client.get(reverse("outreach:receive", args=["tidak-ada"]))

    assert [expired.status_code, revoked.status_code, unknown.status_code] == [404] * 3
    assert expired.content == revoked.content == unknown.content
    assert "mintalah tautan baru" in unknown.content.decode()


def test_the_letter_itself_is_one_click_away_and_nothing_else(client, address, addressee):
    letter = letter_of(addressee.circular.agency, addressee.circular.year)
    sha256, size = keep_chunks([b"isi surat"])
    PaperFile.objects.create(
        paper=letter, kind="made", name="F2.docx", sha256=sha256, size=size, content_type="x/y"
    )

    answer = client.get(address + "surat/")

    assert b"".join(answer.streaming_content) == b"isi surat"
    assert client.get(address.replace("/terima/", "/terima/x") + "surat/").status_code == 404


def test_it_is_not_asked_all_day(client, addressee, monkeypatch):
    monkeypatch.setattr("tolok.outreach.circular.views.receiving.MOST", 2)
    unknown = reverse("outreach:receive", args=["tidak-ada"])

    answers = [client.get(unknown).status_code for _ in range(3)]

    assert answers[-1] == 429


def test_it_is_light_and_needs_no_scripts(client, address):
    page = client.get(address).content.decode()

    assert "<script" not in page
    files = [finders.find(name) for name in re.findall(r'"/static/([^"]+)"', page)]
    assert len(page) + sum(Path(file).stat().st_size for file in files) <= 60_000
