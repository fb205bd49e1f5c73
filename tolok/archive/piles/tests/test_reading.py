"""A pile is read, split by its codes and filed; what is not certain waits, and nothing is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pypdf import PdfReader

from tolok.archive.files import kept_file
from tolok.archive.issuing.actions import void_paper
from tolok.archive.models import Paper, PaperFile, Pile, Sheet
from tolok.archive.piles import jobs
from tolok.archive.piles.actions import start_pile
from tolok.archive.piles.filing import file_papers, spans
from tolok.archive.piles.placing import likely_paper
from tolok.archive.testing import YEAR, make_paper
from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_user
from tolok.scans.testing import A4, Scan, pdf, pile_of

pytestmark = pytest.mark.django_db
Status, Why = Sheet.Status, Sheet.Why


def brought(*scans, data=None):
    upload = SimpleUploadedFile("tumpukan.pdf", data or pile_of(scans))
    return start_pile(make_agency(), YEAR, upload, actor=make_user())


def read(*scans, data=None):
    pile = brought(*scans, data=data)
    jobs.read_pile(pile.pk)
    return Pile.objects.get(pk=pile.pk)


def out(**fields):
    return make_paper("F5", Paper.Status.ISSUED, **fields)


def standing(pile):
    return [(sheet.status, sheet.why) for sheet in pile.sheets.all()]


def die(pile):
    """As a killed worker leaves it, some time later."""
    long_ago = timezone.now() - timedelta(minutes=10)
    Pile.objects.filter(pk=pile.pk).update(status=Pile.Status.READING, claimed_at=long_ago)


def test_each_part_goes_to_its_paper_and_the_rest_into_the_tray():
    first, second, draft = out(), out(), make_paper("F5")
    foreign = out(agency=make_agency("X202"))

    pile = read(
        Scan(first.code),
        Scan(second.code, angle=180),  # upside down
        Scan(first.code, dpi=150, angle=2.5),  # skewed
        Scan("", is_written_on=False),
        Scan(""),
        Scan(draft.code),
        Scan(foreign.code),
    )

    assert (pile.status, pile.pages) == (Pile.Status.DONE, 7)
    assert standing(pile) == [
        (Status.FILED, ""),
        (Status.FILED, ""),
        (Status.FILED, ""),
        (Status.TRAY, Why.BLANK),
        (Status.TRAY, Why.NO_CODE),
        (Status.TRAY, Why.CLOSED),
        (Status.TRAY, Why.UNKNOWN),
    ]
    assert all(kept_file(sheet.picture_sha256).is_file() for sheet in pile.sheets.in_tray())


def test_a_filed_part_is_a_pdf_of_its_sheets_and_the_paper_is_signed():
    paper, other = out(), out()

    pile = read(Scan(paper.code), Scan(other.code), Scan(paper.code))

    paper.refresh_from_db()
    file = paper.files.get()
    assert paper.status == Paper.Status.SIGNED
    assert (file.kind, file.content_type) == (PaperFile.Kind.SIGNED, "application/pdf")
    assert len(PdfReader(kept_file(file.sha256)).pages) == 2
    assert file.name == f"F5 {paper.code} tumpukan {pile.pk} lembar 1, 3.pdf"
    assert [sheet.number for sheet in file.sheets.all()] == [1, 3]


def test_a_sheet_is_read_however_it_went_through_the_scanner():
    code = out().code
    ways = [
        Scan(code, angle=90),
        Scan(code, angle=-2.5, dpi=200),
        Scan(code, contrast=0.35),
        Scan(code, noise=35),
        Scan(code, blur=1.2),
        Scan(code, dpi=200, contrast=0.5, noise=25, angle=2, blur=0.7),
        Scan(code, contrast=0.5, noise=20, angle=182),
    ]

    pile = read(*(replace(way, size=A4) for way in ways))

    unread = [ways[sheet.number - 1] for sheet in pile.sheets.in_tray()]
    assert unread == []


def test_two_papers_on_one_sheet_are_left_to_a_person():
    first, second = out(), out()
    data = pile_of([Scan(first.code)])
    pile = brought(data=data)
    assert jobs._count(pile)

    jobs._note(
        pile,
        {
            "number": 1,
            "codes": [first.code, second.code],
            "is_blank": False,
            "picture": kept_file(pile.sha256),
        },
        kept_file(pile.sha256).parent,
    )

    assert standing(pile) == [(Status.TRAY, Why.SEVERAL)]


def test_a_job_goes_on_where_another_died_and_files_nothing_twice():
    paper = out()
    pile = brought(Scan(paper.code), Scan(paper.code), Scan(paper.code))
    pile = Pile.objects.claim(pile.pk)
    jobs._count(pile)
    jobs._read(pile, [1, 2])
    die(pile)

    jobs.read_pile(pile.pk)
    die(pile)  # after it had filed them, before it could say so
    jobs.read_pile(pile.pk)

    assert standing(pile) == [(Status.FILED, "")] * 3
    assert paper.files.count() == 1


def test_while_a_job_lives_another_leaves_the_pile_alone():
    pile = brought(Scan(""))
    Pile.objects.claim(pile.pk)

    jobs.read_pile(pile.pk)

    assert Pile.objects.get(pk=pile.pk).pages is None


def test_a_paper_that_was_voided_meanwhile_takes_no_sheet():
    paper = out()
    pile = Pile.objects.claim(brought(Scan(paper.code)).pk)
    jobs._count(pile)
    jobs._read(pile, [1])
    void_paper(paper, reason="salah", actor=make_user())

    file_papers(pile)

    assert standing(pile) == [(Status.TRAY, Why.CLOSED)]
    assert pile.sheets.get().picture_sha256


def test_a_pile_that_can_do_something_is_refused_and_says_why():
    pile = read(data=pdf("<< /S /JavaScript /JS (x) >>", catalog="/OpenAction 4 0 R"))

    assert pile.status == Pile.Status.REFUSED
    assert pile.problems[0]["rule"] == "SC-03"


def test_only_a_pdf_is_a_pile():
    with pytest.raises(RefusedError) as refusal:
        brought(data=b"\xff\xd8\xff gambar")

    assert refusal.value.problems[0].rule == "PL-01"


def test_the_same_pile_is_not_filed_twice():
    data = pile_of([Scan("")])
    first = brought(data=data)

    with pytest.raises(RefusedError) as refusal:
        brought(data=data)

    (problem,) = refusal.value.problems
    assert problem.rule == "PL-02"
    assert str(first) in problem.message


def test_between_two_sheets_of_one_paper_that_paper_is_offered():
    paper = out()

    pile = read(Scan(paper.code), Scan(""), Scan(paper.code), Scan(""))

    assert [likely_paper(sheet) for sheet in pile.sheets.in_tray()] == [paper, None]


def test_numbers_of_sheets_are_told_in_short():
    assert spans([1, 3, 4, 5, 9]) == "1, 3-5, 9"
    assert spans(range(1, 40, 2)) == "1 dst. (20 lembar)"


@pytest.mark.slow
def test_eighty_sheets_are_filed_in_half_a_minute():
    papers = [out() for _ in range(26)]
    sheets = [Scan(paper.code, angle=at % 3, size=A4) for at, paper in enumerate(papers * 3)]
    pile = brought(*sheets, Scan(""), Scan("", is_written_on=False))
    begun = timezone.now()

    jobs.read_pile(pile.pk)

    assert timezone.now() - begun < timedelta(seconds=30)
    assert [status for status, _ in standing(pile)].count(Status.FILED) == 78
    assert all(len(PdfReader(kept_file(f.sha256)).pages) == 3 for f in PaperFile.objects.all())
