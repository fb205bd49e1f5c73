"""Findings from doubts: a doubt met before keeps what a person decided about it."""

from collections.abc import Iterable

from tolok.organisation.models import Agency
from tolok.registry.findings.rule import Doubt
from tolok.registry.models import Finding


def sync_findings(
    agency: Agency, year: int, doubts: Iterable[Doubt], *, standing: Iterable[Finding]
) -> None:
    """New doubts open, known ones stay as decided, those no longer met are marked gone.

    `standing` are all findings of the rules that ran. A doubt is the same while rule, package and
    values are; with another value it is a new one.
    """
    met = {doubt.fingerprint: doubt for doubt in doubts}
    known = {found.fingerprint: found for found in standing}
    Finding.objects.bulk_create(
        (_finding(agency, year, doubt) for key, doubt in met.items() if key not in known),
        batch_size=500,
    )
    _evidence_anew(met, known)
    back = [f.pk for key, f in known.items() if key in met and f.status == Finding.Status.GONE]
    gone = [f.pk for key, f in known.items() if key not in met and _is_waiting(f)]
    Finding.objects.filter(pk__in=back).update(status=Finding.Status.OPEN)
    Finding.objects.filter(pk__in=gone).update(status=Finding.Status.GONE)


def _is_waiting(finding: Finding) -> bool:
    return finding.status == Finding.Status.OPEN


def _evidence_anew(met: dict[str, Doubt], standing: dict[str, Finding]) -> None:
    """The same doubt stands in other rows of a newer file."""
    moved = []
    for key, finding in standing.items():
        rows = [list(row) for row in met[key].rows] if key in met else finding.rows
        if finding.rows != rows:
            finding.rows = rows
            moved.append(finding)
    Finding.objects.bulk_update(moved, ["rows"], batch_size=500)


def _finding(agency: Agency, year: int, doubt: Doubt) -> Finding:
    return Finding(
        agency=agency,
        year=year,
        rule=doubt.rule,
        weight=Finding.Weight.NOTE if doubt.note else Finding.Weight.DOUBT,
        package_code=doubt.package,
        message=doubt.message,
        values=dict(doubt.values),
        rows=[list(row) for row in doubt.rows],
        fingerprint=doubt.fingerprint,
        field=doubt.field,
        lowest=doubt.lowest,
        highest=doubt.highest,
        guess=doubt.guess,
    )
