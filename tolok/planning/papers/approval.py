"""BA-RENCANA: the leaders' decision on the plan and its targets (JW6, KT1.vi)."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from tolok.archive.letterhead import DOTS
from tolok.core.achievement import Direction
from tolok.core.planning.content import Content, Indicator
from tolok.core.planning.periods import by_quarter, year_target
from tolok.core.planning.told import target_number, trimmed
from tolok.documents.ba_rencana_plan_approval import Change, Facts, PlanPart, Target
from tolok.documents.parts import Dated, Party, Signer
from tolok.people.acting import holders
from tolok.people.models import Role
from tolok.planning.models import Note, Submission
from tolok.planning.papers import words
from tolok.planning.papers.setting import (
    DRAFT,
    NO_NUMBER,
    Setting,
    baseline_value,
    decider_of,
)
from tolok.planning.reading import from_json

Decision = Literal["disetujui", "disetujui dengan catatan", "perlu perubahan"]
DIRECTIONS: Final[
    dict[Direction, Literal["naik lebih baik", "turun lebih baik", "dalam rentang"]]
] = {
    Direction.MAXIMISE: "naik lebih baik",
    Direction.MINIMISE: "turun lebih baik",
    Direction.RANGE: "dalam rentang",
}
PART_OF: Final = {"T.": 0, "A.": 1, "R.": 7}  # by the key a note is pinned to
INDICATORS: Final = 3
PRESENTED: Final = (
    "pihak yang mengajukan telah mempresentasikan Dokumen Perencanaan Kinerja Pengadaan Tahun "
    "Anggaran {year} dengan kode isi {code}, dan pimpinan telah menganalisis tujuan, area "
    "strategis, indikator, baseline, target, serta rencana aksinya."
)


@dataclass(frozen=True)
class Held:
    """Where and when it was decided, and by when changes are made."""

    place: str
    day: date
    repaired_by: date


def approval_facts(submission: Submission, held: Held) -> Facts:
    """What was decided on one submission, which the paper names by its code."""
    plan = from_json(submission.content)
    setting = Setting(submission.version, plan)
    notes = list(submission.notes.all())
    approved = submission.outcome == Submission.Outcome.APPROVED
    return Facts(
        issue=DRAFT,
        kop=setting.kop,
        number=NO_NUMBER,
        year=plan.year,
        held=Dated(held.place, held.day),
        parties=_parties(setting, submission),
        legal_basis=words.legal_basis(held.day),
        presented=PRESENTED.format(year=plan.year, code=submission.sha256[:12]),
        decision=_decision(submission, notes),
        in_force=held.day if approved else None,
        parts=_parts(plan, notes),
        changes=() if approved else _changes(notes, setting, held),
        notes=_notes(submission, notes),
        copies_made=2,
        signed=setting.signed(held.day),
        signers=_signers(setting, submission),
        witnesses=(),
        targets=tuple(_target(one) for one in plan.indicators if year_target(one)),
    )


def _decision(submission: Submission, notes: list[Note]) -> Decision:
    if submission.outcome != Submission.Outcome.APPROVED:
        return "perlu perubahan"
    return "disetujui dengan catatan" if notes else "disetujui"


def _notes(submission: Submission, notes: list[Note]) -> tuple[str, ...]:
    """The reason first, then what was pinned, each with its place."""
    return tuple(filter(None, (submission.reason, *(f"{one.place}: {one.text}" for one in notes))))


def _parts(plan: Content, notes: list[Note]) -> tuple[PlanPart, ...]:
    """(a) to (g) of the Jayawijaya SOP, with the actions in an annex."""
    packages = sum(len(area.packages) for area in plan.areas)
    pairs = (
        ("Tujuan pengadaan barang/jasa", f"{len(plan.goals)} tujuan"),
        ("Area strategis", ", ".join(one.name for one in plan.areas) or "belum ditetapkan"),
        ("Usulan paket pengadaan berdasarkan area strategis", f"{packages} paket dari SiRUP"),
        ("Indikator dan atributnya", f"{len(plan.indicators)} indikator dengan manualnya"),
        ("Baseline dan target", f"{len(plan.indicators)} indikator, target per periode"),
        ("Template data kinerja", "mengikuti data yang diperlukan indikator"),
        ("Usulan surat edaran implementasi", "terlampir dalam dokumen perencanaan"),
        ("Rencana aksi (lampiran)", f"{len(plan.actions)} aksi"),
    )
    found: dict[int, list[str]] = {}
    for note in notes:
        found.setdefault(PART_OF.get(note.key[:2], INDICATORS), []).append(note.text)
    return tuple(
        PlanPart(name, content, " ".join(found.get(at, ())))
        for at, (name, content) in enumerate(pairs)
    )


def _changes(notes: list[Note], setting: Setting, held: Held) -> tuple[Change, ...]:
    who = setting.author_role.label
    return tuple(Change(one.place, one.text, who, held.repaired_by) for one in notes)


def _parties(setting: Setting, submission: Submission) -> tuple[Party, ...]:
    return (
        _party(setting, setting.author_role, "pihak yang mengajukan"),
        _leader(setting, submission, "pimpinan"),
    )


def _leader(setting: Setting, submission: Submission, called: str) -> Party:
    """Who decided, by the office of that day."""
    one = submission.decided_by
    if one is None:
        return _party(setting, setting.leader_role, called)
    return Party(one.name, one.rank, one.nip, submission.decided_as, called)


def _party(setting: Setting, role: Role, called: str) -> Party:
    acting = holders(role, setting.version.agency)
    if not acting:
        return Party(DOTS, "", "", role.label, called)
    office = acting[0]
    return Party(office.user.name, office.user.rank, office.user.nip, office.acting_title, called)


def _signers(setting: Setting, submission: Submission) -> tuple[Signer, ...]:
    leader = (
        decider_of(submission, "PIMPINAN")
        if submission.decided_by
        else setting.signer(setting.leader_role, "PIMPINAN")
    )
    return (setting.signer(setting.author_role, "PIHAK YANG MENGAJUKAN"), leader)


def _target(one: Indicator) -> Target:
    """A range is printed by its lower bound, with the whole range beside the unit."""
    year = year_target(one)
    if year is None:
        raise ValueError(f"{one.code} has no target")
    is_range = year.low != year.high
    unit = f"{one.unit}, rentang {target_number(year)}" if is_range else one.unit
    q1, q2, q3, q4 = (trimmed(target.low) if target else None for target in by_quarter(one))
    return Target(
        name=one.name,
        code=one.code,
        area=one.measures,
        unit=unit,
        direction=DIRECTIONS[Direction(one.direction)],
        baseline=baseline_value(one, brief=True),
        q1=q1,
        q2=q2,
        q3=q3,
        q4=q4,
        year=trimmed(year.low),
    )
