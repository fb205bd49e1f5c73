"""The demo agency's meetings, by the actions people use: one function for each thing a step asks.

JW1 has a workshop; JW8 a letter; KT2, KT3, KT4.i and JW9 a session, which is planned, called,
held, written down and reported.
"""

from collections.abc import Iterable
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final

from tolok.archive.issuing.actions import issue_paper
from tolok.archive.models import Paper
from tolok.cycle.models import FiscalYear
from tolok.outreach.meetings import actions
from tolok.outreach.meetings.forms import NAMES, TECHNIQUE
from tolok.outreach.models import Audience, Guest, Meeting
from tolok.people.acting import holders
from tolok.people.models import Office, Role, User

AGENDA: Final = (
    actions.Point("Pembukaan dan arahan", "09.00", "Kepala Bagian Pengadaan Barang/Jasa"),
    actions.Point("Indikator, target, dan jadwal", "09.15", "Koordinator"),
    actions.Point("Praktik mengisi formulir data kinerja", "10.15", "Tim Pengumpul"),
    actions.Point("Tanya jawab dan penutup", "11.15", "Koordinator"),
)
WORKSHOP: Final = (
    actions.Point("Arah RPJMD dan prioritas pimpinan", "08.30", "Fungsi perencanaan"),
    actions.Point("Perumusan tujuan dan area strategis", "09.30", "Diskusi kelompok"),
    actions.Point("Indikator, baseline, target, dan rencana aksi", "13.00", "Diskusi kelompok"),
)
SAID: Final = {
    "Pembukaan dan arahan": "Data kinerja menjadi dasar perbaikan pengadaan tahun ini.",
    "Indikator, target, dan jadwal": "Setiap indikator dijelaskan dengan rumus dan sumbernya.",
    "Praktik mengisi formulir data kinerja": "Setiap peserta mengisi satu paket miliknya.",
    "Tanya jawab dan penutup": "Dua pertanyaan dijawab; kesepakatan dicatat.",
    "Arah RPJMD dan prioritas pimpinan": "Prioritas: jalan, kesehatan dasar, usaha kecil.",
    "Perumusan tujuan dan area strategis": "Empat tujuan dan empat area strategis dirumuskan.",
    "Indikator, baseline, target, dan rencana aksi": "Indikator dipilih bila datanya tersedia.",
}
REMARKS: Final = "Dinas Kesehatan: nilai PDN diambil dari lampiran kontrak."
TEXTS: Final = {
    "opening": "Pimpinan rapat membuka acara pukul 09.05.",
    "decisions": "Jadwal pengumpulan data disepakati.\n"
    "Isian yang belum lengkap dikembalikan paling lambat tiga hari kerja.",
    "closing": "Pimpinan rapat menutup acara pukul 11.50.",
    "results": "Peserta memahami indikator, formulir, dan jadwal.",
    "conclusions": "Acara terlaksana sesuai rencana dan mencapai tujuannya.",
    "suggestions": "Pendampingan pengisian diadakan pada minggu pertama setiap putaran.",
}
QUESTIONS: Final = (
    ("Dinas Kesehatan", "Apakah Pengadaan Langsung dihitung?", "Tidak; cakupannya lima metode."),
    ("Pokja Pemilihan", "Bagaimana bila tender diulang?", "Diisi satu kali, ulangannya dicatat."),
)  # fmt: skip
OPEN_MATTERS: Final = (
    ("Target indikator P1", "Naik 5 % atau mengikuti tren tahun lalu", "Kepala UKPBJ"),
)
OF_A_WORKSHOP: Final = TEXTS | {
    "decisions": "Rumusan tujuan dan area strategis diajukan kepada pimpinan.",
    "results": "Tujuan dan area strategis dirumuskan bersama fungsi perencanaan.",
    "conclusions": "Rancangan rencana kinerja siap disusun menjadi dokumen.",
    "suggestions": "Pimpinan menerima presentasi rencana pada awal tahun.",
}
HANDED_OUT: Final = ("F3", "F2")  # those of the year that are out
REPORTS: Final = ("HADIR", "NOTULA")  # and the report itself
A_WEEK: Final = timedelta(days=7)
WHO_COMES_LATE: Final = 5  # of so many on the list one stays away


def ask_respondents(year: FiscalYear, today: date, *, actor: User) -> Meeting:
    """A session that everybody is asked to, and that is still to be held."""
    session = plan_session(year, (Audience.RESPONDENTS,), today + A_WEEK, actor=actor)
    send_invitation(session, today, actor=actor)
    return session


