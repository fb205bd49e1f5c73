"""Papers are destroyed by two persons' decision, and what is known of them stays."""

import pytest

from tolok.archive.files import kept_file
from tolok.archive.keeping.actions import (
    decide_disposal,
    edit_keeping,
    propose_disposal,
    refuse_disposal,
    withdraw_disposal,
)
from tolok.archive.keeping.actions.data import FIELDS
from tolok.archive.keeping.classes import Schedule
from tolok.archive.models import Disposal, Paper, PaperFile, Pile
from tolok.archive.piles.jobs import read_pile
from tolok.archive.piles.tests.test_reading import brought
from tolok.archive.soundness.testing import make_file
from tolok.archive.testing import make_paper
from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.scans.testing import Scan
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
LONG_AGO = 2015  # its surveys were over at the end of 2020


def old(document="F12", year=LONG_AGO, **fields):
    return make_paper(document, Paper.Status.SIGNED, year=year, **fields)


def proposer():
    return make_user(Role.DATA_PROCESSOR)


def decider():
    return make_user(Role.COORDINATOR)


def propose(*papers, reason="Retensi habis"):
    return propose_disposal(make_agency(), 2025, papers, reason=reason, actor=proposer())


def hold(paper, reason="perkara 12/2026"):
    keeping = Schedule(paper.agency).keeping_of(paper)
    given = {name: getattr(keeping, name) for name in FIELDS}
    held = given | {"is_held": True, "hold_reason": reason}
    return edit_keeping(paper, held, actor=decider())


def refused(deed, *arguments, **more):
    with pytest.raises(RefusedError) as refusal:
        deed(*arguments, **more)
    return {problem.rule for problem in refusal.value.problems}


def test_two_persons_destroy_a_paper_and_its_record_stays(django_capture_on_commit_callbacks):
    paper = old()
    file = make_file(paper=paper)
    disposal = propose(paper)
    assert kept_file(file.sha256).is_file()

    with django_capture_on_commit_callbacks(execute=True):
        disposal = decide_disposal(disposal, reason="Sesuai JRA", actor=decider())

    assert not kept_file(file.sha256).exists()
    paper.refresh_from_db()
    assert (paper.status, paper.facts) == (Paper.Status.DISPOSED, {})
    assert PaperFile.objects.get().is_disposed
    item = disposal.items.get()
    assert [one["sha256"] for one in item.files] == [file.sha256]
    assert (disposal.proposed_by, disposal.decided_by) == (proposer(), decider())
    told = AuditEntry.objects.get(event="archive.decide_disposal").values_after()
    assert told["naskah"][0]["berkas"][0]["sha256"] == file.sha256


def test_who_proposed_does_not_decide():
    disposal = propose(old())

    assert refused(decide_disposal, disposal, reason="", actor=proposer()) == {"AR-11"}
    assert refused(refuse_disposal, disposal, reason="x", actor=proposer()) == {"AR-11"}
    assert refused(withdraw_disposal, disposal, actor=decider()) == {"AR-11"}
    assert Disposal.objects.get().status == Disposal.Status.PROPOSED


def test_a_proposal_is_decided_once():
    disposal = propose(old())
    refuse_disposal(disposal, reason="masih dipakai", actor=decider())

    assert refused(decide_disposal, disposal, reason="", actor=decider()) == {"AR-12"}
    assert refused(withdraw_disposal, disposal, actor=proposer()) == {"AR-12"}


def test_what_may_not_go_is_not_proposed():
    held = old()
    hold(held)

    assert refused(propose, old(year=2025)) == {"AR-01"}
    assert refused(propose, held) == {"AR-02"}
    assert refused(propose, old("F3")) == {"AR-03"}
    assert refused(propose, old(), reason=" ") == {"AR-08"}
    assert refused(propose) == {"AR-09"}
    assert refused(propose, old(), old("F3")) == {"AR-03"}  # one of them stops all
    assert not Disposal.objects.exists()


def test_a_hold_that_came_between_stops_the_decision(django_capture_on_commit_callbacks):
    paper = old()
    file = make_file(paper=paper)
    disposal = propose(paper)
    hold(paper)

    with django_capture_on_commit_callbacks(execute=True):
        assert refused(decide_disposal, disposal, reason="", actor=decider()) == {"AR-02"}

    assert kept_file(file.sha256).is_file()
    assert Paper.objects.get().status == Paper.Status.SIGNED


def test_a_paper_is_in_one_open_proposal():
    paper = old()
    first = propose(paper)
    assert refused(propose, paper) == {"AR-10"}

    withdraw_disposal(first, actor=proposer())

    assert propose(paper).items.count() == 1


def test_what_was_destroyed_is_destroyed_once_and_written_on_no_more():
    paper = old()
    decide_disposal(propose(paper), reason="", actor=decider())
    paper.refresh_from_db()

    assert refused(propose, paper) == {"AR-07"}
    assert refused(hold, paper) == {"AR-07"}


def test_bytes_that_another_paper_needs_stay(django_capture_on_commit_callbacks):
    paper, newer = old(), make_paper("F12", Paper.Status.SIGNED)
    file = make_file(b"sama", paper=paper)
    make_file(b"sama", paper=newer)

    with django_capture_on_commit_callbacks(execute=True):
        decide_disposal(propose(paper), reason="", actor=decider())

    assert kept_file(file.sha256).is_file()


def test_a_pile_goes_with_the_last_of_its_papers(django_capture_on_commit_callbacks):
    papers = [make_paper("F12", Paper.Status.ISSUED, year=LONG_AGO) for _ in range(2)]
    pile = brought(*(Scan(paper.code) for paper in papers))
    read_pile(pile.pk)
    there = []

    for paper in papers:
        with django_capture_on_commit_callbacks(execute=True):
            decide_disposal(propose(paper), reason="", actor=decider())
        there.append(kept_file(pile.sha256).exists())

    assert there == [True, False]
    assert Pile.objects.get().is_disposed
