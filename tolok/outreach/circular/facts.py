"""F2 from the plan: what is measured, who is asked for what, when, and the units it goes to."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from tolok.archive.letterhead import officer_of, place_of
from tolok.core.dates import format_date
from tolok.core.planning.content import Content
from tolok.documents.f02_circular import Facts, Point, Receiver, Window
from tolok.documents.parts import Letter
from tolok.organisation.clock import today_in
from tolok.outreach.circular import words
from tolok.outreach.circular.standing import plan_hash
from tolok.outreach.models import Addressee, Circular
from tolok.people.acting import holders
from tolok.people.models import Role
from tolok.planning.models import PlanVersion
from tolok.planning.papers import words as plan_words
from tolok.planning.papers.f03 import schedule_of
from tolok.planning.papers.setting import DRAFT, NO_NUMBER, Setting, setting_of

CODE_SIGNS: Final = 12  # of the plan's hash, as F3 prints it


def circular_facts(circular: Circular, version: PlanVersion, dated: date | None = None) -> Facts:
    """The whole letter; who signs is whoever holds the office on its date."""
    setting = setting_of(version)
    return Facts(
        issue=DRAFT,
        kop=setting.kop,
        letter=Letter(place_of(version.agency), dated, NO_NUMBER),
        recipients=_ending_with(plan_words.CIRCULAR_TO, ","),
        realm=f"di lingkungan {setting.organisation}",
        subject=words.SUBJECT.format(year=circular.year),
        background=circular.opening,
        purpose=words.PURPOSE,
        scope=words.SCOPE.format(year=circular.year, methods=plan_words.methods()),
        legal_basis=_legal_basis(version, dated or today_in(version.agency)),
        points=tuple(_points(circular, setting)),
        closing=circular.closing,
        signer=officer_of(version.agency, Role(circular.signer_role), day=dated),
        copies=_ending_with(tuple(_lines(circular.copies)), "."),
        issuer=_issuer(circular, dated),
        schedule=_schedule(setting),
        schedule_note=words.NOTE.format(days=version.plan.year.get_days_display().lower()),
        distribution=tuple(map(_receiver, _receiving(circular))),
    )


def _issuer(circular: Circular, dated: date | None) -> str:
    """As the annexes name who issued it: "Sekretaris Daerah"."""
    role = Role(circular.signer_role)
    acting = holders(role, circular.agency, dated)
    return acting[0].own_title if acting else role.label


def _points(circular: Circular, setting: Setting) -> Iterator[Point]:
    until = f" paling lambat {format_date(circular.reply_by)}" if circular.reply_by else ""
    yield Point(words.APPOINT.format(until=until), ())
    areas = _ending_with(tuple(_areas(setting.content)), ".")
    yield Point(words.MEASURED.format(year=circular.year), areas)
    yield from words.ASKED_JAYAWIJAYA if setting.is_jayawijaya else words.ASKED
    yield Point(words.HANDED_IN, ())
    yield Point(words.ON_PAPER.format(office=circular.agency.unit_name), ())
    if circular.contact:
        yield Point(words.CONTACT.format(contact=circular.contact), ())


def _areas(plan: Content) -> Iterator[str]:
    """Each area with its indicators; what stands in no area is told last."""
    names = {area.key: area.name or area.key for area in plan.areas}
    by_area: dict[str, list[str]] = {key: [] for key in (*names, "")}
    for one in plan.indicators:
        by_area[one.area if one.area in names else ""].append(one.name or one.code)
    for key, measured in by_area.items():
        if key or measured:
            yield f"{names.get(key, 'Lainnya')}: {', '.join(measured) or 'indikator menyusul'}"


def _legal_basis(version: PlanVersion, day: date) -> tuple[str, ...]:
    code = plan_hash(version)[:CODE_SIGNS]
    return plan_words.legal_basis(day, words.THE_PLAN.format(year=version.year, code=code))


def _schedule(setting: Setting) -> tuple[Window, ...]:
    forms = words.FORMS_JAYAWIJAYA if setting.is_jayawijaya else words.FORMS
    return tuple(
        Window(one.period, one.opens, one.closes, one.closing_time, forms)
        for one in schedule_of(setting)
    )


def _receiving(circular: Circular) -> Iterator[Addressee]:
    yield from circular.addressees.receiving().select_related("unit", "receipt")


def _receiver(addressee: Addressee) -> Receiver:
    receipt = getattr(addressee, "receipt", None)  # none raises, as Django has it
    if receipt is None:
        return Receiver(addressee.unit.name, "", None)
    named = (receipt.pic_name, receipt.pic_position, receipt.pic_address)
    return Receiver(addressee.unit.name, ", ".join(filter(None, named)), receipt.received_on)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if named := line.strip().rstrip(";.,"):
            yield named


def _ending_with(lines: tuple[str, ...], sign: str) -> tuple[str, ...]:
    """A list as letters write it: each line with a semicolon, the last with its own sign."""
    plain = [line.removesuffix(" dan").rstrip(";.,") for line in lines]
    last = len(plain) - 1
    return tuple(
        line + (sign if at == last else "; dan" if at == last - 1 else ";")
        for at, line in enumerate(plain)
    )
