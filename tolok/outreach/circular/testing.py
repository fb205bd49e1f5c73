"""Short ways for tests to make circulars. Every argument has a sensible default."""

from datetime import date
from typing import Any, Final

from django.utils import timezone

from tolok.archive.models import Paper
from tolok.archive.testing import make_paper
from tolok.organisation.models import Agency, WorkUnit
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.outreach.circular.actions import Answer, Prepared, Wording, prepare_message
from tolok.outreach.circular.standing import CODE, SUBJECT
from tolok.outreach.models import Addressee, Circular, Delivery
from tolok.people.models import Role, User
from tolok.people.testing import make_office, make_person, make_user

YEAR: Final = 2026
WORDING: Final = Wording(
    opening="Kinerja pengadaan diukur.",
    closing="Terima kasih.",
    contact="Sari, 0800 0000 0000",
)
ANSWER: Final = Answer(
    name="Budi Penerima",
    position="Sekretaris Dinas",
    pic_name="Tuti Penanggung",
    pic_position="Kepala Subbagian",
    pic_address="0800 1111 2222",
)


def make_circular(agency: Agency | None = None, year: int = YEAR, **fields: Any) -> Circular:
    """The row alone: no plan and no letter stand behind it."""
    usual = {"opening": WORDING.opening, "closing": WORDING.closing, "saved_at": timezone.now()}
    usual |= {"contact": WORDING.contact}
    agency = agency or make_agency()
    return Circular.objects.get_or_create(agency=agency, year=year, defaults=usual | fields)[0]


def make_letter(circular: Circular | None = None) -> Paper:
    """The letter as issued, without a file."""
    circular = circular or make_circular()
    about: dict[str, Any] = {"year": circular.year, "subject": SUBJECT, "dated": date(2020, 1, 6)}
    return make_paper(CODE, Paper.Status.ISSUED, agency=circular.agency, **about)


def make_addressee(
    code: str = "1.01.01.", circular: Circular | None = None, **fields: Any
) -> Addressee:
    circular = circular or make_circular()
    unit = make_work_unit(circular.agency, code)
    return Addressee.objects.create(circular=circular, unit=unit, **fields)


def send(addressee: Addressee, **fields: Any) -> Delivery:
    """As if it had gone out by WhatsApp."""
    usual = {
        "channel": Delivery.Channel.WHATSAPP,
        "sent_on": timezone.localdate(),
        "recorded_by": make_user(Role.COORDINATOR, addressee.circular.agency),
        "recorded_at": timezone.now(),
    }
    return Delivery.objects.create(addressee=addressee, **usual | fields)


def link_for(addressee: Addressee) -> Prepared:
    actor = User.objects.filter(offices__role=Role.COORDINATOR).first()
    actor = actor or make_user(Role.COORDINATOR, addressee.circular.agency)
    return prepare_message(addressee, Delivery.Channel.WHATSAPP, actor=actor)


def make_head(unit: WorkUnit, email: str = "kepala@unit.contoh.id") -> User:
    """Who looks after the unit's performance data, with an account."""
    person = make_person(email)
    make_office(person, Role.PENANGGUNG_JAWAB, unit.agency, unit=unit)
    return person
