"""The board: which unit has the circular, how often and how it was sent, who has not answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse

from tolok.outreach.models import Addressee, Circular, Delivery
from tolok.registry.workbook import Column
from tolok.ui.parts import Count

SHEET: Final = (
    *(Column("Unit kerja", 40), Column("Kode", 20), Column("Keadaan", 28)),
    *(Column("Dikirim (kali)", 14), Column("Terakhir dikirim", 16), Column("Saluran", 20)),
    *(Column("Hari sejak dikirim", 16), Column("Diterima", 14), Column("Diterima oleh", 30)),
    *(Column("Penanggung jawab kinerja", 30), Column("Kontaknya", 24)),
    Column("Alasan tidak dikirimi", 36),
)


@dataclass(frozen=True)
class Row:
    """One unit, as the board shows it."""

    addressee: Addressee
    kind: str  # of the status: "ok", "go", "none"
    standing: str
    times: int
    channel: str  # of the last time; "" when it was never sent
    days: int | None  # since then; None when never sent or acknowledged


def rows_of(addressees: list[Addressee], today: date) -> list[Row]:
    """`addressees` come from `for_board`."""
    return [_row(one, today) for one in addressees]


def _row(one: Addressee, today: date) -> Row:
    receipt = getattr(one, "receipt", None)  # none raises, as Django has it
    times: int = getattr(one, "times_sent", 0)
    channel: str = getattr(one, "last_channel", None) or ""
    if one.is_left_out:
        kind, standing = "none", "Tidak dikirimi"
    elif receipt:
        kind, standing = "ok", "Sudah menerima"
    elif times:
        kind, standing = "go", "Belum menerima"
    else:
        kind, standing = "none", "Belum dikirimi"
    return Row(
        addressee=one,
        kind=kind,
        standing=standing,
        times=times,
        channel=Delivery.Channel(channel).label if channel else "",
        days=None if receipt else one.days_open(today),
    )


def counts_of(circular: Circular) -> tuple[Count, ...]:
    """Each leads to its units."""
    board, units = reverse("outreach:receipts"), circular.addressees
    return (
        Count("Penerima", units.receiving().count(), board),
        Count("Belum dikirimi", units.unsent().count(), f"{board}?saring=belum-dikirimi"),
        Count("Belum menerima", units.open().count(), f"{board}?saring=belum-menerima"),
        Count("Sudah menerima", units.acknowledged().count(), f"{board}?saring=sudah-menerima"),
        Count("Tidak dikirimi", units.left_out().count(), f"{board}?saring=tidak-dikirimi"),
    )


def sheet_rows(rows: list[Row]) -> Iterator[tuple[str | int | date | None, ...]]:
    for row in rows:
        one = row.addressee
        receipt = getattr(one, "receipt", None)
        yield (
            *(one.unit.name, one.unit.code, row.standing),
            *(row.times, getattr(one, "last_sent_on", None), row.channel, row.days),
            receipt.received_on if receipt else None,
            f"{receipt.name}, {receipt.position}" if receipt else "",
            *((receipt.pic_name, receipt.pic_address) if receipt else ("", "")),
            one.left_out_reason,
        )
