import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connections

from tolok.archive.files import kept_file
from tolok.archive.issuing.about import dated_anew, sha256_of
from tolok.archive.issuing.actions import Numbering, issue_paper, send_outside
from tolok.archive.issuing.making import make_files
from tolok.archive.models import LetterNumber, NumberSeries, Paper, PaperFile
from tolok.archive.numbers.series import ensure_series
from tolok.archive.testing import DATED, drafted, issued, make_paper
from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.documents.catalogue import document
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

ISSUERS = 4


@pytest.mark.django_db
class TestIssuing:
    def test_facts_number_date_and_code_are_frozen_and_the_file_kept(self, settings):
        settings.TOLOK_ADDRESS = "kinerja.contoh.example"

        paper = issued("F1", actor=make_user())

        paper.refresh_from_db()
        assert paper.status == Paper.Status.ISSUED
        assert paper.number_text == "800.1.11.1/1/UKPBJ/III/2025"
        assert paper.facts["letter"]["number"] == paper.number_text
        assert paper.facts["letter"]["date"] == "2025-03-03"
        assert paper.facts["issue"] == {
            "status": "final",
            "code": paper.code,
            "address": "kinerja.contoh.example/v",
        }
        assert paper.facts_sha256 == sha256_of(paper.facts)
        file = paper.files.get()
        assert hashlib.sha256(kept_file(file.sha256).read_bytes()).hexdigest() == file.sha256
        assert file.name == f"{file.name.partition(paper.code)[0]}{paper.code}.docx"
        assert AuditEntry.objects.first().values_after()["nomor"] == paper.number_text

    def test_the_same_facts_make_the_same_bytes_again(self):
        paper = issued("F5")

        again = make_files(paper, paper.facts, paper.template)

        assert [file.sha256 for file in again] == [file.sha256 for file in paper.files.all()]
        assert [file.name[-4:] for file in again] == ["docx", "xlsx"]

    def test_a_letter_cites_the_regulations_of_its_own_date(self):
        march_2025 = issued("F1").facts["legal_basis"][0]
        today = drafted("F1", subject="lain").facts["legal_basis"][0]

        assert march_2025.endswith("diubah dengan Peraturan Presiden Nomor 12 Tahun 2021;")
        assert today.endswith("terakhir dengan Peraturan Presiden Nomor 46 Tahun 2025;")

    def test_an_sop_keeps_the_basis_that_its_leaders_signed(self):
        known = document("SOP")

        later = dated_anew(known, known.example_json(), date(2026, 3, 3))

        assert later["legal_basis"] == known.example_json()["legal_basis"]

    def test_a_form_without_a_number_gets_its_date_alone(self):
        paper = issued("HADIR")

        assert paper.number is None
        assert paper.facts["signed"]["date"] == "2025-03-03"

    def test_a_number_of_another_registry_is_written_as_given(self):
        paper = issued("F1", number=" 090/77/SRIKANDI/2025 ")

        assert paper.facts["letter"]["number"] == "090/77/SRIKANDI/2025"
        assert paper.number.series is None

    @pytest.mark.parametrize("number", [Numbering.NONE, Numbering.AUTO])
    def test_a_letter_is_not_issued_without_a_number(self, number):
        ensure_series(make_agency())
        NumberSeries.objects.filter(name="Surat tugas").delete()

        with pytest.raises(RefusedError) as refusal:
            issued("F1", number=number)

        assert rules_of(refusal) == {"NK-03"}

    def test_what_was_issued_is_not_issued_again(self):
        with pytest.raises(RefusedError) as refusal:
            issue_paper(make_paper(status=Paper.Status.ISSUED), dated=DATED, actor=None)

        assert rules_of(refusal) == {"NK-02"}

    def test_what_changed_meanwhile_is_looked_at_again(self):
        paper = drafted()
        drafted(changed={"signed": paper.facts["signed"] | {"place": "Kota Lain"}})

        with pytest.raises(RefusedError) as refusal:
            issue_paper(paper, dated=DATED, actor=None)
        with pytest.raises(RefusedError) as sending:
            send_outside(paper, awaits_signature=True, actor=None)

        assert rules_of(refusal) == rules_of(sending) == {"NK-07"}

    def test_when_the_file_cannot_be_made_nothing_is_written(self, monkeypatch):
        paper = drafted("F1")
        Paper.objects.filter(pk=paper.pk).update(facts={"rusak": True})
        paper.refresh_from_db()
        paper.facts = paper.facts | {"letter": {}, "issue": {}}

        with pytest.raises(RefusedError) as refusal:
            issue_paper(paper, dated=DATED, actor=None)

        assert rules_of(refusal) == {"DK-02"}
        assert not LetterNumber.objects.exists()
        assert not PaperFile.objects.exists()

    def test_when_the_number_is_taken_in_between_the_file_is_made_again(self, monkeypatch):
        """NK-06 ends it when that never stops."""
        monkeypatch.setattr("tolok.archive.issuing.actions.issue.MOST_TRIES", 0)

        with pytest.raises(RefusedError) as refusal:
            issued("F1")

        assert rules_of(refusal) == {"NK-06"}
        assert Paper.objects.get().status == Paper.Status.DRAFT


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_letters_issued_at_the_same_time_each_print_a_number_of_their_own(connect):
    papers = [drafted("F1", subject=f"{at}") for at in range(ISSUERS)]
    ensure_series(make_agency())
    ready = Barrier(ISSUERS)

    def issue(paper):
        connect()
        ready.wait()
        out = issue_paper(paper, dated=date(2025, 3, 3), actor=None)
        connections["default"].close()
        return out

    with ThreadPoolExecutor(ISSUERS) as people:
        out = list(people.map(issue, papers))

    assert sorted(paper.number.sequence for paper in out) == [1, 2, 3, 4]
    assert all(paper.facts["letter"]["number"] == paper.number.text for paper in out)
