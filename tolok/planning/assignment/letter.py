"""What the surat tugas says, and what it usually says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tolok.archive.letterhead import holder, kop_of, place_of
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.documents.f01_assignment import Facts, Member, Official
from tolok.documents.parts import Letter
from tolok.organisation.clock import today_in
from tolok.organisation.models import Agency
from tolok.people.acting import holders
from tolok.people.models import Office, Role
from tolok.planning.papers import words
from tolok.planning.papers.setting import DRAFT, NO_NUMBER

SIGNERS: Final = (Role.KEPALA_UKPBJ, Role.KETUA_TIM)  # often one person; F1 names the first
IN_TEAM: Final = {
    Role.TIM_PENGUMPUL: "Tim Pengumpul Data",
    Role.DATA_PROCESSOR: "Tim Pengolah Data",
}
AS_COORDINATOR: Final = "Koordinator Tim Pengelola Kinerja Pengadaan Tahun Anggaran {year}"
TASKS: Final = (
    "menyusun Dokumen Perencanaan Kinerja Pengadaan Tahun Anggaran {year};",
    "menyusun usulan Surat Edaran Implementasi Pengelolaan Kinerja Pengadaan;",
    "menyelenggarakan sosialisasi kepada Tim Pengumpul Data, Tim Pengolah Data, dan responden;",
    "mengoordinasikan pengumpulan data kinerja setiap triwulan beserta pengolahannya;",
    "mempresentasikan Laporan Evaluasi Kinerja Pengadaan dan Dashboard Status Nilai Indikator "
    "kepada Kepala UKPBJ dan pimpinan;",
)
REPORTING: Final = (
    "melaporkan pelaksanaan tugas kepada Kepala UKPBJ setiap akhir triwulan dan pada akhir "
    "penugasan."
)
CLOSING: Final = "Surat tugas ini untuk dilaksanakan dengan penuh tanggung jawab."
COPIES: Final = ("Sekretaris Daerah (sebagai laporan);", "Inspektur.")


@dataclass(frozen=True)
class Assignment:
    """Who is assigned by whom, on what basis, to do what, from when until when."""

    coordinator: Office
    coordinator_role: str
    legal_basis: tuple[str, ...]
    tasks: tuple[str, ...]
    starts: date
    ends: date
    reporting: str
    signer: Office
    copies: tuple[str, ...] = ()
    team: tuple[Office, ...] = ()


def in_office(roles: Iterable[Role], agency: Agency) -> list[Office]:
    """Who holds one of the offices today, in the order of the offices."""
    return [office for role in roles for office in holders(role, agency)]


def usual(year: FiscalYear) -> Assignment:
    """Every sentence can be changed; it ends when the year's report has been presented (KT7).

    RN-51: somebody coordinates, and somebody heads the UKPBJ.
    """
    coordinators = in_office([Role.COORDINATOR], year.agency)
    signers = in_office(SIGNERS, year.agency)
    if not (coordinators and signers):
        message = "Belum ada Koordinator, atau Kepala UKPBJ atau Ketua Tim, yang menjabat."
        raise RefusedError(Problem("RN-51", "pejabat", message))
    return Assignment(
        coordinator=coordinators[0],
        coordinator_role=AS_COORDINATOR.format(year=year.year),
        legal_basis=words.legal_basis(today_in(year.agency)),
        tasks=tuple(task.format(year=year.year) for task in TASKS),
        starts=year.starts_on or date(year.year, 1, 1),
        ends=date(year.year + 1, 3, 31),
        reporting=REPORTING,
        signer=signers[0],
        copies=COPIES,
        team=tuple(in_office(IN_TEAM, year.agency)),
    )


def assignment_facts(year: FiscalYear, given: Assignment) -> Facts:
    """Everything F1 prints; number and date come when it is issued."""
    agency = year.agency
    return Facts(
        issue=DRAFT,
        kop=kop_of(agency),
        letter=Letter(place_of(agency), None, NO_NUMBER),
        legal_basis=given.legal_basis,
        coordinator=_official(given.coordinator),
        coordinator_role=given.coordinator_role,
        tasks=given.tasks,
        starts=given.starts,
        ends=given.ends,
        reporting=given.reporting,
        closing=CLOSING,
        signer=holder(given.signer),
        copies=given.copies,
        issuer=f"{given.signer.acting_title} {agency.name}",
        team=tuple(Member(_official(one), IN_TEAM[Role(one.role)]) for one in given.team),
    )


def _official(office: Office) -> Official:
    person = office.user
    return Official(person.name, person.rank, person.nip, office.acting_title)
