"""Whether who holds an office has the certificate its SOP asks for: a warning, never a bar.

Kaltim's SOP, Kualifikasi Pelaksana: sertifikat keahlian PBJ tingkat dasar/level 1; PPK and Pokja
need competence in planning, selection and contracts.
"""

from datetime import date
from typing import Final

from tolok.core.dates import format_date
from tolok.core.problem import Problem
from tolok.people.models import Office, Role, User

WANTED_BY: Final = frozenset(
    {
        Role.COORDINATOR,
        Role.DATA_PROCESSOR,
        Role.KEPALA_UKPBJ,
        Role.KETUA_TIM,
        Role.POKJA,
        Role.PPK,
        Role.TIM_PENGUMPUL,
    }
)
_WHERE: Final = "sertifikat"


def certificate_warning(user: User, role: Role, day: date) -> Problem | None:
    """PG-17 none is on record, PG-18 all have expired. The office is given all the same."""
    if role not in WANTED_BY:
        return None
    known = list(user.certificates.of_procurement())
    if any(one.is_valid_on(day) for one in known):
        return None
    past = [one.expires for one in known if one.expires and one.expires < day]
    if past:
        ended = format_date(max(past))
        message = (
            f"Sertifikat PBJ {user} berakhir {ended}, padahal jabatan {role.label} memerlukannya."
        )
        return Problem("PG-18", _WHERE, f"{message} Catat sertifikat yang baru bila sudah terbit.")
    return Problem(
        "PG-17",
        _WHERE,
        f"{user} belum punya sertifikat PBJ yang berlaku di Tolok, padahal jabatan {role.label} "
        "memerlukannya. Catat nomor dan masa berlakunya bila ada.",
    )


def warnings_for(user: User, offices: list[Office], day: date) -> tuple[Problem, ...]:
    """One for each role held that day."""
    roles = dict.fromkeys(Role(office.role) for office in offices if office.is_in_force(day))
    found = (certificate_warning(user, role, day) for role in roles)
    return tuple(problem for problem in found if problem)
