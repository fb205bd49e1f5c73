"""LAP-SOSIALISASI, and what it shares with the report on a workshop."""

from typing import Any, Final

from tolok.archive.letterhead import kop_of, officer_of, place_of
from tolok.core.blank import lines_of
from tolok.core.regulations import cited, listed
from tolok.documents.activity import Session, UnitPresence
from tolok.documents.facts import Missing
from tolok.documents.lap_sosialisasi_introduction import Facts, Question
from tolok.documents.parts import Letter, Signer
from tolok.outreach.meetings.papers.setting import (
    DRAFT,
    NO_NUMBER,
    circular_of,
    follow_ups_of,
    invitation_of,
    meeting_of,
    photos_of,
    title_of,
)
from tolok.outreach.models import AgendaItem, Audience, Meeting
from tolok.people.models import Role
from tolok.planning.papers.words import PROCEDURE
from tolok.rulebook.regulations import regulations

PROCUREMENT: Final = "pengadaan"  # the one regulation that reports on meetings cite
GENERAL: Final = (
    "Dokumen Perencanaan Kinerja Pengadaan Barang/Jasa Tahun Anggaran {year} telah disusun. Agar "
    "dilaksanakan secara seragam, indikator, teknik pengumpulan data, formulir, dan jadwalnya "
    "dijelaskan kepada {audience}."
)
PURPOSE: Final = (
    "Laporan ini dimaksudkan sebagai pertanggungjawaban pelaksanaan sosialisasi, dengan tujuan "
    "agar pimpinan mengetahui hasil dan tindak lanjutnya."
)
SCOPE: Final = "Laporan ini meliputi persiapan, pelaksanaan, hasil, dan tindak lanjut sosialisasi."
CLOSING: Final = "Demikian laporan ini dibuat sebagai bahan pertimbangan pimpinan."
NOT_TESTED: Final = Missing("tidak diukur")


def socialisation_facts(meeting: Meeting) -> Facts:
    minutes = meeting.minutes
    audience = meeting.audience_labels()
    return Facts(
        **activity(meeting),
        general=GENERAL.format(year=meeting.year, audience=audience) + _taught(meeting),
        purpose=PURPOSE,
        scope=SCOPE,
        signer=_signer(meeting),
        materials=tuple(one.title for one in meeting.materials.handed_out()),
        test_before=NOT_TESTED if minutes.test_before is None else minutes.test_before,
        test_after=NOT_TESTED if minutes.test_after is None else minutes.test_after,
        tested=minutes.tested,
        questions=tuple(
            Question(one.question, one.asker, one.answer) for one in meeting.questions.all()
        ),
    )


def activity(meeting: Meeting) -> dict[str, Any]:
    """What reports on a workshop and on a session have in common."""
    minutes = meeting.minutes
    return {
        "issue": DRAFT,
        "kop": kop_of(meeting.agency),
        "letter": Letter(place_of(meeting.agency), None, NO_NUMBER),
        "subject": f"Pelaksanaan {meeting.name}",
        "legal_basis": _basis(meeting),
        "meeting": meeting_of(meeting),
        "chair": title_of(meeting.chair),
        "budget": meeting.budget,
        "sessions": tuple(map(_session, meeting.agenda.all())),
        "results": lines_of(minutes.results) or lines_of(minutes.decisions),
        "follow_ups": follow_ups_of(meeting),
        "conclusions": lines_of(minutes.conclusions),
        "suggestions": lines_of(minutes.suggestions),
        "closing": CLOSING,
        "copies": lines_of(meeting.copies),
        "presence": presence(meeting),
        "photos": photos_of(meeting),
    }


def presence(meeting: Meeting) -> tuple[UnitPresence, ...]:
    """A line a unit: the seats it was asked to fill, and how many came."""
    invited: dict[str, int] = {}
    present: dict[str, int] = {}
    online: dict[str, int] = {}
    for guest in meeting.guests.all():
        unit = guest.unit or guest.position or guest.name
        invited[unit] = invited.get(unit, 0) + (guest.seats if guest.is_invited else 0)
        present[unit] = present.get(unit, 0) + guest.is_present
        online[unit] = online.get(unit, 0) + (guest.attends == guest.Attends.ONLINE)
    return tuple(
        UnitPresence(unit, invited[unit], present[unit], _remark(invited[unit], online[unit]))
        for unit in sorted(invited)
    )


def _remark(invited: int, online: int) -> str:
    said = "" if invited else "hadir tanpa undangan"
    return "; ".join(filter(None, (said, f"{online} orang daring" if online else "")))


def _basis(meeting: Meeting) -> tuple[str, ...]:
    letters = [f"Surat Edaran {circular_of(meeting)}"] if circular_of(meeting) else []
    letters += [f"Surat Undangan {invitation_of(meeting)}"] if invitation_of(meeting) else []
    rule = [one for one in regulations() if one.subject == PROCUREMENT]
    return listed((*cited(rule, meeting.day), PROCEDURE, *letters))


def _session(item: AgendaItem) -> Session:
    summary = item.presented or item.conclusion
    return Session(item.topic, item.time, item.speaker, summary)


def _taught(meeting: Meeting) -> str:
    technique = meeting.technique.strip()
    return f" Teknik yang dijelaskan: {technique}" if technique else ""


def _signer(meeting: Meeting) -> Signer:
    """Under the Jayawijaya SOP (JW9) the Kepala UKPBJ signs; else whoever explained, the
    Koordinator."""
    to_responsible = meeting.audiences.filter(audience=Audience.RESPONSIBLE).exists()
    return officer_of(meeting.agency, Role.KEPALA_UKPBJ if to_responsible else Role.COORDINATOR)
