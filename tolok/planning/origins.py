"""Where papers of the plan and of the assignment come from."""

from django.urls import reverse

from tolok.archive.issuing.origins import Origin
from tolok.archive.models import Paper


def of_plan(paper: Paper) -> Origin:
    page = reverse("planning:papers")
    return Origin(f"Naskah rencana TA {paper.year}", f"{page}?tahun={paper.year}")


def of_assignment(paper: Paper) -> Origin:
    page = reverse("planning:assignment")
    return Origin(f"Penugasan Koordinator TA {paper.year}", f"{page}?tahun={paper.year}")
