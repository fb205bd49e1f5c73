"""The list of units the circular goes to."""

from dataclasses import dataclass

from django.db import transaction

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.outreach.circular.telling import locked, tell
from tolok.outreach.circular.units import active_units, answering
from tolok.outreach.models import Addressee, Circular
from tolok.people.models import Office, User


@dataclass(frozen=True)
class Contact:
    """Whom a unit's copy reaches."""

    name: str
    position: str = ""
    address: str = ""  # number for WhatsApp, or e-mail


@transaction.atomic
def list_units(circular: Circular, *, actor: User) -> int:
    """Add the active units that are not on the list yet; those on it stay as they are."""
    circular = Circular.objects.select_for_update(of=("self",)).get(pk=circular.pk)
    on_it = circular.addressees.values("unit")
    missing = active_units(circular.agency, circular.year).exclude(pk__in=on_it)
    offices = answering(circular.agency, today_in(circular.agency))
    rows = [
        Addressee(circular=circular, unit=unit, **_contact(offices.get(unit.pk)))
        for unit in missing
    ]
    Addressee.objects.bulk_create(rows)
    if rows:
        tell("list_units", circular, actor, {"unit kerja ditambahkan": len(rows)})
    return len(rows)


@transaction.atomic
def save_contact(addressee: Addressee, contact: Contact, *, actor: User) -> Addressee:
    """Whom the next message reaches; what was sent before stays as it was."""
    addressee = locked(addressee)
    addressee.contact_name = contact.name.strip()
    addressee.contact_position = contact.position.strip()
    addressee.contact_address = contact.address.strip()
    addressee.save(update_fields=["contact_name", "contact_position", "contact_address"])
    tell("save_contact", addressee, actor, {"penerima": addressee.contact_name})
    return addressee


@transaction.atomic
def leave_out(addressee: Addressee, *, reason: str, actor: User) -> Addressee:
    """ED-05: a unit is left out with a reason. ED-06: not one that has the letter already."""
    addressee = locked(addressee)
    if not reason.strip():
        message = f"Tuliskan mengapa {addressee} tidak dikirimi surat edaran."
        raise RefusedError(Problem("ED-05", "alasan", message))
    if addressee.deliveries.sent().exists() or hasattr(addressee, "receipt"):
        message = f"{addressee} sudah dikirimi surat edaran, jadi tetap ada dalam daftar."
        raise RefusedError(Problem("ED-06", str(addressee), message))
    addressee.left_out_reason = reason.strip()
    addressee.save(update_fields=["left_out_reason"])
    tell("leave_out", addressee, actor, {"alasan": addressee.left_out_reason})
    return addressee


@transaction.atomic
def put_back(addressee: Addressee, *, actor: User) -> Addressee:
    addressee = locked(addressee)
    addressee.left_out_reason = ""
    addressee.save(update_fields=["left_out_reason"])
    tell("put_back", addressee, actor)
    return addressee


def _contact(office: Office | None) -> dict[str, str]:
    if office is None:
        return {}
    return {
        "contact_name": office.user.name,
        "contact_position": office.acting_title,
        "contact_address": office.user.email,
    }
