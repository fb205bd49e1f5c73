"""What people do about doubtful facts.

What moves a published value takes two persons: one proposes with a reason, another accepts.
While a correction waits, the intervals of all indicators span both values.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone

from tolok.core.dates import format_deed
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.locks import Late
from tolok.people.models import User
from tolok.registry.corrections.settling import (
    Change,
    close_findings,
    open_findings_again,
    settle,
    snapshot_again,
)
from tolok.registry.corrections.values import editable_field, plain, read_indicator, read_value
from tolok.registry.late import require_open_year
from tolok.registry.models import Correction, Exclusion, Finding, Package
from tolok.registry.models.corrections import Decision
from tolok.registry.snapshots import current
from tolok.registry.sql import identifier, literal
from tolok.registry.store import folder
from tolok.registry.sync.parquet import rows_of
from tolok.scans.examine import Scan
from tolok.trail.record import record


def propose_correction(  # noqa: PLR0913  a correction has these parts
    package: Package,
    field: str,
    text: str,
    *,
    reason: str,
    actor: User,
    evidence: Scan | None = None,
    finding: Finding | None = None,
) -> Correction:
    """Propose another value for a fact (K-01, K-02 what it may be; K-03 a reason; K-04 new)."""
    known = editable_field(field)
    value = read_value(known, text)
    published = published_value(package, field)
    need_reason(reason)
    if value == published:
        message = f"{known.label} sudah tercatat {text}. Tidak ada yang perlu dikoreksi."
        raise RefusedError(Problem("K-04", known.label, message))
    correction = Correction(
        agency=package.agency,
        year=package.year,
        package_code=package.code,
        field=field,
        published=published,
        value=value,
        reason=reason.strip(),
        evidence_name=evidence.name if evidence else "",
        evidence_sha256=evidence.sha256 if evidence else "",
        finding=finding,
        proposed_by=actor,
    )
    message = "Fakta ini sudah dikoreksi atau koreksinya menunggu persetujuan."
    with transaction.atomic():
        _add(correction, Problem("K-04", known.label, message))
        after = {"kolom": field, "semula": published, "menjadi": value, "alasan": reason}
        settle(correction, "registry.propose_correction", actor, after)
    return correction


def propose_exclusion(
    package: Package, indicator: str, *, reason: str, actor: User, finding: Finding | None = None
) -> Exclusion:
    """Propose to keep a package out of one indicator (K-03 a reason, K-04 only once)."""
    need_reason(reason)
    exclusion = Exclusion(
        agency=package.agency,
        year=package.year,
        package_code=package.code,
        indicator=read_indicator(indicator),
        reason=reason.strip(),
        finding=finding,
        proposed_by=actor,
    )
    message = f"Paket ini sudah dikeluarkan dari {indicator}, atau usulnya menunggu."
    with transaction.atomic():
        _add(exclusion, Problem("K-04", indicator, message))
        after = {"indikator": indicator, "alasan": reason}
        settle(exclusion, "registry.propose_exclusion", actor, after)
    return exclusion


def accept(change: Change, *, actor: User, reason: str = "") -> Change:
    """Accept a correction or an exclusion; K-05 not one's own, K-06 only while it waits."""
    return _decide(change, Decision.ACCEPTED, actor=actor, reason=reason)


def refuse(change: Change, *, actor: User, reason: str) -> Change:
    """Refuse it, with the reason the proposer will read."""
    need_reason(reason)
    return _decide(change, Decision.REFUSED, actor=actor, reason=reason)


def withdraw(change: Change, *, actor: User, reason: str = "") -> Change:
    """Take back what one proposed oneself, or end what somebody else had accepted (K-05).

    Both ways two persons stand behind any value that moves. The doubts it had settled are back.
    """
    return _decide(change, Decision.WITHDRAWN, actor=actor, reason=reason)


