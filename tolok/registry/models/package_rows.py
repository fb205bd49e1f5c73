"""Which packages are meant: the named reads behind lists, filters and the year at a glance."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.db import models
from django.db.models import ExpressionWrapper, F, FloatField, OuterRef
from django.db.models.functions import Cast, NullIf

from tolok.organisation.models import SeesAgencies
from tolok.organisation.rows import UnitRows
from tolok.registry.models.findings import Finding
from tolok.registry.models.package_like import NamesPackage
from tolok.registry.models.pokja import Pokja
from tolok.registry.packages.gaps import BY_FIELD, GAPS

if TYPE_CHECKING:
    from tolok.registry.models.packages import Package

SORTED_BY: Final = {  # as the address of the list says it -> column
    "nama": "name",
    "satker": "work_unit_name",
    "metode": "method",
    "status": "status",
    "pengumuman": "announced_on",
    "pagu": "ceiling",
    "hps": "owner_estimate",
    "kontrak": "contract_value",
}


def _open_finding() -> models.Exists:
    """Whether a rule still doubts the package of the outer query."""
    return models.Exists(
        Finding.objects.open().filter(
            agency=OuterRef("agency"), year=OuterRef("year"), package_code=OuterRef("code")
        )
    )


def _ratio() -> ExpressionWrapper[Any]:
    """The contract as a share of its HPS: to order by, never to print."""
    value, estimate = Cast("contract_value", FloatField()), Cast("owner_estimate", FloatField())
    return ExpressionWrapper(value / NullIf(estimate, 0.0), FloatField())


class PackageRows(UnitRows["Package"]):
    def visible_to(self, user: SeesAgencies) -> PackageRows:
        """Respondents see the packages of their unit, and those their Pokja selected for."""
        seen = super().visible_to(user)
        if not user.is_respondent():
            return seen
        handled = Pokja.objects.with_member(user.nip).values("pk")
        return seen.filter(models.Q(work_unit__in=user.units()) | models.Q(pokja__in=handled))

    def by_code(self, codes: Iterable[str]) -> dict[str, Package]:
        """For rows that only know the code of their package."""
        return {package.code: package for package in self.filter(code__in=set(codes))}

    def named_by(self, row: NamesPackage) -> PackageRows:
        """The package such a row is about; none when a later import has it no more."""
        return self.filter(agency=row.agency, year=row.year, code=row.package_code)

    def matching(self, text: str) -> PackageRows:
        """Packages whose name, code, work unit or supplier holds the text."""
        named = models.Q(name__icontains=text) | models.Q(supplier_name__icontains=text)
        coded = (
            models.Q(code=text) | models.Q(process_code=text) | models.Q(plan_codes__contains=text)
        )
        return self.filter(named | coded | models.Q(work_unit_name__icontains=text))

    def for_list(self) -> PackageRows:
        return self.select_related("work_unit", "supplier").order_by("-announced_on", "code")

    def in_quarter(self, quarter: int) -> PackageRows:
        """Packages announced in that quarter of their fiscal year."""
        return self.filter(announced_on__quarter=quarter, announced_on__year=F("year"))

    def with_open_findings(self) -> PackageRows:
        """Packages that a rule doubts."""
        return self.filter(_open_finding())

    def without_open_findings(self) -> PackageRows:
        return self.exclude(_open_finding())

    def lacking(self, field: str) -> PackageRows:
        """Packages that should have this fact by now and do not."""
        return self.filter(BY_FIELD[field].lacking)

    def kinds(self) -> list[str]:
        return list(
            self.exclude(kind="").order_by("kind").values_list("kind", flat=True).distinct()
        )

    def totals(self) -> dict[str, Any]:
        """How many there are, and what they are worth together."""
        return self.order_by().aggregate(
            packages=models.Count("pk"),
            ceiling=models.Sum("ceiling"),
            contract_value=models.Sum("contract_value"),
        )

    def above_estimate(self) -> PackageRows:
        """Contracts above their HPS, the farthest first."""
        return self.filter(contract_value__gt=F("owner_estimate")).order_by(_ratio().desc(), "code")

    def below_estimate(self, share: Decimal) -> PackageRows:
        """Contracts below that share of their HPS, the lowest first."""
        below = self.filter(contract_value__lt=F("owner_estimate") * share)
        return below.order_by(_ratio().asc(), "code")

    def needs(self, package: Package) -> frozenset[str]:
        """The facts the package should have by now, present or not."""
        needed = {gap.field: models.Count("pk", filter=gap.needed) for gap in GAPS}
        found = self.filter(pk=package.pk).aggregate(**needed)
        return frozenset(field for field, times in found.items() if times)

    def sorted_by(self, key: str) -> PackageRows:
        """By one of the columns of the list, `-key` the other way round; blanks come last."""
        column = SORTED_BY.get(key.removeprefix("-"))
        if column is None:
            return self.for_list()
        order = F(column).desc if key.startswith("-") else F(column).asc
        return self.for_list().order_by(order(nulls_last=True), "code")
