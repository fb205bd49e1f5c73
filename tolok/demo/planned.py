"""The demo agency's performance plan, written step by step by the actions people use.

Each function is one step of the SOP (KT1.i to KT1.vi, JW1 to JW6), so that a journey through the
year can take them one by one.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from tolok.archive.models import Paper
from tolok.core.numbers import format_number, round_half_up
from tolok.core.planning.periods import period_names
from tolok.core.problem import RefusedError
from tolok.cycle.models import FiscalYear
from tolok.people.models import User
from tolok.planning.actions.aims import add_area, add_goal, choose_packages
from tolok.planning.actions.baselines import compute_baseline, no_baseline
from tolok.planning.actions.deciding import approve_plan, return_plan, settle_note, submit_plan
from tolok.planning.actions.fields import save_fields
from tolok.planning.actions.indicators import add_action, choose_indicators
from tolok.planning.actions.targets import set_targets
from tolok.planning.assignment.actions import draft_assignment, issue_assignment
from tolok.planning.assignment.letter import usual
from tolok.planning.models import Note, PlannedIndicator, PlanVersion, StrategicArea
from tolok.planning.pasal4 import PASAL_4
from tolok.planning.past import help_for
from tolok.registry.models import PlanEntry

OWNER: Final = {
    "owner_unit": "Sub Bagian Pengelolaan PBJ",
    "owner_person": "Kepala Sub Bagian Pengelolaan PBJ",
}
AREAS: Final = (
    ("Infrastruktur jalan dan gedung", "Ketepatan Waktu", "Menyerap pagu terbesar.", "Konstruksi"),
    ("Belanja barang", "Penghematan Biaya", "Paling banyak paketnya.", "Barang"),
    ("Mutu pemilihan", "Kualitas", "Tender gagal menunda seluruh pekerjaan.", "Konsultansi"),
    ("Layanan pengadaan", "Tingkat Layanan", "Dasar kepercayaan pengguna layanan.", ""),
)
INDICATORS: Final = ("W1", "W3", "B1", "K1", "K3", "L1", "P1")
IN_AREA: Final = {"W1": 0, "W3": 0, "B1": 1, "K1": 2, "K3": 2, "L1": 3, "P1": 1}
GOAL_OF: Final = {"P1": "b"}  # the others serve letter a
WEIGHTS: Final = {"W1": 20, "W3": 20, "B1": 15, "K1": 15, "K3": 10, "L1": 10, "P1": 10}
ACTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "W1": ("Reviu bersama dokumen persiapan sebelum diumumkan", "Berita acara reviu"),
    "W3": ("Rapat kendali kontrak bulanan untuk paket kritis", "Notula dan tindak lanjut"),
    "B1": ("Klinik HPS bagi PPK", "Laporan klinik dan daftar hadir"),
    "K1": ("Penelaahan sebab tender gagal setiap triwulan", "Catatan sebab dan perbaikan"),
    "K3": ("Temu pelaku usaha sebelum paket diumumkan", "Daftar hadir dan ringkasan masukan"),
    "L1": ("Survei kepuasan dan tindak lanjut keluhan", "Kertas kerja survei (F14)"),
    "P1": ("Pencantuman produk dalam negeri pada spesifikasi", "Reviu spesifikasi"),
}
TARGETS: Final = {
    "K1": ("3", "3", "2,5", "2")
}  # what the past proposes is zero, which no share has
NO_SURVEY: Final = "Survei kepuasan baru dilaksanakan mulai tahun ini."
PACKAGES_AN_AREA: Final = 3


def assign_coordinator(year: FiscalYear, *, dated: date, actor: User) -> Paper:
    """KT1.i: the surat tugas to whoever coordinates, with the team, by whoever heads the UKPBJ."""
    draft = draft_assignment(year, usual(year), actor=actor)
    return issue_assignment(draft, year=year, dated=dated, actor=actor)


def define_goals(version: PlanVersion, *, actor: User) -> None:
    """KT1.ii, JW1."""
    direction = {
        "vision": "Pengadaan yang tepat waktu, hemat, dan tepercaya bagi Contoh Jaya.",
        "missions": "Mempercepat pemilihan penyedia tanpa mengurangi persaingan.\n"
        "Meningkatkan mutu hasil pekerjaan.\nMemberikan layanan pengadaan yang mudah.",
        "background": f"Hasil tahun {version.year - 1} menunjukkan masih ada paket yang melewati"
        " jadwal dan tender yang gagal; keduanya menjadi perhatian tahun ini.",
    }
    save_fields(version, direction, {}, actor=actor)
    for letter in "abc":
        add_goal(version, actor=actor, letter=letter, text=PASAL_4[letter])
    goal = add_goal(version, actor=actor, source="rpjmd", text="Paket jalan selesai tepat waktu")
    plan = {"reference": "RPJMD, misi 3", "organisation_goal": "Meningkatnya kemantapan jalan"}
    save_fields(goal, plan, {}, actor=actor)
    for name, measures, reason, kind in AREAS:
        area = add_area(version, actor=actor, name=name, measures=measures, reason=reason)
        _propose_packages(area, kind, actor)


def _propose_packages(area: StrategicArea, kind: str, actor: User) -> None:
    """The largest of a kind, when the RUP is there."""
    entries = PlanEntry.objects.of_year(area.version.agency, area.version.year)
    found = entries.filter(kind__contains=kind) if kind else entries.none()
    largest = found.order_by("-ceiling", "code")[:PACKAGES_AN_AREA]
    choose_packages(area, [entry.code for entry in largest], actor=actor)


def set_indicators(version: PlanVersion, *, actor: User) -> None:
    """KT1.iii, JW2."""
    areas = list(version.areas.all())
    goals = {goal.letter: goal for goal in version.goals.exclude(letter="")}
    for one in choose_indicators(version, INDICATORS, actor=actor):
        values = {
            "area": areas[IN_AREA[one.code]],
            "goal": goals[GOAL_OF.get(one.code, "a")],
            "weight": Decimal(WEIGHTS[one.code]),
            **OWNER,
        }
        save_fields(one, values, {}, actor=actor)


def propose_targets(version: PlanVersion, *, actor: User) -> None:
    """KT1.iv, JW3: from the safe proposal towards the stretching one, quarter by quarter."""
    for one in version.indicators.all():
        _baseline(one, actor)
        set_targets(one, _targets(one), actor=actor)


def _baseline(one: PlannedIndicator, actor: User) -> None:
    """Computed from the year before; where it cannot be, the refusal is the reason."""
    if not one.expression:
        no_baseline(one, reason=NO_SURVEY, actor=actor)
        return
    try:
        compute_baseline(one, year=one.version.year - 1, actor=actor)
    except RefusedError as refusal:
        no_baseline(one, reason=refusal.problems[0].message, actor=actor)


def _targets(one: PlannedIndicator) -> dict[int, str]:
    if one.code in TARGETS:
        return dict(enumerate(TARGETS[one.code], 1))
    found = help_for(one).proposals
    periods = len(period_names(one.reporting))
    if found is None:
        return dict.fromkeys(range(1, periods + 1), "80")
    start, step = found.safe.low, (found.stretch.low - found.safe.low) / periods
    return {
        number: format_number(round_half_up(start + step * number, 1))
        for number in range(1, periods + 1)
    }


def plan_actions(version: PlanVersion, *, actor: User) -> None:
    """KT1.v, JW4."""
    for one in version.indicators.all():
        activity, output = ACTIONS[one.code]
        action = add_action(one, actor=actor, activity=activity, output=output)
        values = {
            "units": "PPK; Pokja Pemilihan",
            "starts": date(version.year, 2, 2),
            "ends": date(version.year, 12, 15),
            "milestone_1": "1 kali",
            "milestone_2": "2 kali",
            "milestone_3": "3 kali",
            "milestone_4": "4 kali",
        }
        save_fields(action, values, {}, actor=actor)


def present_and_return(version: PlanVersion, *, author: User, leader: User) -> None:
    """KT1.vi, JW5 and JW6 (b): back to the authors with a note."""
    send_back(version, submit_plan(version, actor=author).sha256, leader=leader)


def send_back(version: PlanVersion, sha256: str, *, leader: User) -> None:
    """The leaders' no, with what they want changed pinned to its place."""
    return_plan(
        version,
        sha256=sha256,
        reason="Sumber data indikator W3 perlu menyebut e-kontrak.",
        notes={"W3.source": "Sebutkan juga e-kontrak."},
        actor=leader,
    )


def repair(version: PlanVersion, *, actor: User) -> None:
    """What the leaders asked for is done at its place."""
    w3 = version.indicators.get(code="W3")
    save_fields(w3, {"source": f"{w3.source}; e-kontrak"}, {}, actor=actor)
    for note in Note.objects.of_version(version).unsettled():
        settle_note(note, actor=actor)


def present_and_approve(version: PlanVersion, *, author: User, leader: User) -> PlanVersion:
    """KT1.vi, JW6 (a)."""
    submission = submit_plan(version, actor=author)
    return approve_plan(version, sha256=submission.sha256, actor=leader)
