"""A dozen papers of the demo, one in each state that a paper can be in."""

import re
from datetime import date
from typing import Any, Final

from tolok.archive.issuing.actions import (
    About,
    correct_paper,
    draft_paper,
    issue_paper,
    receive_number,
    send_outside,
    void_paper,
)
from tolok.archive.letterhead import kop_of, signer_of
from tolok.archive.models import Paper
from tolok.cycle.models import FiscalYear
from tolok.demo.cast import CAST, person
from tolok.documents.catalogue import document
from tolok.documents.document import SHARED_PICTURES
from tolok.documents.facts import facts_to_json
from tolok.organisation.letterhead import Wording, save_letterhead
from tolok.organisation.models import Agency
from tolok.people.models import Role, User

EXAMPLES: Final = 2026  # the year in which the documents' examples play
YEARS: Final = re.compile(r"(?<! Tahun )\b202[5-7]\b")  # but of "Nomor 46 Tahun 2025"
ABOUT: Final = {
    "BA-RENCANA": "Berita acara persetujuan rencana",
    "UNDANGAN": "Undangan sosialisasi",
    "HADIR": "Daftar hadir sosialisasi",
    "NOTULA": "Notula sosialisasi",
    "LAP-SOSIALISASI": "Laporan sosialisasi",
    "F5": "Kinerja penyedia, satu paket",
    "KOMP-AKSI": "Kompilasi rencana aksi",
    "STATUS-AKHIR": "Laporan akhir status indikator",
}
EXAMPLE: Final = "contoh"  # tells them from the papers of the year's own work
SCAN: Final = SHARED_PICTURES / "lambang.png"  # stands for a scan; any picture will do


def fill_papers(year: FiscalYear) -> None:
    """Through the actions people use; once, as a paper that has left the house stays."""
    if Paper.objects.of_year(year.agency, year.year).filter(subject=EXAMPLE).exists():
        return
    who = person(Role.COORDINATOR)
    drafts = {code: _draft(code, year, who) for code in ABOUT}
    held, decided = date(year.year, 9, 16), _decided(year)
    minutes = send_outside(drafts["BA-RENCANA"], awaits_number=True, dated=decided, actor=who)
    receive_number(minutes, f"000.3/BA/017/{year.year}", decided, actor=who)
    send_outside(drafts["NOTULA"], awaits_signature=True, dated=held, actor=who)
    invitation = issue_paper(drafts["UNDANGAN"], dated=date(year.year, 9, 12), actor=who)
    corrected = correct_paper(
        invitation, invitation.facts, reason="Tempat rapat berpindah.", actor=who
    )
    issue_paper(corrected, dated=date(year.year, 9, 15), actor=who)
    wrong = issue_paper(drafts["LAP-SOSIALISASI"], dated=date(year.year, 9, 18), actor=who)
    void_paper(wrong, reason="Lampirannya tertukar dengan tahun lalu.", actor=who)
    issue_paper(drafts["F5"], dated=date(year.year, 9, 22), actor=who)


def _draft(code: str, year: FiscalYear, who: User) -> Paper:
    facts = _in_year(document(code).example_json(), year.year - EXAMPLES)
    if "kop" in facts:
        facts["kop"] = facts_to_json(kop_of(year.agency))
    if "signer" in facts:
        facts["signer"] = facts_to_json(signer_of(year.agency))
    if "in_force" in facts:
        facts["in_force"] = facts["held"]["date"] = _decided(year).isoformat()
    about = About(f"{ABOUT[code]} {year.year}", subject=EXAMPLE)
    return draft_paper(code, facts, year=year, about=about, actor=who)


def _decided(year: FiscalYear) -> date:
    """When the leaders approved the plan, by the berita acara."""
    return date(year.year, 2, 10)


def _in_year(value: Any, later: int) -> Any:
    """The example as if it had been written in the demo's year, so many years later; pictures
    stay as they are."""
    match value:
        case int() if YEARS.fullmatch(str(value)):
            return value + later
        case str():
            return YEARS.sub(lambda found: str(int(found[0]) + later), value)
        case list():
            return [_in_year(one, later) for one in value]
        case dict():
            return {
                name: one if name == "data" else _in_year(one, later) for name, one in value.items()
            }
    return value


def set_letterhead(agency: Agency) -> None:
    """The head of the fictional regency, and who usually signs."""
    head = CAST[Role.KEPALA_UKPBJ]
    wording = Wording(
        government="PEMERINTAH KABUPATEN CONTOH JAYA",
        unit="SEKRETARIAT DAERAH",
        place="Contoh Jaya",
        address="Jalan Contoh Raya Nomor 1, Contoh Jaya 99999",
        contact="Telepon (0999) 900900, surel pbj@contohjaya.example",
        signer_variant="a.n.",
        signer_offices=f"Sekretaris Daerah\n{head.title}",
        signer_name=head.name,
        signer_rank=head.rank,
        signer_nip=head.nip,
    )
    save_letterhead(agency, wording, logo=SCAN.read_bytes(), actor=person(Role.ADMINISTRATOR))
