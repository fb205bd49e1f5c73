""" "Kirim percobaan": one message by one channel, now, to whoever asks."""

from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.messages.calling import call_webhook
from tolok.messages.failing import FAILURES, reason_of
from tolok.messages.mailing import Line, send_email
from tolok.messages.models import EmailChannel, WebhookChannel
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.trail.record import record

TRIAL = Line("Pesan percobaan dari Tolok", "/pemberitahuan/")


def try_email(agency: Agency, *, actor: User) -> None:
    """To the administrator's own address, and to no other. PS-08: why it did not go."""
    channel = EmailChannel.objects.in_use(agency).first()
    if channel is None:
        raise RefusedError(_not_set_up("surel"))
    identity = f"{channel.pk} {timezone.now().isoformat()}"
    try:
        send_email(channel, actor.email, [TRIAL], identity)
    except FAILURES as error:
        raise RefusedError(Problem("PS-08", str(channel), reason_of(error))) from error
    record("messages.try_email", actor=actor, subject=f"Surel {agency.code}", agency=agency)


def try_webhook(agency: Agency, *, actor: User) -> None:
    """PS-08, too."""
    channel = WebhookChannel.objects.in_use(agency).first()
    if channel is None:
        raise RefusedError(_not_set_up("webhook"))
    try:
        call_webhook(channel, TRIAL, timezone.now())
    except FAILURES as error:
        raise RefusedError(Problem("PS-08", str(channel), reason_of(error))) from error
    record("messages.try_webhook", actor=actor, subject=f"Webhook {agency.code}", agency=agency)


def _not_set_up(what: str) -> Problem:
    """PS-09: a channel is set up before it is tried."""
    return Problem("PS-09", what, "Saluran ini belum diatur atau sudah dimatikan.")
