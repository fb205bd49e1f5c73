"""Batches: all papers of one document, made behind the page."""

import hashlib
import io
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from tolok.archive.batches import actions, jobs, makers, scratch
from tolok.archive.files import kept_file
from tolok.archive.issuing.actions import About
from tolok.archive.models import Batch, Paper
from tolok.archive.testing import issued
from tolok.core.problem import RefusedError
from tolok.cycle.testing import make_year
from tolok.documents.catalogue import document
from tolok.documents.text import text_of
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def year():
    return make_year(year=2025)


@pytest.fixture
def client(client, year):
    client.force_login(make_user(Role.DATA_PROCESSOR, year.agency))
    return client


@pytest.fixture
def maker(monkeypatch):
    """F5 is made for three packages."""
    monkeypatch.setattr(makers, "_MAKERS", {})
    makers.register("F5", lambda _: given(3))


def given(count, **more):
    example = document("F5").example_json()
    for at in range(1, count + 1):
        facts = example | {"package": f"Paket ke-{at}"} | more.get(f"facts{at}", {})
        yield About(f"F5 Paket ke-{at}", subject=more.get(f"subject{at}", f"100{at}")), facts


def start(year, count=3, **more):
    return actions.prepare_batch("F5", [*given(count, **more)], year=year, actor=None)


def run(batch):
    jobs.run_batch(batch.pk)
    batch.refresh_from_db()
    return batch


def names_in(batch):
    with zipfile.ZipFile(kept_file(batch.sha256)) as archive:
        return archive.namelist()


def test_each_item_becomes_a_draft_and_a_file_of_the_zip(year):
    batch = run(start(year))

    drafts = Paper.objects.order_by("subject")
    assert batch.status == Batch.Status.DONE
    assert [(one.document, one.subject, one.status) for one in drafts] == [
        ("F5", f"100{at}", Paper.Status.DRAFT) for at in (1, 2, 3)
    ]
    assert names_in(batch) == [
        *(f"F5-000{at}-f5-paket-ke-{at}.docx" for at in (1, 2, 3)),
        "SHA256SUMS",
    ]


def test_the_zip_holds_the_papers_and_their_hashes(year):
    batch = run(start(year, 2))

    with zipfile.ZipFile(kept_file(batch.sha256)) as archive:
        first = archive.read("F5-0001-f5-paket-ke-1.docx")
        sums = archive.read("SHA256SUMS").decode().splitlines()
    assert "Paket ke-1" in text_of(first)
    assert sums[0] == f"{hashlib.sha256(first).hexdigest()}  F5-0001-f5-paket-ke-1.docx"


def test_what_cannot_be_made_is_named_and_the_rest_made(year):
    issued("F5", subject="1002")

    batch = run(start(year, facts1={"supplier": 7}, subject3="1002"))

    refused = {item.position: item.problems[0]["rule"] for item in batch.items.refused()}
    assert refused == {1: "DK-03", 2: "NK-01", 3: "BN-04"}


def test_run_again_it_makes_nothing_twice(year):
    batch = run(start(year))

    again = run(batch)

    assert Paper.objects.count() == 3
    assert again.done_at == batch.done_at


def test_a_batch_that_another_job_has_is_left_alone(year):
    batch = start(year)
    Batch.objects.filter(pk=batch.pk).update(
        status=Batch.Status.WORKING, claimed_at=timezone.now(), beat_at=timezone.now()
    )

    jobs.run_batch(batch.pk)

    assert Paper.objects.count() == 0


def test_what_a_dead_job_left_is_finished_by_the_next(year, monkeypatch):
    batch = start(year)
    monkeypatch.setattr(jobs, "AT_ONCE", 1)
    monkeypatch.setattr(jobs, "_settle", dies_at(2, jobs._settle))
    with pytest.raises(KeyboardInterrupt):
        jobs.run_batch(batch.pk)
    monkeypatch.undo()
    long_ago = timezone.now() - timedelta(minutes=10)
    Batch.objects.filter(pk=batch.pk).update(beat_at=long_ago)

    batch = run(batch)

    assert batch.items.made().count() == 3
    assert Paper.objects.count() == 3
    assert len(names_in(batch)) == 4


