"""One file a concept; this is where migrations find them."""

from tolok.outreach.models.circular import Addressee, Circular
from tolok.outreach.models.deliveries import Delivery, ReceiptLink
from tolok.outreach.models.receipts import PpkAnswer, Receipt

__all__ = [
    "Addressee",
    "Circular",
    "Delivery",
    "PpkAnswer",
    "Receipt",
    "ReceiptLink",
]
