"""UNDANGAN: the letter that asks people to a workshop or to a socialisation session."""

from typing import Final

from tolok.archive.letterhead import kop_of, place_of
from tolok.core.blank import lines_of
from tolok.documents.parts import Letter
from tolok.documents.undangan_invitation import Facts, Invitee, Session
from tolok.outreach.meetings.papers.setting import (
    DRAFT,
    NO_NUMBER,
    circular_of,
    meeting_of,
    usual_signer,
)
from tolok.outreach.models import Audience, Guest, Meeting

TO: Final = {
    Audience.COLLECTORS: ("Anggota Tim Pengumpul Data",),
    Audience.PROCESSORS: ("Anggota Tim Pengolah Data",),
    Audience.RESPONDENTS: (
        "Penanggung jawab kinerja, PPK, dan anggota Pokja Pemilihan",
        "Responden penerima layanan",
    ),
    Audience.RESPONSIBLE: ("Penanggung jawab kinerja pada perangkat daerah",),
}
TO_A_WORKSHOP: Final = (
    "Tim Pengelolaan Kelembagaan UKPBJ",
    "Perwakilan fungsi perencanaan",
    "Perwakilan fungsi terkait lainnya",
)
CLOSING: Final = "Atas perhatian dan kehadiran Saudara, kami ucapkan terima kasih."


def invitation_facts(meeting: Meeting) -> Facts:
    return Facts(
        issue=DRAFT,
        kop=kop_of(meeting.agency),
        letter=Letter(place_of(meeting.agency), None, NO_NUMBER),
        nature="Penting",
        attachments="2 (dua) lampiran",
        subject=f"Undangan {meeting.name}",
        recipients=_recipients(meeting),
        at_place=f"di {place_of(meeting.agency)}",
        opening=_opening(meeting),
        meeting=meeting_of(meeting),
        requests=_listed(lines_of(meeting.requests)),
        confirm_by=meeting.confirm_by,
        contact=meeting.contact,
        closing=CLOSING,
        signer=usual_signer(meeting),
        copies=lines_of(meeting.copies),
        programme=tuple(Session(one.topic, one.time, one.speaker) for one in meeting.agenda.all()),
        invitees=tuple(map(_invitee, meeting.guests.invited())),
    )


def _recipients(meeting: Meeting) -> tuple[str, ...]:
    """As a letter lists them; the persons stand in its annex."""
    audiences = [Audience(one.audience) for one in meeting.audiences.all()]
    groups = [group for one in audiences for group in TO[one]] or list(TO_A_WORKSHOP)
    *before, last = _listed(tuple(groups))
    return (*before, f"{last.removesuffix('.')}\n(daftar undangan pada Lampiran II)")


def _listed(entries: tuple[str, ...]) -> tuple[str, ...]:
    """With the marks of a list: a;  b; dan  c."""
    bare = [one.rstrip(".;, ") for one in entries]
    ends = {len(bare) - 1: ".", len(bare) - 2: "; dan"}
    return tuple(f"{one}{ends.get(at, ';')}" for at, one in enumerate(bare))


def _opening(meeting: Meeting) -> str:
    year = f"Tahun Anggaran {meeting.year}"
    if meeting.is_workshop:
        return (
            f"Dalam rangka penyusunan Dokumen Perencanaan Kinerja Pengadaan {year}, kami "
            "mengundang Saudara untuk hadir pada:"
        )
    if circular := circular_of(meeting):
        return (
            f"Menindaklanjuti Surat Edaran {circular}, tentang Implementasi Pengelolaan Kinerja "
            f"Pengadaan Barang/Jasa {year}, kami mengundang Saudara untuk hadir pada:"
        )
    return (
        f"Dalam rangka implementasi pengelolaan kinerja pengadaan barang/jasa {year}, kami "
        "mengundang Saudara untuk hadir pada:"
    )


def _invitee(guest: Guest) -> Invitee:
    person = ", ".join(filter(None, (guest.name, guest.position)))
    return Invitee(guest.unit, person if guest.name else guest.position, guest.seats)
