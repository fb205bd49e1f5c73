"""Who hears that a plan waits, or was decided: the leaders, and those who wrote it."""

from collections.abc import Iterable

from django.urls import reverse

from tolok.messages.actions import Note as News
from tolok.messages.actions import send
from tolok.messages.models import Message
from tolok.people.models import User
from tolok.planning.actions.deciders import who_may_decide
from tolok.planning.models import PlanVersion, Submission


def tell_leaders(version: PlanVersion, submission: Submission) -> None:
    """That something waits for them; once for each submission."""
    leaders = (one.person for one in who_may_decide(version))
    _tell(version, leaders, "menunggu persetujuan Anda", "approval", f"diajukan-{submission.pk}")


def tell_authors(version: PlanVersion, submission: Submission, *, but: User) -> None:
    """What was decided; whoever keyed a decision in from paper knows it."""
    verb = submission.get_outcome_display().lower()
    authors = {*version.authors.all(), submission.by} - {but}
    _tell(version, authors, verb, "plan", f"diputuskan-{submission.pk}")


def _tell(
    version: PlanVersion, people: Iterable[User], what: str, page: str, occasion: str
) -> None:
    path = reverse(f"planning:{page}", query={"tahun": version.year})
    title = f"Rencana kinerja TA {version.year} {what}"
    for person in sorted(people, key=lambda one: one.pk):
        news = News(Message.Kind.NEWS, title, path, f"rencana-{occasion}")
        send(person, news, agency=version.agency)
