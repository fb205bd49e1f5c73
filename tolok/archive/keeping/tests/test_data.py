"""Archive data, the retention schedule, and the printable list."""

import pytest

from tolok.archive.keeping.actions import draft_archive_list, edit_keeping, save_retention_class
from tolok.archive.keeping.actions.data import FIELDS
from tolok.archive.keeping.classes import Schedule, ensure_classes
from tolok.archive.models import Keeping, Paper, RetentionClass
from tolok.archive.soundness.testing import make_file
from tolok.archive.testing import YEAR, make_paper
from tolok.core.problem import RefusedError
from tolok.core.retention import Fate
from tolok.cycle.testing import make_year
from tolok.documents.catalogue import TITLES, document
from tolok.documents.facts import facts_from_json
from tolok.documents.render import render
from tolok.documents.text import text_of
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


def usual(paper, **changed):
    keeping = Schedule(paper.agency).keeping_of(paper)
    return {name: getattr(keeping, name) for name in FIELDS} | changed


def klass(**changed):
    given = {"name": "Kontrak", "classification": "000.3", "documents": []}
    return given | {"active_years": 1, "inactive_years": 1, "fate": "musnah", "basis": ""} | changed


def refused(deed, *arguments, **more):
    with pytest.raises(RefusedError) as refusal:
        deed(*arguments, **more, actor=make_user())
    return refusal.value.problems[0].rule


def test_every_document_has_a_usual_class():
    ensure_classes(make_agency())
    ensure_classes(make_agency())

    named = [code for one in RetentionClass.objects.all() for code in one.documents]
    assert sorted(named) == sorted(TITLES)
    assert {one.basis for one in RetentionClass.objects.all()} == {"Ketentuan internal"}


def test_where_a_paper_lies_is_written_down_and_told():
    paper = make_paper("F5", Paper.Status.SIGNED)

    edit_keeping(paper, usual(paper, room="Ruang Arsip 1", box="2025-2"), actor=make_user())

    keeping = Keeping.objects.get()
    assert keeping.place == "Ruang Arsip 1, boks 2025-2"
    assert keeping.retention_class.name == "Penilaian penyedia dan Pokja"
    assert AuditEntry.objects.first().values_after()["box"] == "2025-2"


def test_a_hold_says_why_and_its_reason_goes_with_it():
    paper = make_paper("F5", Paper.Status.SIGNED)
    assert refused(edit_keeping, paper, usual(paper, is_held=True)) == "AR-04"

    edit_keeping(paper, usual(paper, is_held=False, hold_reason="lama"), actor=make_user())

    assert Keeping.objects.get().hold_reason == ""


def test_the_schedule_is_the_agencys_own():
    agency = make_agency()
    ensure_classes(agency)
    survey = RetentionClass.objects.get(name="Survei kepuasan")
    given = klass(name="Survei", documents=["F12"], fate=Fate.REVIEW.value)

    save_retention_class(agency, given, actor=make_user(), known=survey)

    survey.refresh_from_db()
    assert (survey.name, survey.fate) == ("Survei", "dinilai kembali")
    assert Schedule(agency).usual_of(make_paper("F13")) is None
    assert refused(save_retention_class, agency, klass(name="Survei")) == "AR-05"
    assert refused(save_retention_class, agency, klass(documents=["F12", "F13"])) == "AR-06"


def test_the_list_of_archives_is_drafted_from_the_years_papers():
    year = make_year(year=YEAR)
    signed = make_paper("F5", Paper.Status.SIGNED, title="Penilaian CV Contoh")
    file = make_file(paper=signed)
    edit_keeping(signed, usual(signed, room="Ruang 1", box="7"), actor=make_user())
    make_paper("F1", Paper.Status.VOIDED, title="Batal")
    make_paper("F1", title="Masih draf")

    listed = draft_archive_list(year, actor=make_user())

    known = document("ARSIP")
    text = text_of(render(known, facts_from_json(known, listed.facts)))
    for word in ("Penilaian CV Contoh", signed.code, "Ruang 1, boks 7", file.sha256[:8]):
        assert word in text
    assert "31/12/2027" in text
    assert "Batal" not in text
    assert "Masih draf" not in text


def test_an_empty_year_has_no_list():
    year = make_year(year=YEAR)

    assert refused(draft_archive_list, year) == "AR-13"
