"""A package's story: its dates from plan to payment, in the order of the process."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from tolok.core.numbers import format_rupiah
from tolok.registry.dictionary import dictionary
from tolok.registry.lineage import Source
from tolok.registry.models import Attempt, Contract, Correction, Handover, Package
from tolok.registry.packages.facts import spoken
from tolok.registry.packages.known import Known
from tolok.ui.parts import Event, story


@dataclass(frozen=True)
class Step:
    """One event before it is laid on the line; `field` is the fact its date is."""

    title: str
    day: date | None
    field: str = ""
    detail: str = ""
    planned: bool = False  # a term, not something that happened


def story_of(package: Package, known: Known) -> tuple[Event, ...]:
    """Every date there is, and those that should be there by now; days out of order stand out."""
    steps = [step for step in _steps(package, known) if step.day or step.field in known.needed]
    return story(_events(steps, known))


def _steps(package: Package, known: Known) -> Iterator[Step]:
    yield from _before_contract(package, known)
    yield from _contract(package, known.contracts)
    yield Step("Mulai pekerjaan", package.work_starts_on, "tgl_mulai_pekerjaan")
    yield Step(
        "Akhir pekerjaan menurut kontrak",
        package.work_due_on,
        "tgl_selesai_pekerjaan",
        planned=True,
    )
    yield from _hand_over(package, known.handovers)


def _before_contract(package: Package, known: Known) -> Iterator[Step]:
    for entry in known.plan:
        detail = f"RUP {entry.code}, pagu {_money(entry.ceiling)}"
        yield Step("RUP diumumkan", entry.announced_on, detail=detail)
    yield from _announcements(package, known.attempts)
    award = f"{package.supplier_name}, {_money(package.contract_value)}"
    term = package.award_due_on
    yield Step("Penetapan pemenang menurut jadwal", term, "tgl_jadwal_penetapan", planned=True)
    detail = award if package.supplier_name else ""
    yield Step("Pemenang ditetapkan", package.awarded_on, "tgl_penetapan_pemenang", detail)
    yield Step("SPPBJ", package.appointed_on, "tgl_sppbj", "Surat penunjukan penyedia")


def _announcements(package: Package, attempts: Sequence[Attempt]) -> Iterator[Step]:
    """The last one is the package's own, whose date may be corrected; it was made anew for it."""
    for number, attempt in enumerate(attempts[:-1], start=1):
        detail = f"{attempt.status.capitalize()}. {attempt.reason}".strip(". ")
        yield Step(f"Pengumuman ke-{number}", attempt.announced_on, detail=detail)
    yield Step("Paket dibuat", package.created_on)
    title = "Diumumkan" if len(attempts) < 2 else f"Pengumuman ke-{len(attempts)}"  # noqa: PLR2004
    code = f"{package.method} {package.process_code}".strip()
    yield Step(title, package.announced_on, "tgl_pengumuman", code)


def _contract(package: Package, contracts: Sequence[Contract]) -> Iterator[Step]:
    first = next((one for one in contracts if one.version == 0), None)
    detail = f"Nomor {first.number}, {_money(first.value)}" if first else ""
    yield Step("Kontrak ditandatangani", package.signed_on, "tgl_kontrak", detail)
    for addendum in contracts:
        if addendum.version:
            told = f"Nilai {_money(addendum.value)}. {addendum.reason}".strip()
            yield Step(f"Adendum ke-{addendum.version}", addendum.signed_on, detail=told)


def _hand_over(package: Package, handovers: Sequence[Handover]) -> Iterator[Step]:
    """Partial hand-overs and payments by day; the last hand-over is the package's own date."""
    for one in _by_day(handovers):
        if one.handed_over_on and one.handed_over_on != package.handed_over_on:
            yield Step("Serah terima", one.handed_over_on, detail=_progress(one))
    last = next((one for one in handovers if one.handed_over_on == package.handed_over_on), None)
    detail = _progress(last) if last and package.handed_over_on else ""
    yield Step("Serah terima (BAST)", package.handed_over_on, "tgl_bast", detail)
    for one in _by_day(handovers):
        if one.payment_on:
            yield Step("Pembayaran", one.payment_on, detail=_money(one.amount))


def _by_day(handovers: Iterable[Handover]) -> list[Handover]:
    return sorted(
        handovers, key=lambda one: (one.handed_over_on or date.max, one.payment_on or date.max)
    )


def _progress(handover: Handover) -> str:
    done = f", kemajuan {handover.progress:f} %".replace(".", ",") if handover.progress else ""
    return f"{handover.number or 'tanpa nomor'}{done}"


def _events(steps: Sequence[Step], known: Known) -> Iterator[Event]:
    corrected = {one.field: one for one in known.corrections}
    sources = _first_sources(known.sources)
    before: date | None = None
    for step in steps:
        event = Event(
            step.title,
            step.day,
            _kind(step, before, known.doubted),
            detail=step.detail,
            source=_source_of(step, sources),
            why_no_day=_why_no_day(step),
        )
        correction = corrected.get(step.field)
        yield _with_correction(event, correction) if correction else event
        if step.day and not step.planned:
            before = step.day


def _kind(
    step: Step, before: date | None, doubted: Collection[str]
) -> Literal["done", "todo", "wrong"]:
    if step.day is None or step.planned:
        return "todo"
    out_of_order = before is not None and step.day < before
    return "wrong" if out_of_order or (step.field and step.field in doubted) else "done"


def _with_correction(event: Event, correction: Correction) -> Event:
    published = spoken(dictionary()[correction.field], correction.published) or "kosong"
    told = f"Dikoreksi; menurut sumber {published}."
    return replace(event, detail=f"{event.detail}. {told}".lstrip(". "))


def _first_sources(sources: Sequence[Source]) -> Mapping[str, Source]:
    first: dict[str, Source] = {}
    for source in sources:
        first.setdefault(source.table, source)
    return first


def _source_of(step: Step, sources: Mapping[str, Source]) -> str:
    """The first published row of a table that holds the fact."""
    known = dictionary().get(step.field)
    for column in known.columns if known and step.day else ():
        if found := sources.get(column.rpartition(".")[0]):
            return f"{found.file}, baris {found.row}"
    return ""


def _why_no_day(step: Step) -> str:
    known = dictionary().get(step.field)
    return f"{known.lacking} belum ada" if known else "tanggal belum ada"


def _money(value: Decimal | None) -> str:
    return "nilai belum ada" if value is None else format_rupiah(value)
