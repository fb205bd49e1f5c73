"""What people do with letter numbers: set up series, take numbers, void them.

A sequence counts the letters of a calendar year by the letter's own date, not by the fiscal
year it is about.
"""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from tolok.archive.models import LetterNumber, NumberSeries
from tolok.core.numbering import Numbered, letter_number, pattern_problems, uses
from tolok.core.problem import Problem, RefusedError
from tolok.documents.catalogue import TITLES
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.trail.record import record

LONGEST_NUMBER = 120  # signs


@dataclass(frozen=True)
class SeriesPlan:
    """How a series is to number."""

    name: str
    pattern: str
    classification: str = ""
    unit: str = ""
    documents: tuple[str, ...] = ()


@transaction.atomic
def define_series(agency: Agency, plan: SeriesPlan, *, actor: User | None) -> NumberSeries:
    """A new series (NS-01 to NS-06 its pattern, NS-07 its codes, NS-08, NS-09 its documents)."""
    Agency.objects.select_for_update().get(pk=agency.pk)
    series = NumberSeries(agency=agency)
    _fill(series, plan)
    series.save(force_insert=True)
    record(
        "archive.define_series",
        actor=actor,
        subject=f"Seri nomor {series}",
        agency=agency,
        after=_as_values(series),
    )
    return series


@transaction.atomic
def edit_series(series: NumberSeries, plan: SeriesPlan, *, actor: User | None) -> NumberSeries:
    """Number the letters to come in another way; numbers that were given stay as they are."""
    Agency.objects.select_for_update().get(pk=series.agency_id)
    series = NumberSeries.objects.select_for_update().get(pk=series.pk)
    before = _as_values(series)
    _fill(series, plan)
    series.save()
    record(
        "archive.edit_series",
        actor=actor,
        subject=f"Seri nomor {series}",
        agency=series.agency,
        before=before,
        after=_as_values(series),
    )
    return series


def peek_number(series: NumberSeries, day: date) -> str:
    """The number `next_number` would give now."""
    return _text(series, _free_sequence(series, day), day)


@transaction.atomic
def next_number(
    series: NumberSeries, day: date, *, actor: User | None, sequence: int | None = None
) -> LetterNumber:
    """The next number of a series, or the sequence asked for; part of a larger deed.

    The series row is locked, so nobody else takes the same one. NS-10: a sequence is taken once.
    """
    series = NumberSeries.objects.select_for_update().get(pk=series.pk)
    chosen = sequence or _free_sequence(series, day)
    if LetterNumber.objects.filter(series=series, year=day.year, sequence=chosen).exists():
        message = f"Nomor urut {chosen} pada seri {series} tahun {day.year} sudah dipakai."
        raise RefusedError(Problem("NS-10", "nomor urut", message))
    number = LetterNumber(agency=series.agency, series=series, sequence=chosen)
    return _given(number, _text(series, chosen, day), day, actor)


def take_number(
    series: NumberSeries, day: date, *, actor: User, sequence: int | None = None
) -> LetterNumber:
    """Take a number for a letter that is not made in Tolok, or leap to where the office counts."""
    with transaction.atomic():
        number = next_number(series, day, actor=actor, sequence=sequence)
        _record("archive.take_number", number, actor, after={"nomor": number.text})
    return number


@transaction.atomic
def given_number(agency: Agency, text: str, day: date, *, actor: User | None) -> LetterNumber:
    """A number from a registry elsewhere, as SRIKANDI; part of a larger deed.

    NS-11: it can be read and printed. NS-12: no other letter of the year has it.
    """
    wanted = " ".join(text.split())
    if not wanted or len(wanted) > LONGEST_NUMBER or not wanted.isprintable():
        message = f"Nomor kosong, lebih dari {LONGEST_NUMBER} tanda, atau memuat tanda khusus."
        raise RefusedError(Problem("NS-11", "nomor", f"{message} Tuliskan seperti pada naskah."))
    return _given(LetterNumber(agency=agency), wanted, day, actor)


