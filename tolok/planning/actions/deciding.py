"""A version is presented, then approved or returned (KT1.vi, JW5, JW6)."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from tolok.core.dates import format_deed
from tolok.core.planning.checks import problems_of
from tolok.core.planning.told import sections
from tolok.core.problem import Problem, RefusedError
from tolok.people.acting import Decider, as_trail
from tolok.people.models import User
from tolok.planning.actions.deciders import OnPaper, the_decider
from tolok.planning.actions.news import tell_authors, tell_leaders
from tolok.planning.actions.writing import closed, need, open_for_writing, told
from tolok.planning.models import Note, PlanVersion, Submission
from tolok.planning.reading import as_json, content_of, from_json, sha256_of
from tolok.planning.submitted import tell_rooms
from tolok.planning.tasks import close_settled, complete_decided, complete_written

Status = PlanVersion.Status


@transaction.atomic
def submit_plan(version: PlanVersion, *, actor: User) -> Submission:
    """Present the version for approval; refused with everything it still lacks (RN-01 to RN-11).

    RN-34: open notes of the leaders are settled before it is presented again, and no text
    waits beside a colleague's.
    """
    version = open_for_writing(version, actor)
    content = content_of(version)
    problems = [*problems_of(content), *_left_open(version)]
    if problems:
        raise RefusedError(*problems)
    submission = Submission.objects.create(
        version=version,
        content=as_json(content),
        sha256=sha256_of(content),
        by=actor,
        at=timezone.now(),
    )
    version.status, version.content_sha256 = Status.SUBMITTED, submission.sha256
    version.submitted_by, version.submitted_at = actor, submission.at
    version.save(update_fields=["status", "content_sha256", "submitted_by", "submitted_at"])
    complete_written(version, actor)
    tell_rooms(version, actor)
    tell_leaders(version, submission)
    told("submit_plan", version, actor, after={"sha256": submission.sha256})
    return submission


def _left_open(version: PlanVersion) -> list[Problem]:
    notes = Note.objects.of_version(version).unsettled()
    found = [
        Problem("RN-34", note.place, f"Catatan belum ditindaklanjuti: {note.text}")
        for note in notes
    ]
    for rival in version.rivals.all():
        message = "Dua orang menulis di sini. Pilih tulisan yang dipakai."
        found.append(Problem("RN-34", f"{rival.key}, {rival.label}", message))
    return found


@transaction.atomic
def settle_note(note: Note, *, actor: User) -> None:
    """What the leaders asked for at this place is done."""
    version = open_for_writing(note.submission.version, actor)
    Note.objects.filter(pk=note.pk).update(settled_at=timezone.now())
    close_settled(note, actor)
    told("settle_note", version, actor, after={"mengenai": note.place, "catatan": note.text})


def approve_plan(
    version: PlanVersion, *, sha256: str, actor: User, paper: OnPaper | None = None
) -> PlanVersion:
    """The leaders approve what they read, named by its SHA-256; from then on it is frozen."""
    with transaction.atomic():
        version, submission, decider = _decide(version, sha256, actor, paper)
        _close(submission, Submission.Outcome.APPROVED, decider, paper)
        now = timezone.now()
        version.plan.versions.filter(status=Status.APPROVED).update(status=Status.REPLACED)
        version.status, version.content = Status.APPROVED, submission.content
        version.approved_by, version.approved_at = actor, now
        version.save(update_fields=["status", "content", "approved_by", "approved_at"])
        complete_decided(version, submission, actor, paper)
        tell_authors(version, submission, but=_who(actor, paper))
        told("approve_plan", version, _who(actor, paper), after=_after(decider, sha256, paper))
    return version


def return_plan(  # noqa: PLR0913  a decision has these parts
    version: PlanVersion,
    *,
    sha256: str,
    reason: str,
    actor: User,
    notes: Mapping[str, str] | None = None,
    paper: OnPaper | None = None,
) -> PlanVersion:
    """It goes back to the coordinator, with a reason and notes pinned to keys ("W1.source")."""
    reason = need(reason, "alasan", "Tulis mengapa rencana dikembalikan: penyusun membacanya.")
    with transaction.atomic():
        version, submission, decider = _decide(version, sha256, actor, paper)
        submission.reason = reason
        _close(submission, Submission.Outcome.RETURNED, decider, paper)
        _pin(submission, notes or {}, actor)
        version.status = Status.RETURNED
        version.save(update_fields=["status"])
        complete_decided(version, submission, actor, paper)
        tell_authors(version, submission, but=_who(actor, paper))
        after = _after(decider, sha256, paper) | {"alasan": reason, "catatan": dict(notes or {})}
        told("return_plan", version, _who(actor, paper), after=after)
    return version


def _decide(
    version: PlanVersion, sha256: str, actor: User, paper: OnPaper | None
) -> tuple[PlanVersion, Submission, Decider]:
    """The locked version and what was submitted, if `actor` may decide on it.

    RN-35: only what waits is decided, once; RN-36: what is decided is what was read.
    """
    version = PlanVersion.objects.select_for_update().get(pk=version.pk)
    where = f"versi {version.number}"
    submission = version.submissions.select_related("by", "decided_by").first()
    if version.status != Status.SUBMITTED or submission is None:
        raise RefusedError(Problem("RN-35", where, _what_happened(version, submission)))
    if sha256 not in (submission.sha256, submission.sha256[:12]):
        message = "Isi rencana bukan lagi yang Anda baca. Muat ulang halaman ini dan baca kembali."
        raise RefusedError(Problem("RN-36", where, message))
    if sha256_of(content_of(version)) != submission.sha256:
        message = "Isi rencana berubah sejak diajukan. Minta penyusun mengajukannya kembali."
        raise RefusedError(Problem("RN-36", where, message))
    return version, submission, the_decider(version, actor, paper)


def _what_happened(version: PlanVersion, submission: Submission | None) -> str:
    """Who was first, so that whoever comes second need not ask."""
    state = version.get_status_display().lower()
    if submission is None or submission.decided_by is None:
        return f"Versi ini sudah berstatus “{state}”. Muat ulang halaman."
    deed = format_deed(submission.decided_by, submission.decided_at, version.plan.year.zone)
    return f"Versi ini sudah {submission.get_outcome_display().lower()} {deed}. Muat ulang halaman."


def _close(submission: Submission, outcome: str, decider: Decider, paper: OnPaper | None) -> None:
    submission.outcome, submission.decided_by = outcome, decider.person
    submission.decided_as = decider.title
    submission.decided_at = timezone.now()
    if paper is not None:
        submission.recorded_by, submission.signed_on = paper.recorded_by, paper.signed_on
        submission.scan_name, submission.scan_sha256 = paper.scan.name, paper.scan.sha256
    submission.save()


def _pin(submission: Submission, notes: Mapping[str, str], actor: User) -> None:
    """RN-38: a note belongs to a row or field of what was submitted."""
    places = places_of(submission)
    for key, text in notes.items():
        if not text.strip():
            continue
        if key not in places:
            message = f"Tidak ada isian {key} pada rencana yang diajukan."
            raise RefusedError(Problem("RN-38", key, message))
        Note.objects.create(
            submission=submission, key=key, place=places[key][:300], text=text.strip(), by=actor
        )


def places_of(submission: Submission) -> dict[str, str]:
    """Every key a note can be pinned to, and how it is called."""
    found: dict[str, str] = {}
    for section in sections(from_json(submission.content)):
        for row in section.rows:
            found[row.key] = f"{section.title}: {row.title}"
            found |= {fact.key: f"{row.title}, {fact.label.lower()}" for fact in row.facts}
    return found


def _who(actor: User, paper: OnPaper | None) -> User:
    """Whose deed it is in Tolok: on paper, whoever keyed it in."""
    return paper.recorded_by if paper else actor


def _after(decider: Decider, sha256: str, paper: OnPaper | None) -> dict[str, object]:
    told_as = {"diputuskan oleh": decider.person.name, **as_trail(decider.office, decider.person)}
    on_paper = {"di atas kertas": paper.signed_on.isoformat()} if paper else {}
    return {"sha256": sha256, **told_as, **on_paper}


@transaction.atomic
def withdraw_plan(version: PlanVersion, *, actor: User) -> PlanVersion:
    """Take back what waits for a decision, to change it again (RN-35 while it waits)."""
    version = PlanVersion.objects.select_for_update().get(pk=version.pk)
    if version.status != Status.SUBMITTED:
        raise RefusedError(closed(version))
    version.submissions.filter(outcome="").update(
        outcome=Submission.Outcome.RETURNED, reason="Ditarik kembali oleh penyusun."
    )
    version.status = Status.DRAFT
    version.save(update_fields=["status"])
    told("withdraw_plan", version, actor)
    return version
