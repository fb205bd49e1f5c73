import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tolok.archive.files import keep_chunks
from tolok.archive.models import Paper, PaperFile
from tolok.archive.numbers.actions import given_number
from tolok.archive.testing import DATED, make_paper
from tolok.archive.verification import hashing, limiting
from tolok.organisation.testing import make_agency

pytestmark = pytest.mark.django_db
Status = Paper.Status
BYTES = b"%PDF-1.7 naskah"
UNKNOWN = "7K3M-9QXF"


def issued(status=Status.ISSUED, **fields):
    number = given_number(make_agency(), "000.3/1/2025", DATED, actor=None)
    return make_paper("F1", status, number=number, title="Rahasia Penyedia", **fields)


def with_file(paper, kind=PaperFile.Kind.SIGNED, data=BYTES):
    sha256, size = keep_chunks([data])
    return paper.files.create(kind=kind, name="naskah.pdf", sha256=sha256, size=size)


def ask(code, client=None, **data):
    client = client or Client(enforce_csrf_checks=True)
    return client.post(f"/v/{code}", data) if data else client.get(f"/v/{code}")


def test_anybody_reads_type_number_date_issuer_and_status_and_nothing_else():
    paper = issued()

    html = ask(paper.code).content.decode()

    for told in ("Surat Tugas", "000.3/1/2025", "3 Maret 2025", "Kabupaten X101", "Terbit"):
        assert told in html
    assert "Rahasia" not in html
    assert paper.facts_sha256 not in html


@pytest.mark.parametrize("typed", ["kode", "spasi"])
def test_a_code_is_found_as_people_type_it(typed):
    paper = issued()
    code = paper.code.lower() if typed == "kode" else paper.code.replace("-", " ")

    assert ask(code).status_code == 200


def test_the_form_leads_to_the_code(client):
    assert client.get("/v/", {"kode": " 7k3m-9qxf "}).url == "/v/7k3m-9qxf"
    assert client.get("/v/").status_code == 200


def test_a_draft_an_unknown_and_a_mistyped_code_look_the_same():
    answers = [ask(code) for code in (make_paper().code, UNKNOWN, "7K3M-9QXG", "x")]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_a_replaced_paper_names_the_code_that_counts():
    old = issued(Status.REPLACED)
    new = make_paper("F1", Status.ISSUED, replaces=old)

    html = ask(old.code).content.decode()

    assert "Sudah diganti" in html
    assert new.code in html


def test_the_draft_of_a_correction_is_not_told():
    old = issued()
    draft = make_paper("F1", replaces=old)

    assert draft.code not in ask(old.code).content.decode()


def test_a_voided_paper_says_so_but_not_why():
    html = ask(issued(Status.VOIDED, reason="rahasia").code).content.decode()

    assert "Dibatalkan" in html
    assert "rahasia" not in html


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.DRAFT}))
def test_whatever_left_the_house_has_something_to_say(status):
    assert ask(make_paper(status=status).code).status_code == 200


class TestComparing:
    def test_the_very_file_is_known_by_its_bytes_and_not_kept(self, home):
        paper = issued()
        with_file(paper)
        before = sorted(home.rglob("*"))

        answer = ask(paper.code, berkas=SimpleUploadedFile("lain.pdf", BYTES))

        assert "Sama persis" in answer.content.decode()
        assert sorted(home.rglob("*")) == before

    def test_one_byte_more_is_another_file(self):
        paper = issued()
        with_file(paper)

        html = ask(paper.code, berkas=SimpleUploadedFile("naskah.pdf", BYTES + b" ")).content

        assert "tidak sama dengan berkas mana pun" in html.decode()

    def test_a_browser_may_send_the_hash_alone(self):
        paper = issued()
        with_file(paper)

        html = ask(paper.code, sidik=hashlib.sha256(BYTES).hexdigest()).content.decode()

        assert "Sama persis" in html

    def test_a_file_of_another_paper_and_an_annex_do_not_count(self):
        paper = issued()
        with_file(make_paper(status=Status.ISSUED))
        with_file(paper, PaperFile.Kind.EVIDENCE)

        html = ask(paper.code, sidik=hashlib.sha256(BYTES).hexdigest()).content.decode()

        assert "tidak sama dengan berkas mana pun" in html

    def test_sending_nothing_compares_nothing(self):
        html = ask(issued().code, sidik="").content.decode()

        assert "Sama persis" not in html
        assert "tidak sama dengan" not in html

    def test_a_file_without_end_is_cut_off(self, monkeypatch):
        monkeypatch.setattr(hashing, "LARGEST", 10)
        paper = issued()
        with_file(paper)

        html = ask(paper.code, berkas=SimpleUploadedFile("naskah.pdf", BYTES)).content.decode()

        assert "Sama persis" not in html


class TestAskingOften:
    def test_who_asks_too_often_waits_a_minute(self, monkeypatch, client):
        monkeypatch.setattr(limiting, "MOST", 2)
        paper = issued()

        answers = [ask(paper.code, client).status_code for _ in range(3)]
        other = client.get(f"/v/{paper.code}", REMOTE_ADDR="203.0.113.9")

        assert answers == [200, 200, 429]
        assert other.status_code == 200

    def test_behind_a_proxy_the_visitor_counts_not_the_proxy(self, settings, rf):
        settings.HTTPS = True
        forged = rf.get("/v/x", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.9"})

        assert limiting.network_of(forged) == "203.0.113.9"

    def test_a_subscriber_with_a_whole_network_is_one(self, rf):
        one, other = (
            limiting.network_of(rf.get("/v/x", REMOTE_ADDR=address))
            for address in ("2001:db8::1", "2001:db8::ffff:1")
        )

        assert one == other
