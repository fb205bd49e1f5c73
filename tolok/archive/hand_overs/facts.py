"""SERAH-TERIMA from a recorded hand-over: tasks, drafts and rights as they were on that day."""

from collections.abc import Iterator
from datetime import date
from typing import Final, cast, get_args

from tolok.archive.letterhead import holder, kop_of, place_of
from tolok.documents.parts import Dated, Issue, Party, Signer
from tolok.documents.serah_terima_handover import Access, Facts, Handed, OpenTask, Standing
from tolok.people.acting import holders
from tolok.people.duties import Duty
from tolok.people.hand_overs import HandOverFacts, hand_over_facts
from tolok.people.models import HandOver, Office, Role

STANDINGS: Final = get_args(Standing)
FIRST, SECOND = "PIHAK PERTAMA", "PIHAK KEDUA"
TASK: Final = "tugas"  # other duties are things that change hands: drafts, packages
NO_NUMBER: Final = "____"
REASON: Final = (
    "PIHAK PERTAMA mengakhiri jabatannya dan PIHAK KEDUA ditetapkan sebagai penggantinya"
)
STATEMENTS: Final = (
    "PIHAK PERTAMA menyatakan bahwa daftar pada lampiran lengkap dan benar menurut pengetahuannya.",
    "PIHAK KEDUA menyatakan telah memeriksa dan menerima yang diserahterimakan.",
)
COPIES: Final = 2


def facts_of(done: HandOver) -> Facts:
    """What the berita acara prints; the place and day of signing can be changed by hand."""
    told, agency = hand_over_facts(done), done.leaving.agency
    if agency is None:
        raise ValueError(f"{done} belongs to no agency")
    signed = Dated(place_of(agency), told.first_day)
    return Facts(
        issue=Issue("konsep", "", ""),
        kop=kop_of(agency),
        number=NO_NUMBER,
        held=signed,
        parties=(_party(done.leaving, FIRST), _party(done.taking, SECOND)),
        duty=told.office,
        reason=REASON,
        effective=told.first_day,
        legal_basis=(told.decree,) if told.decree else (),
        tasks=tuple(_task(one, told.first_day) for one in told.duties if one.kind == TASK),
        handed=tuple(_handed(one) for one in told.duties if one.kind != TASK),
        access=_access(done),
        statements=tuple(_statements(told)),
        copies_made=COPIES,
        signed=signed,
        signers=(_signer(done.leaving, FIRST), _signer(done.taking, SECOND)),
        witnesses=tuple(_witnesses(done)),
    )


def _party(office: Office, called: str) -> Party:
    person = office.user
    return Party(person.name, person.rank, person.nip, office.acting_title, called)


def _signer(office: Office, called: str) -> Signer:
    """As a party to the agreement, not in the office's name."""
    return Signer("langsung", (called,), office.user.name, office.user.rank, office.user.nip)


def _witnesses(done: HandOver) -> Iterator[Signer]:
    """The head of the UKPBJ, unless it is the head's own office that changes hands."""
    parties = {done.leaving.user, done.taking.user}
    for office in holders(Role.KEPALA_UKPBJ, done.leaving.agency, done.first_day):
        if office.user not in parties:
            yield holder(office)


def _task(duty: Duty, first_day: date) -> OpenTask:
    late = duty.due is not None and duty.due < first_day
    known = duty.status if duty.status in STANDINGS else "berjalan"
    status = cast("Standing", "terlambat" if late else known)
    return OpenTask(duty.title, duty.step, duty.concerns, duty.due, status, duty.remark)


def _handed(duty: Duty) -> Handed:
    return Handed(duty.title, "", f"1 {duty.kind}", "Tolok", duty.status)


def _access(done: HandOver) -> tuple[Access, ...]:
    """Rights end and begin with the office; the password is nobody else's."""
    right = done.leaving.get_role_display()
    ended = done.leaving.ends or done.first_day
    return (Access("Tolok", right, ended, done.taking.starts),)


def _statements(told: HandOverFacts) -> Iterator[str]:
    yield from STATEMENTS
    if told.note:
        yield f"Catatan PIHAK PERTAMA: {' '.join(told.note.split())}"