def mark_right(finding: Finding, *, reason: str, actor: User) -> Finding:
    """Say that the published fact is right; the doubt ends and the value stays."""
    need_reason(reason)
    with transaction.atomic():
        finding = Finding.objects.select_for_update().get(pk=finding.pk)
        _need_open(finding)
        before = finding.status
        finding.status, finding.reason = Finding.Status.RIGHT, reason.strip()
        finding.decided_by, finding.decided_at = actor, timezone.now()
        finding.save(update_fields=["status", "reason", "decided_by", "decided_at"])
        snapshot_again(finding.agency, finding.year, because=f"Temuan {finding.rule} diputuskan")
        record(
            "registry.mark_right",
            actor=actor,
            subject=f"Temuan {finding.rule} paket {finding.package_code or '(tabel)'}",
            agency=finding.agency,
            before={"status": before},
            after={"status": finding.status, "alasan": reason},
        )
    return finding


def _add(change: Change, problem: Problem) -> None:
    """One change in force for each fact; the database says so to whoever comes second."""
    try:
        with transaction.atomic():
            change.save(force_insert=True)
    except IntegrityError:
        raise RefusedError(problem) from None


def published_value(package: Package, field: str) -> str:
    """The fact as the sources have it, before any correction."""
    snapshot = current(package.agency, package.year)
    rows = folder("derived") / snapshot.derived / "rows.parquet"
    query = (
        f"SELECT {identifier(field)} AS value FROM here WHERE kd_paket = {literal(package.code)}"
    )
    return next((plain(row["value"]) for row in rows_of(rows, query)), "")


def _decide(change: Change, decision: Decision, *, actor: User, reason: str) -> Change:
    with transaction.atomic():
        change = type(change).objects.select_for_update().get(pk=change.pk)
        _need_right_moment(change, decision, actor)
        before = Decision(change.decision)
        if Decision.ACCEPTED in (before, decision):
            late = Late(f"{change}: {decision.label}", f"{change.reason} {reason}")
            require_open_year(change.agency, change.year, late, actor=actor)
        change.decision, change.decision_reason = decision, reason.strip()
        change.decided_by, change.decided_at = actor, timezone.now()
        change.save(update_fields=["decision", "decision_reason", "decided_by", "decided_at"])
        if decision == Decision.ACCEPTED:
            close_findings(change, actor)
        if before == Decision.ACCEPTED:
            open_findings_again(change)
        after = {"usul": str(change), "keputusan": decision.label, "alasan": reason}
        event = {"accepted": "accept", "refused": "refuse", "withdrawn": "withdraw"}[decision]
        settle(change, f"registry.{event}", actor, after, before={"keputusan": before.label})
    return change


def _need_right_moment(change: Change, decision: Decision, actor: User) -> None:
    withdrawing = decision == Decision.WITHDRAWN
    allowed = {Decision.PENDING, Decision.ACCEPTED} if withdrawing else {Decision.PENDING}
    if change.decision not in allowed:
        message = f"Usul ini sudah {change.get_decision_display().lower()} {_by(change)}."
        raise RefusedError(Problem("K-06", str(change), message))
    is_own = change.proposed_by_id == actor.pk
    if withdrawing and change.decision == Decision.PENDING and not is_own:
        message = "Usul orang lain tidak ditarik, tetapi disetujui atau ditolak."
        raise RefusedError(Problem("K-05", str(change), message))
    if is_own and not (withdrawing and change.decision == Decision.PENDING):
        message = "Usul sendiri diputuskan oleh orang lain. Mintalah rekan yang berwenang."
        raise RefusedError(Problem("K-05", str(change), message))


def _by(decided: Change | Finding) -> str:
    """Who was first, for whoever comes second."""
    return format_deed(decided.decided_by, decided.decided_at, decided.agency.zone)


def need_reason(reason: str) -> None:
    if not reason.strip():
        message = "Tuliskan alasannya: siapa pun yang memeriksa angka ini akan membacanya."
        raise RefusedError(Problem("K-03", "alasan", message))


def _need_open(finding: Finding) -> None:
    if finding.status != Finding.Status.OPEN:
        message = f"Temuan ini sudah {finding.get_status_display().lower()} {_by(finding)}."
        raise RefusedError(Problem("K-06", finding.rule, message))
