"""Issuances: many drafts numbered and issued in their order."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tolok.archive.issuances import actions, jobs
from tolok.archive.issuances.actions import How
from tolok.archive.issuing.actions import discard_draft
from tolok.archive.models import Issuance, Paper
from tolok.archive.testing import DATED, drafted, issued
from tolok.core.problem import RefusedError
from tolok.cycle.testing import make_year
from tolok.documents.rendering.pdf import libreoffice
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
HERE = "/dokumen/terbitkan/"
AS_USUAL = How(DATED)


@pytest.fixture
def year():
    return make_year(year=2025)


@pytest.fixture
def who(year):
    return make_user(Role.COORDINATOR, year.agency)


@pytest.fixture
def client(client, who):
    client.force_login(who)
    return client


def invitations(count=3):
    return [drafted("UNDANGAN", title=f"Rapat {at}", subject=str(at)) for at in range(count)]


def issue(papers, year, who, how=AS_USUAL):
    issuance = actions.prepare_issuance("UNDANGAN", papers, how, year=year, actor=who)
    jobs.run_issuance(issuance.pk)
    issuance.refresh_from_db()
    return issuance


def refused(issuance):
    return {
        item.title: [one["rule"] for one in item.problems]
        for item in issuance.items.with_problems()
    }


def test_drafts_are_numbered_in_their_order_and_told_in_the_trail(year, who):
    papers = invitations()

    issuance = issue(papers, year, who)

    issued_papers = [item.paper for item in issuance.items.select_related("paper__number")]
    assert [paper.number.sequence for paper in issued_papers] == [1, 2, 3]
    assert [paper.title for paper in issued_papers] == ["Rapat 0", "Rapat 1", "Rapat 2"]
    assert issuance.status == Issuance.Status.DONE
    events = list(AuditEntry.objects.values_list("event", flat=True))
    assert events.count("archive.issue_paper") == 3
    assert "archive.start_issuance" in events


def test_what_changed_or_went_meanwhile_is_refused_and_the_others_are_issued(year, who):
    changed, gone, same = invitations()
    issuance = actions.prepare_issuance(
        "UNDANGAN", [changed, gone, same], How(DATED), year=year, actor=who
    )
    drafted("UNDANGAN", changed={"nature": "Biasa"}, title=changed.title, subject=changed.subject)
    discard_draft(gone, actor=who)

    jobs.run_issuance(issuance.pk)

    assert refused(issuance) == {"Rapat 0": ["NK-07"], "Rapat 1": ["BN-09"]}
    assert Paper.objects.get(pk=same.pk).status == Paper.Status.ISSUED
    assert Paper.objects.get(pk=changed.pk).status == Paper.Status.DRAFT


def test_a_job_that_takes_over_issues_nothing_twice(year, who, monkeypatch):
    issuance = actions.prepare_issuance("UNDANGAN", invitations(), How(DATED), year=year, actor=who)
    with monkeypatch.context() as dying:
        dying.setattr(Issuance, "beat", lambda _: (_ for _ in ()).throw(MemoryError))
        with pytest.raises(MemoryError):  # after the first paper, before the word that it is out
            jobs.run_issuance(issuance.pk)
    assert issuance.items.issued().count() == 0

    Issuance.objects.update(beat_at=timezone.now() - timedelta(hours=1))
    jobs.run_issuance(issuance.pk)

    numbers = Paper.objects.order_by("number__sequence").values_list("number__sequence", flat=True)
    assert list(numbers) == [1, 2, 3]
    assert (issuance.items.issued().count(), refused(issuance)) == (3, {})


def test_one_at_a_time_and_of_at_least_one_draft(year, who):
    papers = invitations()
    actions.prepare_issuance("UNDANGAN", papers, How(DATED), year=year, actor=who)

    for chosen, rule in (((), "BN-07"), (papers, "BN-08")):
        with pytest.raises(RefusedError) as refusal:
            actions.prepare_issuance("UNDANGAN", chosen, How(DATED), year=year, actor=who)
        assert refusal.value.problems[0].rule == rule


def test_what_would_refuse_all_refuses_at_once(year, who, monkeypatch):
    papers = invitations(1)
    monkeypatch.setenv("PATH", "")

    for how, rule in (
        (How(DATED, is_numbered=False), "NK-03"),
        (How(DATED, with_pdf=True), "DK-07"),
    ):
        with pytest.raises(RefusedError) as refusal:
            actions.prepare_issuance("UNDANGAN", papers, how, year=year, actor=who)
        assert refusal.value.problems[0].rule == rule
    assert not Issuance.objects.exists()


@pytest.mark.slow
@pytest.mark.skipif(libreoffice() is None, reason="needs LibreOffice")
def test_each_paper_gets_its_pdf_when_asked(year, who):
    issuance = issue(invitations(), year, who, How(DATED, with_pdf=True))

    for item in issuance.items.all():
        (pdf,) = item.paper.files.filter(kind="pdf")
        assert pdf.name.endswith(f"{item.paper.code}.pdf")


def test_the_pages_offer_choose_issue_and_list(client, year):
    first, second = invitations(2)
    listed = client.get("/dokumen/?dokumen=UNDANGAN").content.decode()
    assert f'{HERE}?dokumen=UNDANGAN"' in listed
    asked = client.get(f"{HERE}?dokumen=UNDANGAN").content.decode()
    assert all(paper.title in asked for paper in (first, second))

    given = {"dokumen": "UNDANGAN", "naskah": [second.pk], "tanggal": "3/3/2025", "nomor": "auto"}
    started = client.post(f"{HERE}mulai/", given)
    client.post(f"{started.url}lanjut/")

    page = client.get(started.url).content.decode()
    assert "1 naskah terbit" in page
    assert second.title in page
    assert Paper.objects.get(pk=first.pk).status == Paper.Status.DRAFT


def test_more_drafts_than_the_page_shows_are_issued_together(client, year, monkeypatch):
    monkeypatch.setattr("tolok.archive.issuances.views.MOST", 1)
    first, _ = invitations(2)
    assert "semua 2 draf" in client.get(f"{HERE}?dokumen=UNDANGAN").content.decode()
    given = {"dokumen": "UNDANGAN", "naskah": [first.pk], "tanggal": "3/3/2025", "nomor": "auto"}

    client.post(f"{HERE}mulai/", given | {"semua": "1"})

    assert Issuance.objects.get().items.count() == 2


def test_a_form_without_drafts_says_so_and_keeps_what_was_typed(client, year):
    invitations(1)

    given = {"dokumen": "UNDANGAN", "tanggal": "3/3/2025", "nomor": "auto"}
    page = client.post(f"{HERE}mulai/", given)

    assert page.status_code == 422
    assert "BN-07" in page.content.decode()
    assert 'value="3/3/2025"' in page.content.decode()


def test_drafts_of_another_agency_are_not_chosen_and_others_may_not_start(client, year, who):
    other = issued("UNDANGAN")
    Paper.objects.filter(pk=other.pk).update(agency=make_agency("X202"), status="draft")
    given = {"dokumen": "UNDANGAN", "naskah": [other.pk], "tanggal": "3/3/2025", "nomor": "auto"}

    assert client.post(f"{HERE}mulai/", given).status_code == 422
    client.force_login(make_user(Role.DATA_PROCESSOR, year.agency))
    assert client.post(f"{HERE}mulai/", given).status_code == 403
