"""Classes of contract values, as regulations draw their lines (Perpres 16/2018 and changes)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db.models import Q

MILLION: Final = Decimal(10) ** 6
BILLION: Final = Decimal(10) ** 9


@dataclass(frozen=True)
class ValueClass:
    """Contracts above the first bound, up to and including the second."""

    code: str
    label: str
    above: Decimal | None
    up_to: Decimal | None

    @property
    def holds(self) -> Q:
        found = Q(contract_value__isnull=False)
        if self.above is not None:
            found &= Q(contract_value__gt=self.above)
        if self.up_to is not None:
            found &= Q(contract_value__lte=self.up_to)
        return found


VALUE_CLASSES: Final = (
    ValueClass("1", "sampai 50 jt", None, 50 * MILLION),
    ValueClass("2", "50–200 jt", 50 * MILLION, 200 * MILLION),  # noqa: RUF001  (as printed)
    ValueClass("3", "200 jt–1 M", 200 * MILLION, BILLION),  # noqa: RUF001
    ValueClass("4", "1–2,5 M", BILLION, Decimal("2.5") * BILLION),  # noqa: RUF001
    ValueClass("5", "2,5–15 M", Decimal("2.5") * BILLION, 15 * BILLION),  # noqa: RUF001
    ValueClass("6", "15–50 M", 15 * BILLION, 50 * BILLION),  # noqa: RUF001
    ValueClass("7", "di atas 50 M", 50 * BILLION, None),
)
BY_CODE: Final = {one.code: one for one in VALUE_CLASSES}
