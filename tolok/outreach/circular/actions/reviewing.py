"""The Koordinator takes over what units proposed about their PPKs, or does not."""

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.outreach.circular.telling import locked, tell
from tolok.outreach.models import PpkAnswer
from tolok.people.models import User

Decision = PpkAnswer.Decision


@transaction.atomic
def decide_ppk(
    answer: PpkAnswer, decision: PpkAnswer.Decision, *, actor: User, reason: str = ""
) -> PpkAnswer:
    """Offices stay what they are: they are given and ended by decree, in Pengaturan.

    ED-15: each proposal is decided once. ED-16: a refusal has its reason.
    """
    addressee = locked(answer.receipt.addressee)
    answer = PpkAnswer.objects.select_for_update().get(pk=answer.pk)
    if not answer.is_waiting:
        message = f"Usul tentang {answer.name} sudah diputuskan. Muat ulang halamannya."
        raise RefusedError(Problem("ED-15", "PPK", message))
    if decision == Decision.REFUSED and not reason.strip():
        message = f"Tuliskan mengapa usul tentang {answer.name} tidak diambil alih."
        raise RefusedError(Problem("ED-16", "alasan", message))
    answer.decision, answer.decision_reason = decision, reason.strip()
    answer.decided_by, answer.decided_at = actor, timezone.now()
    answer.save(update_fields=["decision", "decision_reason", "decided_by", "decided_at"])
    told = {"PPK": answer.name, "usul": answer.get_says_display(), "keputusan": decision.label}
    tell("decide_ppk", addressee, actor, told | {"alasan": answer.decision_reason})
    return answer