def dies_at(turn, function):
    turns = iter(range(1, 100))

    def dying(*arguments):
        if next(turns) == turn:
            raise KeyboardInterrupt
        return function(*arguments)

    return dying


def test_a_file_that_got_lost_is_made_again(year, monkeypatch):
    monkeypatch.setattr(jobs, "SLICE", -1.0)
    batch = run(start(year, 1))
    monkeypatch.undo()
    jobs._make(batch, list(batch.items.all()))
    scratch.file_of(batch.items.get()).write_bytes(b"setengah")

    batch = run(batch)

    with zipfile.ZipFile(kept_file(batch.sha256)) as archive:
        assert "Paket ke-1" in text_of(archive.read(names_in(batch)[0]))


def test_after_a_while_the_job_makes_room_for_others(year, monkeypatch):
    monkeypatch.setattr(jobs, "SLICE", -1.0)

    batch = run(start(year))

    assert batch.status == Batch.Status.WAITING
    assert batch.items.waiting().count() == 3


def test_nothing_is_left_beside_the_store(year, home):
    run(start(year))

    assert list((home / ".batches").iterdir()) == []


class TestRefusals:
    def test_an_empty_list_is_refused(self, year):
        with pytest.raises(RefusedError) as refused:
            actions.prepare_batch("F5", [], year=year, actor=None)

        assert refused.value.problems[0].rule == "BN-02"

    def test_a_document_whose_facts_nobody_knows_is_refused(self, year, maker):
        with pytest.raises(RefusedError) as refused:
            actions.start_batch("F6", year=year, actor=None)

        assert refused.value.problems[0].rule == "BN-01"

    def test_the_same_document_is_not_made_twice_at_a_time(self, year):
        start(year)

        with pytest.raises(RefusedError) as refused:
            start(year)

        assert refused.value.problems[0].rule == "BN-03"


class TestThePages:
    def test_a_batch_is_started_and_its_page_shows_the_progress(self, client, year, maker):
        answer = client.post("/dokumen/sekaligus/mulai/", {"dokumen": "F5"})

        page = client.get(answer["Location"]).content.decode()
        assert "Mengumpulkan fakta" in page
        assert '<noscript><meta http-equiv="refresh"' in page

    def test_the_progress_alone_is_given_to_htmx(self, client, year):
        batch = start(year)

        part = client.get(batch.get_absolute_url(), headers={"HX-Request": "true"})

        assert "<html" not in part.content.decode()
        assert "0 dari 3 naskah" in part.content.decode()

    def test_a_finished_batch_gives_its_zip_and_names_what_was_refused(self, client, year):
        batch = run(start(year, facts2={"supplier": 7}))

        page = client.get(batch.get_absolute_url()).content.decode()
        answer = client.get(f"{batch.get_absolute_url()}zip/")

        assert "DK-03 supplier" in page
        with zipfile.ZipFile(io.BytesIO(answer.getvalue())) as archive:
            assert len(archive.namelist()) == 3

    def test_without_a_worker_it_is_done_on_request(self, client, year):
        batch = start(year, 1)
        Batch.objects.filter(pk=batch.pk).update(made_at=timezone.now() - timedelta(minutes=1))
        assert "Lanjutkan sekarang" in client.get(batch.get_absolute_url()).content.decode()

        client.post(f"{batch.get_absolute_url()}lanjut/")

        assert Paper.objects.count() == 1

    def test_a_document_without_a_maker_is_no_choice(self, client, year, maker):
        answer = client.post("/dokumen/sekaligus/mulai/", {"dokumen": "F6"})

        assert answer.status_code == 422

    def test_an_auditor_looks_but_starts_nothing(self, client, year, maker):
        client.force_login(make_user(Role.AUDITOR, year.agency))

        assert client.get("/dokumen/sekaligus/").status_code == 200
        assert client.post("/dokumen/sekaligus/mulai/", {"dokumen": "F5"}).status_code == 403

    def test_another_agency_sees_nothing_of_it(self, client, year):
        batch = start(year)
        other = make_year(make_agency("X999"), 2025)
        client.force_login(make_user(Role.COORDINATOR, other.agency))

        assert client.get(batch.get_absolute_url()).status_code == 404
        assert client.get(f"{batch.get_absolute_url()}zip/").status_code == 404
