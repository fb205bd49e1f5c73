"""What a message says: title and link, nothing else (T35)."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from django.http import HttpRequest
from django.urls import reverse

from tolok.messages.links import link_to
from tolok.outreach.circular.actions import Prepared
from tolok.outreach.models import Addressee, Delivery
from tolok.registry.workbook import Column

SHEET: Final = (
    *(Column("Unit kerja", 40), Column("Penerima", 30), Column("Jabatan", 26)),
    *(Column("Nomor atau surel", 26), Column("Pesan", 60), Column("Tautan", 60)),
)


@dataclass(frozen=True)
class Message:
    """A prepared message, to be copied now."""

    delivery: Delivery
    title: str
    link: str

    @property
    def addressee(self) -> Addressee:
        return self.delivery.addressee

    @property
    def text(self) -> str:
        return f"{self.title}\n{self.link}"

    @property
    def opens(self) -> str:
        """The program that sends it, with the text filled in."""
        address = self.addressee.contact_address
        if self.delivery.channel == Delivery.Channel.EMAIL:
            to = address if "@" in address else ""
            return f"mailto:{quote(to)}?subject={quote(self.title)}&body={quote(self.text)}"
        return f"https://wa.me/{_international(address)}?text={quote(self.text)}"


def message_of(prepared: Prepared, request: HttpRequest) -> Message:
    path = reverse("outreach:receive", args=[prepared.token])
    link = link_to(path) or request.build_absolute_uri(path)  # of an allowed host
    title = str(prepared.addressee.circular)
    return Message(prepared.delivery, title, link)


def sheet_row(message: Message) -> tuple[str, ...]:
    one = message.addressee
    return (
        *(one.unit.name, one.contact_name, one.contact_position, one.contact_address),
        *(message.text, message.link),
    )


def _international(number: str) -> str:
    """0812… as 62812…; "" for what is no number."""
    digits = "".join(sign for sign in number if sign.isdigit())
    if "@" in number or not digits:
        return ""
    return f"62{digits[1:]}" if digits.startswith("0") else digits
