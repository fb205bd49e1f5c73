"""How long a paper of a fiscal year is kept, and when it may be destroyed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tolok.core.dates import format_date
from tolok.core.problem import Problem


class Stage(StrEnum):
    """Where a paper stands in its schedule."""

    ACTIVE = "aktif"
    INACTIVE = "inaktif"
    OVER = "habis retensi"


class Fate(StrEnum):
    """What becomes of it then."""

    DESTROY = "musnah"
    PERMANENT = "permanen"
    REVIEW = "dinilai kembali"


@dataclass(frozen=True)
class Retention:
    """The last days, included."""

    active_until: date
    inactive_until: date

    def stage(self, today: date) -> Stage:
        if today <= self.active_until:
            return Stage.ACTIVE
        return Stage.INACTIVE if today <= self.inactive_until else Stage.OVER


def retention(year: int, active_years: int, inactive_years: int) -> Retention:
    """Counted in whole years from the end of the fiscal year the paper belongs to.

    A paper of TA 2025 with 2 active and 3 inactive years is active until 31 December 2027 and
    inactive until 31 December 2030; from 1 January 2031 it may go.
    """
    active = year + active_years
    return Retention(date(active, 12, 31), date(active + inactive_years, 12, 31))


def obstacle(kept: Retention, fate: Fate, *, is_held: bool, today: date) -> Problem | None:
    """Why a paper may not be destroyed, or None.

    AR-01: its retention is not over. AR-02: it is held, for a case or an audit. AR-03: its fate
    is another; what is to be reviewed gets another schedule first.
    """
    if kept.stage(today) != Stage.OVER:
        message = f"Retensinya baru habis sesudah {format_date(kept.inactive_until)}."
        return Problem("AR-01", "", message)
    if is_held:
        message = "Naskah ini ditahan. Akhiri penahanannya dahulu bila perkaranya selesai."
        return Problem("AR-02", "", message)
    if fate != Fate.DESTROY:
        message = f"Nasib akhirnya “{fate}”. Ubah jadwal retensinya dahulu bila keliru."
        return Problem("AR-03", "", message)
    return None
