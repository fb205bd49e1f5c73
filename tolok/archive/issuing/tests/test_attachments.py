"""Attachments of papers."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tolok.archive.issuing.actions import add_attachment
from tolok.archive.models import Paper, PaperFile
from tolok.archive.testing import make_paper
from tolok.core.problem import RefusedError
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.scans.testing import pdf
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_an_attachment_leaves_the_paper_as_it_stands_and_is_told_in_the_trail(client):
    paper = make_paper(status=Paper.Status.ISSUED)
    client.force_login(make_user(Role.COORDINATOR, paper.agency))

    for _ in range(2):  # the same file twice is one file
        upload = SimpleUploadedFile("lampiran.pdf", pdf())
        client.post(f"{paper.get_absolute_url()}lampiran/", {"lampiran": upload})

    assert paper.files.get().kind == PaperFile.Kind.EVIDENCE
    assert Paper.objects.get().status == Paper.Status.ISSUED
    assert AuditEntry.objects.first().event == "archive.add_attachment"


@pytest.mark.parametrize("status", [Paper.Status.VOIDED, Paper.Status.DRAFT])
def test_a_draft_and_what_no_longer_counts_take_no_attachments(status):
    paper = make_paper(status=status)

    with pytest.raises(RefusedError) as refusal:
        add_attachment(paper, SimpleUploadedFile("a.pdf", pdf()), actor=make_user())

    assert refusal.value.problems[0].rule == "NK-02"