@transaction.atomic
def void_number(number: LetterNumber, *, reason: str, actor: User) -> LetterNumber:
    """Say that a number will not be used; it stays in the register and is never given again.

    NS-13: with a reason. NS-14: only once, and not while a paper carries it.
    """
    number = LetterNumber.objects.select_for_update().get(pk=number.pk)
    if not reason.strip():
        message = "Tuliskan alasannya: register nomor harus dapat menjelaskan setiap nomor."
        raise RefusedError(Problem("NS-13", "alasan", message))
    if number.voided_at or hasattr(number, "paper"):
        why = "sudah dibatalkan" if number.voided_at else "dipakai sebuah naskah"
        message = f"Nomor {number} {why}. Untuk membatalkan naskah, buka halaman naskahnya."
        raise RefusedError(Problem("NS-14", "nomor", message))
    mark_voided(number, reason)
    _record("archive.void_number", number, actor, after={"alasan": number.void_reason})
    return number


def mark_voided(number: LetterNumber, reason: str) -> None:
    """Together with the paper that carries it, or by `void_number`."""
    number.voided_at, number.void_reason = timezone.now(), reason.strip()
    number.save(update_fields=["voided_at", "void_reason"])


def _given(number: LetterNumber, text: str, day: date, actor: User | None) -> LetterNumber:
    number.text, number.year, number.given_by = text, day.year, actor
    try:
        with transaction.atomic():
            number.save(force_insert=True)
    except IntegrityError:
        message = f"Nomor {text} sudah tercatat pada tahun {day.year}. Periksa register nomor."
        raise RefusedError(Problem("NS-12", "nomor", message)) from None
    return number


def _free_sequence(series: NumberSeries, day: date) -> int:
    """The one after the last; what was given by hand meanwhile is leapt over."""
    given = LetterNumber.objects.filter(agency=series.agency_id, year=day.year)
    sequence = (given.filter(series=series).aggregate(last=Max("sequence"))["last"] or 0) + 1
    while given.filter(text=_text(series, sequence, day)).exists():
        sequence += 1
    return sequence


def _text(series: NumberSeries, sequence: int, day: date) -> str:
    of = Numbered(sequence, day, series.classification, series.unit)
    return letter_number(series.pattern, of)


def _fill(series: NumberSeries, plan: SeriesPlan) -> None:
    series.name = " ".join(plan.name.split())
    series.pattern = plan.pattern.strip()
    series.classification, series.unit = plan.classification.strip(), plan.unit.strip()
    series.documents = list(plan.documents)
    if problems := [*pattern_problems(series.pattern), *_own_problems(series)]:
        raise RefusedError(*problems)


def _own_problems(series: NumberSeries) -> list[Problem]:
    """NS-07: it has a name of its own and the codes its pattern prints."""
    others = NumberSeries.objects.filter(agency=series.agency).exclude(pk=series.pk)
    found = []
    if not series.name or others.filter(name=series.name).exists():
        message = f"Nama seri “{series.name}” kosong atau sudah dipakai."
        found.append(Problem("NS-07", "nama", message))
    for token, value in (("kode", series.classification), ("unit", series.unit)):
        if uses(series.pattern, token) and not value:
            message = f"Pola memuat {{{token}}}, tetapi kode {token} belum diisi."
            found.append(Problem("NS-07", token, message))
    return found + _document_problems(series, list(others))


def _document_problems(series: NumberSeries, others: list[NumberSeries]) -> list[Problem]:
    """NS-08: documents of the catalogue. NS-09: each numbered by one series."""
    found = [
        Problem("NS-08", "dokumen", f"Dokumen {code} tidak ada dalam daftar dokumen.")
        for code in series.documents
        if code not in TITLES
    ]
    taken = {code: other for other in others for code in other.documents}
    return found + [
        Problem("NS-09", "dokumen", f"{code} sudah dinomori oleh seri {taken[code]}.")
        for code in series.documents
        if code in taken
    ]


def _as_values(series: NumberSeries) -> dict[str, object]:
    return {
        "nama": series.name,
        "pola": series.pattern,
        "kode": series.classification,
        "unit": series.unit,
        "dokumen": series.documents,
    }


def _record(event: str, number: LetterNumber, actor: User, *, after: dict[str, object]) -> None:
    record(event, actor=actor, subject=f"Nomor {number}", agency=number.agency, after=after)
