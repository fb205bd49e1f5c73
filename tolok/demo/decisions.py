"""What the people of the demo decided about their data, so that every page has something on it."""

from decimal import Decimal
from typing import Final

from django.db.models import Count

from tolok.core.numbers import format_number
from tolok.demo.cast import FIRST_DAY, person
from tolok.organisation.models import Agency
from tolok.people.models import Role
from tolok.registry.corrections.actions import (
    accept,
    mark_right,
    propose_correction,
    propose_exclusion,
)
from tolok.registry.models import Correction, Exclusion, Finding, Package, Pokja
from tolok.registry.pokja.actions import Decree, confirm_pokja

TEN_FOLD: Final = "P-01"
MISSING_BAST: Final = "P-05"
OUT_OF_ORDER: Final = "P-03"


def decide(agency: Agency, year: int, *, is_current: bool) -> int:
    """Correct the ten-fold values, confirm a doubted fact, ask for an exclusion; once a year.

    In the current year all but the first correction wait for the coordinator.
    """
    if Correction.objects.of_year(agency, year).exists():
        return 0
    for number, finding in enumerate(_open(agency, year, TEN_FOLD, guess__gt="")):
        _correct(finding, is_accepted=number == 0 or not is_current)
    _confirm(agency, year)
    _exclude(agency, year)
    return Correction.objects.of_year(agency, year).count()


def confirm_two_pokja(agency: Agency) -> None:
    """The two that select most get their decree; the other proposals wait for a person."""
    if Pokja.objects.filter(agency=agency, status=Pokja.Status.CONFIRMED).exists():
        return
    seen = Package.objects.filter(agency=agency).exclude(pokja_code="")
    most = seen.values("pokja_code").annotate(packages=Count("pk")).order_by("-packages")
    for number, row in enumerate(most.values_list("pokja_code", flat=True)[:2], start=1):
        confirm_pokja(
            Pokja.objects.get(agency=agency, code=row),
            Decree(f"Pokja Pemilihan {number}", f"100.3.3.2/{number}/Contoh", FIRST_DAY),
            actor=person(Role.COORDINATOR),
        )


def _open(agency: Agency, year: int, rule: str, **more: str) -> list[Finding]:
    return list(Finding.objects.of_year(agency, year).open().filter(rule=rule, **more))


def _package(finding: Finding) -> Package:
    return Package.objects.of_year(finding.agency, finding.year).get(code=finding.package_code)


def _correct(finding: Finding, *, is_accepted: bool) -> None:
    """The contract value; the UMK part that repeats the error is a finding of its own."""
    correction = propose_correction(
        _package(finding),
        finding.field,
        format_number(Decimal(finding.guess)),
        reason="Nilai pada dokumen kontrak; di SPSE terketik sepuluh kali lipat.",
        actor=person(Role.DATA_PROCESSOR),
        finding=finding,
    )
    if is_accepted:
        accept(correction, actor=person(Role.COORDINATOR), reason="Sesuai kontrak.")


def _confirm(agency: Agency, year: int) -> None:
    for finding in _open(agency, year, OUT_OF_ORDER)[:1]:
        mark_right(
            finding,
            reason="Sesuai berita acara; pekerjaan dimulai sebelum kontrak dicatat di SPSE.",
            actor=person(Role.DATA_PROCESSOR),
        )


def _exclude(agency: Agency, year: int) -> None:
    """Ask to leave a package without BAST out of the punctuality indicator; it waits."""
    for finding in _open(agency, year, MISSING_BAST)[:1]:
        package = _package(finding)
        if not Exclusion.objects.of_year(agency, year).exists():
            propose_exclusion(
                package,
                "W3",
                reason="Serah terima dilakukan di luar SPSE; berita acaranya sedang dicari.",
                actor=person(Role.DATA_PROCESSOR),
                finding=finding,
            )