def plan_session(
    year: FiscalYear, audiences: Iterable[Audience], day: date, *, actor: User
) -> Meeting:
    """KT2, KT3, KT4.i, JW9: planned, with everybody of the audiences on its list."""
    planned = actions.Planned(
        name=NAMES[Meeting.Kind.SOCIALISATION].format(year.year),
        day=day,
        starts_at=time(9),
        ends_at=time(12),
        place="Aula Sekretariat Daerah",
        technique=TECHNIQUE,
        chair=_office(year, Role.KEPALA_UKPBJ, day),
        minute_taker=_office(year, Role.TIM_PENGUMPUL, day),
        requests="membawa laptop\nmempelajari formulir yang dikirim bersama surat edaran",
        contact="Sekretariat Bagian Pengadaan Barang/Jasa",
        audiences=tuple(audiences),
    )
    meeting = _planned(year, Meeting.Kind.SOCIALISATION, planned, AGENDA, actor)
    out = Paper.objects.of_year(year.agency, year.year).in_force().ever_issued()
    for paper in out.filter(document__in=HANDED_OUT).order_by("pk"):
        actions.add_paper(meeting, paper, actor=actor)
    return meeting


def plan_workshop(year: FiscalYear, day: date, *, actor: User) -> Meeting:
    """JW1: the UKPBJ, the team, the planning function, and others concerned."""
    planned = actions.Planned(
        name=NAMES[Meeting.Kind.WORKSHOP].format(year.year),
        day=day,
        starts_at=time(8, 30),
        ends_at=time(16),
        place="Ruang Rapat Badan Perencanaan Pembangunan Daerah",
        chair=_office(year, Role.KEPALA_UKPBJ, day),
        minute_taker=_office(year, Role.COORDINATOR, day),
    )
    return _planned(year, Meeting.Kind.WORKSHOP, planned, WORKSHOP, actor)


def send_invitation(meeting: Meeting, dated: date, *, actor: User) -> Paper:
    """JW8: the letter is issued, and said to be sent."""
    draft = actions.draft_meeting_paper(meeting, "UNDANGAN", actor=actor)
    letter = issue_paper(draft, dated=dated, actor=actor)
    actions.mark_sent(meeting, channel="WhatsApp", actor=actor)
    return letter


def come_in(meeting: Meeting, *, actor: User) -> None:
    """Who has a telephone at hand uses the QR; only on the meeting's own day."""
    token = actions.open_door(meeting, actor=actor)
    for guest in meeting.guests.named()[::2]:
        actions.check_in(token, actions.Arrival(guest.name, guest.unit, guest.position))


def tick_the_list(meeting: Meeting, *, actor: User) -> None:
    """The others are ticked; of a long list one is absent, and units send somebody by name."""
    rest = meeting.guests.filter(attends="")
    noted = {
        guest.pk: actions.Noted(Guest.Attends.PRESENT, f"Wakil {guest.unit}")
        for at, guest in enumerate(rest, 1)
        if at % WHO_COMES_LATE
    }
    actions.note_attendance(meeting, noted, actor=actor)


def hold(meeting: Meeting, *, actor: User) -> Meeting:
    """It took place and is written down."""
    held = actions.hold_meeting(meeting, actor=actor)
    said = {
        item.pk: {"presented": SAID.get(item.topic, ""), "remarks": REMARKS if at == 1 else ""}
        for at, item in enumerate(held.agenda.all())
    }
    actions.save_minutes(held, _record(held, said), actor=actor)
    return Meeting.objects.get(pk=held.pk)


def report(meeting: Meeting, dated: date, *, actor: User) -> tuple[Paper, ...]:
    """List of attendance, minutes and report, each issued; then the steps it serves are done."""
    papers = []
    for code in (*REPORTS, meeting.report_code):
        draft = actions.draft_meeting_paper(meeting, code, actor=actor)
        papers.append(issue_paper(draft, dated=dated, actor=actor))
    actions.complete_served(meeting, actor=actor)
    return tuple(papers)


def _planned(
    year: FiscalYear,
    kind: Meeting.Kind,
    planned: actions.Planned,
    agenda: Iterable[actions.Point],
    actor: User,
) -> Meeting:
    meeting = actions.plan_meeting(year, kind, planned, actor=actor)
    actions.save_agenda(meeting, agenda, actor=actor)
    actions.prefill_guests(meeting, actor=actor)
    return meeting


def _office(year: FiscalYear, role: Role, day: date) -> Office | None:
    return next(iter(holders(role, year.agency, day)), None)


def _record(meeting: Meeting, said: dict[int, dict[str, str]]) -> actions.Record:
    promises = (
        actions.Promise("Mengirim panduan pengisian", "Tim Pengumpul", meeting.day, "Tanda terima"),
        actions.Promise("Melengkapi kode RUP paket", "PPK", None, "Kode RUP"),
    )
    if meeting.is_workshop:
        return actions.Record(OF_A_WORKSHOP, said, promises, open_matters=OPEN_MATTERS)
    return actions.Record(
        TEXTS,
        said,
        promises,
        QUESTIONS,
        tested=meeting.guests.present().count(),
        test_before=Decimal("58.4"),
        test_after=Decimal("83.1"),
    )
