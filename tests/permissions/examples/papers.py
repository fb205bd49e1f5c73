"""Papers and their files, numbers, retention, batches, piles, templates."""

from datetime import date
from functools import cached_property

from tests.permissions.examples.people import People
from tests.permissions.examples.place import YEAR
from tolok.archive.models import (
    Batch,
    Disposal,
    Issuance,
    LetterNumber,
    NumberSeries,
    OfficeTemplate,
    Paper,
    PaperFile,
    Pile,
    RetentionClass,
    Sheet,
)
from tolok.archive.soundness.testing import make_file
from tolok.archive.testing import make_paper
from tolok.documents.catalogue import document
from tolok.store import keep_chunks


class Papers(People):
    @cached_property
    def paper(self) -> Paper:
        return make_paper(agency=self.agency, unit=self.unit)

    @cached_property
    def issued_paper(self) -> Paper:
        return make_paper(status=Paper.Status.ISSUED, agency=self.agency, unit=self.unit)

    @cached_property
    def paper_file(self) -> PaperFile:
        shown = {"shown_sha256": self.kept, "content_type": "image/png"}
        return make_file(b"bertanda tangan", self.issued_paper, **shown)

    @cached_property
    def series(self) -> NumberSeries:
        return NumberSeries.objects.create(
            agency=self.agency, name="Umum", pattern="{urut}", classification="000", unit="PBJ"
        )

    @cached_property
    def letter_number(self) -> LetterNumber:
        return LetterNumber.objects.create(
            agency=self.agency, year=YEAR, series=self.series, sequence=1, text="1"
        )

    @cached_property
    def retention_class(self) -> RetentionClass:
        fate, years = RetentionClass.Fate.DESTROY, {"active_years": 1, "inactive_years": 1}
        return RetentionClass.objects.create(agency=self.agency, name="Contoh", fate=fate, **years)

    @cached_property
    def disposal(self) -> Disposal:
        return Disposal.objects.create(
            agency=self.agency, year=YEAR, reason="Retensi habis", proposed_by=self.person
        )

    @cached_property
    def batch(self) -> Batch:
        done = {"status": Batch.Status.DONE, "sha256": self.kept, "size": 1}
        return Batch.objects.create(agency=self.agency, year=YEAR, document="F5", **done)

    @cached_property
    def issuance(self) -> Issuance:
        done = {"status": Issuance.Status.DONE, "dated": date(YEAR, 3, 3)}
        return Issuance.objects.create(agency=self.agency, year=YEAR, document="HADIR", **done)

    @cached_property
    def pile(self) -> Pile:
        return Pile.objects.create(
            agency=self.agency,
            year=YEAR,
            name="tumpukan.pdf",
            sha256=self.kept,
            size=1,
            pages=1,
            status=Pile.Status.DONE,
            uploaded_by=self.person,
        )

    @cached_property
    def sheet(self) -> Sheet:
        waits = {"status": Sheet.Status.TRAY, "why": Sheet.Why.NO_CODE}
        return Sheet.objects.create(pile=self.pile, number=1, picture_sha256=self.kept, **waits)

    @cached_property
    def template(self) -> OfficeTemplate:
        sha256, _ = keep_chunks([document("F5").template.read_bytes()])
        return OfficeTemplate.objects.create(
            agency=self.agency,
            document="F5",
            version=1,
            name="templat.docx",
            sha256=sha256,
            uploaded_by=self.person,
        )
