"""What all deeds with the circular share: the day, the letter, the locked row, the trail."""

from collections.abc import Mapping

from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.outreach.circular.standing import letter_of
from tolok.outreach.models import Addressee, Circular
from tolok.people.models import User
from tolok.trail.record import record


def locked(addressee: Addressee) -> Addressee:
    """The row as it is now, locked until the transaction ends."""
    rows = Addressee.objects.select_for_update(of=("self",))
    return rows.select_related("unit", "circular__agency").get(pk=addressee.pk)


def need_letter(circular: Circular) -> Paper:
    """ED-07: what is sent is the letter as it was issued."""
    letter = letter_of(circular.agency, circular.year)
    if letter is None:
        message = "Surat edaran belum terbit. Terbitkan dahulu, lalu kirim ke unit kerja."
        raise RefusedError(Problem("ED-07", "surat edaran", message))
    return letter


def need_receiving(addressee: Addressee) -> None:
    """ED-08: a unit that is left out is put back first."""
    if addressee.is_left_out:
        message = f"{addressee} tidak dikirimi ({addressee.left_out_reason}). Kembalikan dahulu."
        raise RefusedError(Problem("ED-08", str(addressee), message))


def tell(
    event: str,
    about: Circular | Addressee,
    actor: User | None,
    after: Mapping[str, object] | None = None,
) -> None:
    """One line in the trail, as the last thing of the transaction."""
    circular = about if isinstance(about, Circular) else about.circular
    unit = "" if isinstance(about, Circular) else f": {about}"
    record(
        f"outreach.{event}",
        actor=actor,
        subject=f"Surat edaran TA {circular.year}{unit}",
        agency=circular.agency,
        after=after,
    )
