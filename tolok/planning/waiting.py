"""Plans that wait for a person although no task of the year does: later versions."""

from collections.abc import Iterator

from django.urls import reverse

from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.planning.actions.deciders import APPROVAL, who_may_decide
from tolok.planning.models import PlanVersion
from tolok.planning.tasks import ready_task
from tolok.workflow.besides import Waiting


def waiting_for(user: User, agency: Agency) -> Iterator[Waiting]:
    """The year's run has left the step of the approval behind, and the leaders decide again."""
    submitted = PlanVersion.objects.filter(
        plan__year__agency=agency, status=PlanVersion.Status.SUBMITTED
    )
    for version in submitted.select_related("plan__year__agency"):
        may = any(one.person == user for one in who_may_decide(version))
        if may and ready_task(version, APPROVAL) is None:
            yield Waiting(
                f"Rencana TA {version.year} versi {version.number} menunggu keputusan Anda.",
                reverse("planning:approval", query={"tahun": version.year}),
                "Baca dan putuskan",
            )
