"""What is done to persons: they are registered, described, closed and opened again."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from tolok.core.identifiers import is_whole_nip, nip_digits
from tolok.core.problem import Problem, RefusedError
from tolok.people.actions.offices import is_last_administrator
from tolok.people.models import User
from tolok.people.rights import refuse_unless_managed
from tolok.trail.record import record

OLD_NIP_DIGITS = 9


@transaction.atomic
def create_user(
    email: str, name: str, *, password: str | None = None, actor: User | None = None
) -> User:
    """Someone who can sign in, and may do nothing yet; without a password only later."""
    user = User(email=email.strip().lower(), name=" ".join(name.split()), joined_at=timezone.now())
    if problems := user_problems(user, password):
        raise RefusedError(*problems)
    user.set_password(password)
    user.save()
    record(
        "people.create_user",
        actor=actor,
        subject=f"Pengguna {user.email}",
        after={"surel": user.email, "nama": user.name},
    )
    return user


def user_problems(user: User, password: str | None) -> list[Problem]:
    """PG-01 no name, PG-02 no address, PG-03 address taken, PG-04 password too easy."""
    problems = []
    if not user.name:
        problems.append(Problem("PG-01", "nama", "Masih kosong. Tuliskan nama orangnya."))
    try:
        validate_email(user.email)
    except ValidationError:
        problems.append(
            Problem("PG-02", "surel", f"“{user.email}” bukan alamat surel. Periksa ejaannya.")
        )
    if User.objects.filter(email=user.email).exists():
        problems.append(Problem("PG-03", "surel", f"{user.email} sudah dipakai pengguna lain."))
    if password is not None:
        try:
            validate_password(password, user)
        except ValidationError as error:
            problems.append(Problem("PG-04", "kata sandi", " ".join(error.messages)))
    return problems


@transaction.atomic
def describe_person(
    user: User, *, name: str, nip: str = "", rank: str = "", actor: User | None = None
) -> User:
    """Name, NIP and rank as papers print them; the NIP is kept as digits alone.

    PG-13: a NIP has 18 digits, an old one 9; a spreadsheet that took it for a number has
    rounded its last three to 000.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    refuse_unless_managed(actor, user)
    before = described(user)
    user.name, user.nip, user.rank = " ".join(name.split()), nip_digits(nip), rank.strip()
    if problems := description_problems(user):
        raise RefusedError(*problems)
    if described(user) == before:
        return user
    user.save(update_fields=["name", "nip", "rank"])
    record(
        "people.describe_person",
        actor=actor,
        subject=f"Pengguna {user.email}",
        before=before,
        after=described(user),
    )
    return user


def description_problems(user: User) -> list[Problem]:
    problems = []
    if not user.name:
        problems.append(Problem("PG-01", "nama", "Masih kosong. Tuliskan nama orangnya."))
    digits = user.nip
    if is_whole_nip(digits) and digits.endswith("000"):
        message = (
            f"“{digits}” berakhir dengan 000: lembar kerja membulatkan angka panjang. Tuliskan "
            "NIP sebagai teks."
        )
        return [*problems, Problem("PG-13", "NIP", message)]
    old = len(digits) == OLD_NIP_DIGITS and digits.isascii() and digits.isdigit()
    if digits and not (is_whole_nip(digits) or old):
        problems.append(
            Problem(
                "PG-13",
                "NIP",
                f"“{digits}” bukan NIP: NIP terdiri atas 18 angka (NIP lama 9 angka). Periksa "
                "salinannya; lembar kerja sering membulatkan angka panjang.",
            )
        )
    return problems


def described(user: User) -> dict[str, object]:
    return {"nama": user.name, "nip": user.nip, "pangkat": user.rank}


@transaction.atomic
def close_account(user: User, *, actor: User | None = None) -> User:
    """Nobody comes in by it any longer, from the next request on; what it did stays.

    PG-22: one's own, which would lock the door from inside, or the last administrator's.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    refuse_unless_managed(actor, user)
    if problem := closing_problem(user, actor):
        raise RefusedError(problem)
    if user.is_active:
        _set_active(user, active=False)
        _note_state(user, "people.close_account", actor)
    return user


@transaction.atomic
def open_account(user: User, *, actor: User | None = None) -> User:
    """Let a person come in again; offices still in force give their rights again."""
    user = User.objects.select_for_update().get(pk=user.pk)
    refuse_unless_managed(actor, user)
    if not user.is_active:
        _set_active(user, active=True)
        _note_state(user, "people.open_account", actor)
    return user


def closing_problem(user: User, actor: User | None) -> Problem | None:
    if user == actor:
        return Problem(
            "PG-22", "akun", "Akun sendiri tidak dapat ditutup. Minta administrator lain."
        )
    today = timezone.localdate()
    if any(is_last_administrator(office, today) for office in user.offices.in_force(today)):
        return Problem(
            "PG-22",
            "akun",
            f"{user} adalah administrator terakhir. Tunjuk penggantinya lebih dahulu.",
        )
    return None


def _set_active(user: User, *, active: bool) -> None:
    user.is_active = active
    user.save(update_fields=["is_active"])


def _note_state(user: User, event: str, actor: User | None) -> None:
    record(event, actor=actor, subject=f"Pengguna {user.email}", after={"aktif": user.is_active})
