"""Where the clocks of an SOP cannot keep to the calendar, and which dates would do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from tolok.core.dates import format_date
from tolok.core.problem import Problem
from tolok.core.timetable.layout import ONE_DAY, Planned, YearFrame
from tolok.core.timetable.lost_days import (
    better_start,
    is_short,
    latest_start,
    lost_days,
    too_many,
)


@dataclass(frozen=True)
class Collision(Problem):
    """A problem of the calendar: `where` is the step; a date that would do is named."""

    proposal: str = ""
    feasible: date | None = None


def collisions(
    planned: Sequence[Planned], frame: YearFrame, *, next_year: Sequence[Planned] = ()
) -> tuple[Collision, ...]:
    """In the order of the steps; `next_year` is the same SOP laid out over the year after."""
    found: list[Collision] = []
    for one in planned:
        found.extend(filter(None, (rule(one, frame) for rule in _OF_A_STEP)))
    return (*found, *_windows_overlap(planned), *_next_year_waits(planned, frame, next_year))


def _holidays_inside(one: Planned, frame: YearFrame) -> Collision | None:
    """JD-01: Lebaran or cuti bersama takes a third or more of a short step's calendar days."""
    lost = lost_days(one.starts, one.due, frame)
    if not is_short(one, frame) or one.starts is None or not too_many(lost, one.step.duration):
        return None
    starts = better_start(one, frame)
    return Collision(
        "JD-01",
        one.step.id,
        f"{_titled(one)}: {len(lost)} dari {_days_of(one)} hari jatuh pada libur "
        f"({_named(lost, frame)}).",
        proposal=_start_then(one, starts, frame),
        feasible=starts,
    )


def _due_on_a_holiday(one: Planned, frame: YearFrame) -> Collision | None:
    """JD-02: the last day is a holiday, on which nobody is there to receive the result."""
    if one.due is None or one.due == frame.ends_on or not frame.holidays.holiday(one.due):
        return None
    before = frame.holidays.add_working_days(one.due, -1)
    return Collision(
        "JD-02",
        one.step.id,
        f"{_titled(one)}: batasnya {format_date(one.due)} adalah libur "
        f"({frame.holidays.holiday(one.due)}).",
        proposal=f"Selesaikan paling lambat {format_date(before)}, hari kerja sebelumnya.",
        feasible=before,
    )


def _after_the_year(one: Planned, frame: YearFrame) -> Collision | None:
    """JD-03: a step that starts in the fiscal year is due only after it has ended."""
    if one.starts is None or one.due is None or one.step.window or one.step.duration is None:
        return None
    if not one.starts <= frame.ends_on < one.due:
        return None
    starts = latest_start(one.step.duration, frame)
    return Collision(
        "JD-03",
        one.step.id,
        f"{_titled(one)}: mulai {format_date(one.starts)}, batasnya {format_date(one.due)} "
        f"sesudah TA {frame.year} berakhir.",
        proposal=f"Mulai paling lambat {format_date(starts)}, agar selesai dalam tahun ini.",
        feasible=starts,
    )


def _not_ready(one: Planned, frame: YearFrame) -> Collision | None:
    """JD-04: a window or a set date comes before the steps that lead to it are done."""
    first = one.step.window.opens if one.step.window else one.step.due_on
    if first is None or one.ready <= first:
        return None
    what = "jendelanya dibuka" if one.step.window else "tanggal yang ditetapkan"
    return Collision(
        "JD-04",
        one.step.id,
        f"{_titled(one)}: {what} {format_date(first)}, sedang langkah sebelumnya baru selesai "
        f"{format_date(one.ready - ONE_DAY)}.",
        proposal=f"Undur menjadi {format_date(one.ready)} atau sesudahnya, atau buka tahun pada "
        "langkah yang lebih lanjut.",
        feasible=one.ready,
    )


_OF_A_STEP: Final[tuple[Callable[[Planned, YearFrame], Collision | None], ...]] = (
    _holidays_inside,
    _due_on_a_holiday,
    _after_the_year,
    _not_ready,
)


def _windows_overlap(planned: Sequence[Planned]) -> Iterator[Collision]:
    """JD-05: two collection windows are open on the same day."""
    windows = sorted(
        ((one.step.window, one) for one in planned if one.step.window),
        key=lambda pair: pair[0].opens,
    )
    for (earlier, before), (later, one) in pairwise(windows):
        if later.opens <= earlier.closes:
            after = earlier.closes + ONE_DAY
            yield Collision(
                "JD-05",
                one.step.id,
                f"{_titled(one)}: dibuka {format_date(later.opens)}, sedang {before.step.name} "
                f"baru ditutup {format_date(earlier.closes)}.",
                proposal=f"Buka {format_date(after)}, atau tutup yang pertama paling lambat "
                f"{format_date(later.opens - ONE_DAY)}.",
                feasible=after,
            )


def _next_year_waits(
    planned: Sequence[Planned], frame: YearFrame, next_year: Sequence[Planned]
) -> Iterator[Collision]:
    """JD-06: the next year's first step starts before this year's last is due (KT7, KT1).

    The first step needs the report of the year before; until then it works from the interim one.
    """
    last = max((one for one in planned if one.due), key=_due_of, default=None)
    first = next((one for one in next_year if one.starts), None)
    if last is None or first is None or first.starts is None or first.starts > _due_of(last):
        return
    after = frame.holidays.add_working_days(_due_of(last), 1)
    yield Collision(
        "JD-06",
        last.step.id,
        f"{_titled(last)} TA {frame.year} berakhir {format_date(_due_of(last))}, sedang "
        f"{first.step.id} TA {frame.year + 1} mulai {format_date(first.starts)} dan memerlukan "
        "laporannya.",
        proposal=f"Mulai TA {frame.year + 1} pada {format_date(after)}, atau pakai laporan "
        "sementara dan perbarui rencana setelah laporan disetujui.",
        feasible=after,
    )


def _due_of(one: Planned) -> date:
    return one.due or date.min


def _start_then(one: Planned, starts: date | None, frame: YearFrame) -> str:
    if starts is None or one.step.duration is None:
        return "Tetapkan tanggal sendiri untuk langkah ini."
    last = frame.due(starts, one.step.duration)
    return f"Mulai {format_date(starts)}, sehingga batasnya {format_date(last)}."


def _titled(one: Planned) -> str:
    return f"{one.step.id} {one.step.name}".strip()


def _days_of(one: Planned) -> int:
    return one.step.duration.amount if one.step.duration else 0


def _named(days: list[date], frame: YearFrame) -> str:
    return ", ".join(dict.fromkeys(frame.holidays.holiday(day) or "" for day in days))
