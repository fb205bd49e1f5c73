"""When the tasks of inviting and of socialisation may be completed."""

from tolok.core.dates import format_date
from tolok.core.problem import Problem
from tolok.outreach.meetings.actions.minutes import is_written
from tolok.outreach.meetings.audiences import audience_of_task
from tolok.outreach.meetings.kept import attendance_is_recorded, paper_of
from tolok.outreach.models import Meeting
from tolok.workflow.models import Task

REPORT = "LAP-SOSIALISASI"


def meetings_for(task: Task) -> list[Meeting]:
    rows = Meeting.objects.of_year(task.agency, task.year).of_kind(Meeting.Kind.SOCIALISATION)
    return list(
        rows.for_audience(audience_of_task(task))
        .select_related("agency")
        .prefetch_related("audiences")
    )


def invitation_open_points(task: Task) -> tuple[Problem, ...]:
    """RP-20: a session for the audience is planned, its letter is out, and it was sent."""
    found = [_not_invited(task, one) for one in meetings_for(task)]
    return _least(task, found)


def _not_invited(task: Task, meeting: Meeting) -> tuple[Problem, ...]:
    if paper_of(meeting, "UNDANGAN") is None:
        message = f"Surat undangan {_called(meeting)} belum terbit."
        return (Problem("RP-20", task.step, message),)
    if meeting.invited_at is None:
        message = f"Undangan {_called(meeting)} belum dinyatakan terkirim."
        return (Problem("RP-20", task.step, message),)
    return ()


def socialisation_open_points(task: Task) -> tuple[Problem, ...]:
    """RP-21: a session for the audience was held, who came is recorded, and it is told: by the
    report where the SOP asks for one (JW9), else at least by the minutes (KT2 to KT4.i)."""
    wants_report = any(one.code == REPORT for one in task.definition_step.formats)
    found = [_not_done(task, one, wants_report=wants_report) for one in meetings_for(task)]
    return _least(task, found)


def _not_done(task: Task, meeting: Meeting, *, wants_report: bool) -> tuple[Problem, ...]:
    missing = []
    if meeting.held_at is None:
        missing.append(f"Belum dinyatakan terlaksana: {_called(meeting)}.")
    if not attendance_is_recorded(meeting):
        missing.append(f"Kehadiran pada {_called(meeting)} belum dicatat.")
    reported = paper_of(meeting, REPORT) is not None
    if wants_report and not reported:
        missing.append(f"Laporan sosialisasi {_called(meeting)} belum terbit.")
    if not wants_report and not reported and not is_written(meeting):
        missing.append(f"Notula {_called(meeting)} belum diisi, dan laporannya belum terbit.")
    return tuple(Problem("RP-21", task.step, one) for one in missing)


def _called(meeting: Meeting) -> str:
    """By its day and audience: sessions often bear one name."""
    return f"sosialisasi {format_date(meeting.day)} untuk {meeting.audience_labels()}"


def _least(task: Task, found: list[tuple[Problem, ...]]) -> tuple[Problem, ...]:
    """Of the session that has come furthest; one that has nothing open is enough."""
    if found:
        return min(found, key=len)
    label = audience_of_task(task).label
    message = f"Belum ada sosialisasi untuk {label}. Rencanakan pada halaman Sosialisasi."
    return (Problem("RP-21", task.step, message),)
