"""The data of a year at a glance: totals, gaps, outliers, one chart, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Count, F, Q, Sum
from django.urls import reverse

from tolok.organisation.models import Agency
from tolok.registry.findings.titles import title_of
from tolok.registry.models import Finding, Package
from tolok.registry.models.package_rows import PackageRows
from tolok.registry.packages.gaps import GAPS
from tolok.registry.packages.value_classes import VALUE_CLASSES
from tolok.ui.charts import Bar, Chart, Scale, histogram

SHOWN: Final = 5
LOW_PRICE: Final = Decimal("0.8")  # of the HPS: below it a bid is to be clarified (Perlem 12/2021)


@dataclass(frozen=True)
class Group:
    """The packages of one method or one status."""

    label: str
    packages: int
    ceiling: Decimal | None
    contract_value: Decimal | None
    href: str


@dataclass(frozen=True)
class Missing:
    """A fact some packages should have and do not."""

    label: str
    missing: int
    needed: int
    href: str

    @property
    def percent(self) -> Decimal:
        return Decimal(self.missing) * 100 / self.needed


@dataclass(frozen=True)
class Outlier:
    """A package that stands out, with its contract in per cent of the HPS where there is one."""

    package: Package

    @property
    def percent(self) -> Decimal | None:
        value, estimate = self.package.contract_value, self.package.owner_estimate
        return value * 100 / estimate if value is not None and estimate else None


@dataclass(frozen=True)
class RuleCount:
    label: str
    rule: str
    open: int
    is_note: bool
    href: str


@dataclass(frozen=True)
class Step:
    """Something worth doing next."""

    text: str
    href: str


@dataclass(frozen=True)
class XRay:
    totals: dict[str, Any]
    methods: Sequence[Group]
    statuses: Sequence[Group]
    gaps: Sequence[Missing]
    largest: Sequence[Outlier]
    above: Sequence[Outlier]  # contracts above their HPS
    below: Sequence[Outlier]  # far below it
    chart: Chart | None  # none while no contract has a value
    findings: Sequence[RuleCount]

    @property
    def steps(self) -> list[Step]:
        """Doubts first, then the gap most packages share."""
        doubts = sum(one.open for one in self.findings if not one.is_note)
        found = []
        if doubts:
            href = f"{reverse('registry:findings')}?bobot={Finding.Weight.DOUBT.value}"
            found.append(Step(f"Periksa {doubts} temuan yang meragukan nilai terbit", href))
        for gap in sorted(self.gaps, key=lambda gap: -gap.missing)[:1]:
            found.append(Step(f"Lengkapi {gap.label} pada {gap.missing} paket", gap.href))
        return found


def xray_of(agency: Agency, year: int) -> XRay | None:
    """None while the year has no package."""
    packages = Package.objects.of_year(agency, year)
    totals = packages.totals()
    if not totals["packages"]:
        return None
    return XRay(
        totals=totals,
        methods=_groups(packages, "method", "metode"),
        statuses=_groups(packages, "status", "status"),
        gaps=_gaps(packages),
        largest=_outliers(packages.order_by(F("contract_value").desc(nulls_last=True))),
        above=_outliers(packages.above_estimate()),
        below=_outliers(packages.below_estimate(LOW_PRICE)),
        chart=_chart(packages),
        findings=_findings(agency, year),
    )


def _groups(packages: PackageRows, column: str, parameter: str) -> list[Group]:
    labels = dict(Package.Status.choices)
    rows = packages.order_by().values_list(column)
    counted = rows.annotate(Count("pk"), Sum("ceiling"), Sum("contract_value"))
    return [
        Group(
            label=labels.get(name, name) or "tidak tercatat",
            packages=count,
            ceiling=ceiling,
            contract_value=value,
            href=_list(parameter, name) if name else "",
        )
        for name, count, ceiling, value in counted.order_by(F("pk__count").desc(), column)
    ]


def _gaps(packages: PackageRows) -> list[Missing]:
    """Facts nobody needs and facts nobody lacks are not told."""
    counts = {f"{gap.field}_perlu": Count("pk", filter=gap.needed or Q(pk__gt=0)) for gap in GAPS}
    counts |= {f"{gap.field}_kurang": Count("pk", filter=gap.lacking) for gap in GAPS}
    found = packages.order_by().aggregate(**counts)
    return [
        Missing(
            label=gap.label,
            missing=found[f"{gap.field}_kurang"],
            needed=found[f"{gap.field}_perlu"],
            href=_list("kurang", gap.field),
        )
        for gap in GAPS
        if found[f"{gap.field}_kurang"]
    ]


def _outliers(packages: PackageRows) -> list[Outlier]:
    return [Outlier(package) for package in packages.exclude(contract_value=None)[:SHOWN]]


def _chart(packages: PackageRows) -> Chart | None:
    counts = packages.order_by().aggregate(
        **{f"kelas_{one.code}": Count("pk", filter=one.holds) for one in VALUE_CLASSES}
    )
    bars = [
        Bar(one.label, counts[f"kelas_{one.code}"], href=_list("nilai", one.code))
        for one in VALUE_CLASSES
    ]
    most = max(bars, key=lambda bar: bar.value or 0)
    if not most.value:
        return None
    title = f"Terbanyak bernilai {most.label} rupiah"
    return histogram(title, bars, Scale("paket", 0), "Nilai kontrak")


def _findings(agency: Agency, year: int) -> list[RuleCount]:
    groups = Finding.objects.of_year(agency, year).by_rule()
    return [
        RuleCount(
            label=title_of(group["rule"]),
            rule=group["rule"],
            open=group["open"],
            is_note=group["weight"] == Finding.Weight.NOTE,
            href=f"{reverse('registry:findings')}?{urlencode({'aturan': group['rule']})}",
        )
        for group in groups
        if group["open"]
    ]


def _list(parameter: str, value: str) -> str:
    return f"{reverse('registry:packages')}?{urlencode({parameter: value})}"
