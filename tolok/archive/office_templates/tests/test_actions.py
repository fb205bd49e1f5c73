"""Versions are kept byte for byte, put in use by a person, and go back with one click."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from tolok.archive.files import kept_file
from tolok.archive.models import OfficeTemplate
from tolok.archive.office_templates.actions import (
    Brought,
    upload_template,
    use_shipped,
    use_template,
)
from tolok.archive.testing import drafted, issued
from tolok.core.problem import RefusedError
from tolok.documents.catalogue import document
from tolok.documents.checking.container import MOST_BYTES
from tolok.documents.text import text_of
from tolok.organisation.testing import make_agency
from tolok.people.models import User
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
F5 = document("F5")


def test_a_template_is_kept_byte_for_byte_as_the_next_version_and_not_in_use(uploaded, template):
    first = uploaded("SATU", note="kop baru")
    second = uploaded("DUA")

    assert [first.version, second.version] == [1, 2]
    assert not second.is_in_use
    assert kept_file(second.sha256).read_bytes() == template("DUA").read_bytes()
    entry = AuditEntry.objects.first()
    assert (entry.event, entry.subject) == ("archive.upload_template", "Templat F5")
    assert entry.values_after()["versi"] == 2


def test_a_template_with_something_wrong_is_refused_by_paragraph_and_nothing_is_kept(uploaded):
    with pytest.raises(RefusedError) as refused:
        uploaded("{{ suplier }}")

    (problem,) = refused.value.problems
    assert (problem.rule, problem.where) == ("TP-09", "paragraf 1 “{{ suplier }}”")
    assert not OfficeTemplate.objects.exists()
    assert not AuditEntry.objects.exists()


def test_the_same_file_is_kept_once(uploaded):
    uploaded()

    with pytest.raises(RefusedError) as refused:
        uploaded()

    assert refused.value.problems[0].rule == "TP-20"
    assert "versi 1" in refused.value.problems[0].message


def test_an_endless_file_is_read_only_as_far_as_it_may_be(administrator):
    read = []

    def chunks():
        while True:
            read.append(1)
            yield b"x" * (1 << 20)

    brought = Brought("besar.docx", chunks())

    with pytest.raises(RefusedError) as refused:
        upload_template(make_agency(), F5, brought, note="", actor=administrator)

    assert refused.value.problems[0].rule == "TP-02"
    assert len(read) <= (MOST_BYTES >> 20) + 1


def test_papers_are_made_with_the_version_in_use_and_remember_it(uploaded, administrator):
    version = use_template(uploaded("PENILAIAN KAMI"), actor=administrator)

    paper = issued("F5")

    made = paper.files.get(content_type__contains="wordprocessing")
    assert paper.template == version
    assert "PENILAIAN KAMI" in text_of(kept_file(made.sha256).read_bytes())
    assert AuditEntry.objects.filter(event="archive.use_template").get().values_before() == {
        "dipakai": "Templat bawaan"
    }


def test_one_click_goes_back_and_issued_papers_keep_theirs(uploaded, administrator):
    version = use_template(uploaded(), actor=administrator)
    before = issued("F5", subject="satu")

    use_shipped(make_agency(), F5, actor=administrator)

    after = issued("F5", subject="dua")
    before.refresh_from_db()
    assert (before.template, after.template) == (version, None)
    entry = AuditEntry.objects.filter(event="archive.use_shipped").get()
    assert entry.values_before() == {"dipakai": "Templat F5 versi 1"}


def test_a_second_click_changes_nothing_and_tells_nothing(uploaded, administrator):
    version = uploaded()
    use_template(version, actor=administrator)
    use_template(version, actor=administrator)
    use_shipped(make_agency(), F5, actor=administrator)
    use_shipped(make_agency(), F5, actor=administrator)

    assert AuditEntry.objects.filter(event="archive.use_template").count() == 1
    assert AuditEntry.objects.filter(event="archive.use_shipped").count() == 1


def test_another_version_takes_the_place_of_the_one_in_use(uploaded, administrator):
    first, second = uploaded("SATU"), uploaded("DUA")
    use_template(first, actor=administrator)

    use_template(second, actor=administrator)

    assert OfficeTemplate.objects.in_use(make_agency(), "F5") == second
    assert OfficeTemplate.objects.filter(is_in_use=True).count() == 1


def test_a_version_whose_file_was_changed_is_refused(uploaded, administrator):
    version = uploaded()
    path = kept_file(version.sha256)
    path.chmod(0o644)
    path.write_bytes(b"lain")

    with pytest.raises(RefusedError) as refused:
        use_template(version, actor=administrator)

    assert refused.value.problems[0].rule == "TP-21"
    assert OfficeTemplate.objects.in_use(make_agency(), "F5") is None


def test_templates_of_one_agency_are_not_those_of_another(uploaded, administrator):
    use_template(uploaded(agency=make_agency("X202")), actor=administrator)

    assert OfficeTemplate.objects.in_use(make_agency(), "F5") is None
    assert drafted("F5").template is None


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_two_who_choose_at_the_same_time_leave_one_in_use(connect, uploaded, administrator):
    versions = [uploaded("SATU"), uploaded("DUA")]
    ready = Barrier(2)

    def choose(version):
        connect()
        ready.wait()
        use_template(version, actor=User.objects.get(pk=administrator.pk))
        connections["default"].close()

    with ThreadPoolExecutor(2) as people:
        list(people.map(choose, versions))

    assert OfficeTemplate.objects.filter(is_in_use=True).count() == 1
    assert AuditEntry.objects.filter(event="archive.use_template").count() == 2
