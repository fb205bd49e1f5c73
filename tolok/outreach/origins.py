"""Where papers of the circular and of meetings come from."""

from django.urls import reverse

from tolok.archive.issuing.origins import Origin
from tolok.archive.models import Paper
from tolok.core.dates import format_date
from tolok.core.identifiers import row_number
from tolok.outreach.meetings.kept import RECORDED
from tolok.outreach.models import Meeting
from tolok.outreach.models.meetings import ABOUT


def of_circular(paper: Paper) -> Origin:
    page = reverse("outreach:circular")
    return Origin(f"Surat edaran TA {paper.year}", f"{page}?tahun={paper.year}")


def of_meeting(paper: Paper) -> Origin | None:
    number = paper.subject.removeprefix(ABOUT).removesuffix(RECORDED)
    rows = Meeting.objects.filter(agency=paper.agency, pk=row_number(number) or 0)
    meeting = rows.first()
    if meeting is None:
        return None
    label = f"{meeting.get_kind_display()} {format_date(meeting.day)}"
    return Origin(label, meeting.get_absolute_url())
