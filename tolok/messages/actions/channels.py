"""How an agency's messages leave Tolok: set up, changed, turned off, by its administrator."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.messages import guard, keys
from tolok.messages.calling import place_of
from tolok.messages.links import refuse_without_address
from tolok.messages.models import EmailChannel, WebhookChannel
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.trail.record import record

Security = EmailChannel.Security


@dataclass(frozen=True)
class EmailSettings:
    """The agency's mail server, without its password."""

    host: str
    port: int
    security: EmailChannel.Security
    username: str
    sender: str


@transaction.atomic
def save_email(
    agency: Agency, wanted: EmailSettings, *, password: str = "", actor: User | None
) -> EmailChannel:
    """Use this server from now on; an empty password leaves the one that is kept.

    The password is never sent to another server than it was typed for: a new host needs it anew
    (PS-06), or whoever may write here could have it sent to a server of their own.
    """
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    known = EmailChannel.objects.filter(agency=agency).first()
    refuse_without_address()
    _refuse_unsafe_server(wanted)
    _refuse_old_password_elsewhere(known, wanted, password)
    channel = known or EmailChannel(agency=agency)
    before = as_values(known) if known else None
    for name, value in vars(wanted).items():
        setattr(channel, name, value)
    channel.is_on, channel.changed_at, channel.changed_by = True, timezone.now(), actor
    channel.save()
    _keep(agency, wanted, password)
    record(
        "messages.save_email",
        actor=actor,
        subject=f"Surel {agency.code}",
        agency=agency,
        before=before,
        after=as_values(channel) | {"kata sandi": "diganti" if password else "tetap"},
    )
    return channel


@transaction.atomic
def turn_off_email(agency: Agency, *, actor: User | None) -> None:
    """Nothing goes by e-mail any longer; what waits is dropped. The password is forgotten."""
    channel = EmailChannel.objects.select_for_update().in_use(agency).first()
    if channel is None:
        return
    channel.is_on, channel.changed_at, channel.changed_by = False, timezone.now(), actor
    channel.save(update_fields=["is_on", "changed_at", "changed_by"])
    keys.forget_password(agency)
    record("messages.turn_off_email", actor=actor, subject=f"Surel {agency.code}", agency=agency)


@transaction.atomic
def save_webhook(agency: Agency, url: str, *, actor: User | None) -> str:
    """The new secret of the signatures, for this once; the one before ends with it."""
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    refuse_without_address()
    url = url.strip()
    guard.addresses_of(*place_of(url))
    known = WebhookChannel.objects.filter(agency=agency).first()
    before = {"alamat": str(known)} if known else None
    channel = known or WebhookChannel(agency=agency)
    channel.url, channel.salt, channel.is_on = url, keys.new_salt(), True
    channel.changed_at, channel.changed_by = timezone.now(), actor
    channel.save()
    record(
        "messages.save_webhook",
        actor=actor,
        subject=f"Webhook {agency.code}",
        agency=agency,
        before=before,
        after={"alamat": str(channel)},
    )
    return keys.signing_secret(agency, channel.salt)


@transaction.atomic
def turn_off_webhook(agency: Agency, *, actor: User | None) -> None:
    channel = WebhookChannel.objects.select_for_update().in_use(agency).first()
    if channel is None:
        return
    channel.is_on, channel.changed_at, channel.changed_by = False, timezone.now(), actor
    channel.save(update_fields=["is_on", "changed_at", "changed_by"])
    record(
        "messages.turn_off_webhook", actor=actor, subject=f"Webhook {agency.code}", agency=agency
    )


def as_values(channel: EmailChannel) -> dict[str, object]:
    return {
        "server": str(channel),
        "pengamanan": channel.security,
        "nama pengguna": channel.username,
        "pengirim": channel.sender,
    }


def _refuse_unsafe_server(wanted: EmailSettings) -> None:
    """PS-05: passwords and messages cross the internet encrypted, or not at all."""
    guard.addresses_of(wanted.host, wanted.port)
    is_open = wanted.security == Security.NONE
    if is_open and not guard.is_internal(wanted.host, wanted.port):
        message = (
            "Tanpa enkripsi, isi surel dan kata sandi dapat dibaca di perjalanan. Pilih TLS atau "
            "STARTTLS."
        )
        raise RefusedError(Problem("PS-05", "pengamanan", message))


def _refuse_old_password_elsewhere(
    known: EmailChannel | None, wanted: EmailSettings, password: str
) -> None:
    """PS-06: for a new server or user the password is typed anew."""
    if not wanted.username or password:
        return
    same = known and (known.host, known.port, known.security, known.username) == (
        wanted.host, wanted.port, wanted.security, wanted.username,
    )  # fmt: skip
    if not (same and keys.password_of(known.agency)):  # type: ignore[union-attr]  # same: known
        message = "Tuliskan kata sandi surel untuk server dan nama pengguna ini."
        raise RefusedError(Problem("PS-06", "kata sandi", message))


def _keep(agency: Agency, wanted: EmailSettings, password: str) -> None:
    if not wanted.username:
        keys.forget_password(agency)
    elif password:
        keys.keep_password(agency, password)
