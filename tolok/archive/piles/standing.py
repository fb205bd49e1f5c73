"""What the deeds with sheets share: where a sheet stands, and the trail."""

from tolok.archive.models import Pile, Sheet
from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User
from tolok.trail.record import record


def locked_sheet(sheet: Sheet, standing: Sheet.Status) -> Sheet:
    now = Sheet.objects.select_for_update(of=("self",))
    sheet = now.select_related("pile__agency", "paper", "file").get(pk=sheet.pk)
    if sheet.status != standing:
        raise RefusedError(decided(sheet))
    return sheet


def decided(sheet: Sheet) -> Problem:
    """PL-03: a sheet is decided once; somebody else may have been quicker."""
    sheet.refresh_from_db()
    message = f"Lembar ini sudah ditetapkan: {sheet.get_status_display().lower()}."
    return Problem("PL-03", str(sheet), message)


def tell(event: str, pile: Pile, actor: User, after: dict[str, object]) -> None:
    record(
        f"archive.{event}",
        actor=actor,
        subject=f"{pile} {pile.name}",
        agency=pile.agency,
        after=after,
    )
