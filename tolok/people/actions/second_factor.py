"""The second factor: set up, asked for at sign-in, taken off."""

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.people import totp
from tolok.people.actions.sessions import end_every_session
from tolok.people.models import RecoveryCode, SecondFactor, User
from tolok.people.rights import refuse_unless_managed
from tolok.trail.record import record

FAILURES: Final = 5
PUT_OFF: Final = timedelta(minutes=15)
_WHERE: Final = "kode"
WRONG: Final = (
    "Kode itu tidak berlaku sekarang. Tuliskan enam angka yang tampil di aplikasi autentikator "
    "saat ini, dan periksa apakah jam ponsel tepat."
)


@transaction.atomic
def begin_second_factor(user: User) -> SecondFactor:
    """A secret to be shown as QR; it counts from its first right code on."""
    factor, _ = SecondFactor.objects.select_for_update().get_or_create(
        user=user, defaults={"salt": totp.new_salt()}
    )
    return factor


@transaction.atomic
def confirm_second_factor(user: User, code: str) -> tuple[str, ...]:
    """From here on sign-in asks for a code. The recovery codes are shown this once.

    PG-25: the code is not the one the app shows now.
    """
    factor = SecondFactor.objects.select_for_update().filter(user=user).first()
    if factor is None or factor.confirmed_at:
        raise RefusedError(Problem("PG-25", _WHERE, "Mulai pemasangan faktor kedua dari awal."))
    step = totp.step_of(secret_of(factor), totp.plain_code(code), timezone.now())
    if step is None:
        raise RefusedError(Problem("PG-25", _WHERE, WRONG))
    factor.confirmed_at, factor.last_step = timezone.now(), step
    factor.save(update_fields=["confirmed_at", "last_step"])
    codes = renew_recovery_codes(user)
    record("people.confirm_second_factor", actor=user, subject=f"Pengguna {user.email}")
    return codes


@transaction.atomic
def new_recovery_codes(user: User) -> tuple[str, ...]:
    """Ten new ones; the old no longer count."""
    codes = renew_recovery_codes(user)
    record("people.new_recovery_codes", actor=user, subject=f"Pengguna {user.email}")
    return codes


def renew_recovery_codes(user: User) -> tuple[str, ...]:
    codes = totp.new_recovery_codes()
    user.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, code_hash=totp.recovery_hash(user.pk, code)) for code in codes
    )
    return codes


@transaction.atomic
def remove_second_factor(user: User, *, actor: User | None) -> None:
    """By oneself after the password, or by an administrator for one who lost phone and codes.

    Done by another, it ends the person's sessions: whoever asked may have been somebody else.
    """
    if actor != user:
        refuse_unless_managed(actor, user)
        end_every_session(user)
    SecondFactor.objects.filter(user=user).delete()
    user.recovery_codes.all().delete()
    record("people.remove_second_factor", actor=actor, subject=f"Pengguna {user.email}")


def check_second_factor(user: User, code: str) -> None:
    """A code counts once. PG-26 wrong or used, PG-27 put off after five wrong ones.

    The count of wrong codes must outlast the refusal, so the refusal is raised outside the
    transaction.
    """
    if problem := _checked(user, totp.plain_code(code)):
        raise RefusedError(problem)


@transaction.atomic
def _checked(user: User, code: str) -> Problem | None:
    factor = SecondFactor.objects.select_for_update().get(user=user)
    now = timezone.now()
    if factor.is_locked(now):
        return Problem(
            "PG-27", _WHERE, "Terlalu banyak kode yang salah. Coba lagi setelah 15 menit."
        )
    step = totp.step_of(secret_of(factor), code, now)
    if step is not None and step > factor.last_step:
        factor.last_step, factor.failures, factor.locked_until = step, 0, None
    elif _uses_recovery_code(user, code):
        factor.failures, factor.locked_until = 0, None
    else:
        factor.failures += 1
        if factor.failures >= FAILURES:
            factor.failures, factor.locked_until = 0, now + PUT_OFF
        factor.save()
        return Problem("PG-26", _WHERE, WRONG)
    factor.save()
    return None


def _uses_recovery_code(user: User, code: str) -> bool:
    unused = user.recovery_codes.filter(used_at=None, code_hash=totp.recovery_hash(user.pk, code))
    return unused.update(used_at=timezone.now()) == 1


def secret_of(factor: SecondFactor) -> str:
    return totp.secret_of(factor.user_id, factor.salt)
