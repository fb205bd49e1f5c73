"""What is done to persons: they are registered, described, closed and opened again."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from tolok.core.identifiers import is_whole_nip, nip_digits
from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User
from tolok.trail.record import record

OLD_NIP_DIGITS = 9


@transaction.atomic
def create_user(
    email: str, name: str, *, password: str | None = None, actor: User | None = None
) -> User:
    """Someone who can sign in, and may do nothing yet; without a password only later."""
    user = User(email=email.strip().lower(), name=" ".join(name.split()))
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

    PG-13: a NIP has 18 digits, an old one 9; PPPK have 18 too.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
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
