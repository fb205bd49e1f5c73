"""The circular, a unit it went to, and what the unit answered."""

from functools import cached_property

from django.utils import timezone

from tests.permissions.examples.people import People
from tests.permissions.examples.place import YEAR
from tests.permissions.examples.year import DATED
from tolok.archive.soundness.testing import make_file
from tolok.outreach.circular.testing import make_addressee, make_circular, make_letter, send
from tolok.outreach.models import Addressee, Circular, Delivery, PpkAnswer, Receipt


class Outreach(People):
    @cached_property
    def circular(self) -> Circular:
        """Its letter is out."""
        circular = make_circular(self.agency, YEAR)
        make_file(f"edaran {self.agency}".encode(), make_letter(circular))
        return circular

    @cached_property
    def addressee(self) -> Addressee:
        found = make_addressee(self.unit.code, self.circular)
        send(found)
        return found

    @cached_property
    def delivery(self) -> Delivery:
        return send(self.addressee, **self._scan())

    @cached_property
    def receipt(self) -> Receipt:
        return Receipt.objects.create(
            addressee=self.addressee,
            way=Receipt.Way.PAPER,
            name="Budi",
            position="Sekretaris",
            received_on=DATED,
            recorded_by=self.person,
            recorded_at=timezone.now(),
            **self._scan(),
        )

    @cached_property
    def ppk_answer(self) -> PpkAnswer:
        return PpkAnswer.objects.create(
            receipt=self.receipt, name="Tuti", says=PpkAnswer.Says.ADDED
        )

    def _scan(self) -> dict[str, str]:
        return {
            "file_name": "pindaian.pdf",
            "file_sha256": self.kept,
            "file_type": "application/pdf",
        }
