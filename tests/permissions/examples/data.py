"""Packages and what is known or claimed about them, files that came in, own indicators."""

from functools import cached_property
from typing import Any

from tests.permissions.examples.people import People
from tests.permissions.examples.place import YEAR
from tolok.measurement.models import IndicatorVersion
from tolok.measurement.testing import make_attributes
from tolok.registry.models import (
    Correction,
    Exclusion,
    Finding,
    Import,
    ImportedFile,
    Package,
    Pokja,
    Supplier,
    Upload,
    UploadedFile,
)
from tolok.registry.testing import (
    make_finding,
    make_import,
    make_package,
    make_pokja,
    make_supplier,
)


class Data(People):
    @cached_property
    def package(self) -> Package:
        supplier = make_supplier(f"{self.unit.pk:016}", f"CV {self.unit.pk}")
        code = f"2{self.unit.pk:03}"
        return make_package(self.agency, code, work_unit=self.unit, supplier=supplier)

    @cached_property
    def supplier(self) -> Supplier | None:
        """One is seen through the packages it won."""
        return self.package.supplier

    @cached_property
    def finding(self) -> Finding:
        return make_finding(self.package)

    @cached_property
    def correction(self) -> Correction:
        evidence = {"evidence_name": "a.pdf", "evidence_sha256": self.kept}
        return Correction.objects.create(**self._change(), field="nilai_kontrak", **evidence)

    @cached_property
    def exclusion(self) -> Exclusion:
        return Exclusion.objects.create(**self._change(), indicator="B1")

    def _change(self) -> dict[str, Any]:
        return {
            "agency": self.agency,
            "year": YEAR,
            "package_code": self.package.code,
            "reason": "Salah ketik",
            "proposed_by": self.person,
        }

    @cached_property
    def pokja(self) -> Pokja:
        return make_pokja(self.agency, f"P-{self.unit.pk}")

    @cached_property
    def import_(self) -> Import:
        return make_import(self.agency, files=[{"sha256": self.kept}])

    @cached_property
    def imported_file(self) -> ImportedFile:
        return self.import_.files.get()

    @cached_property
    def upload(self) -> Upload:
        waits = {"status": Upload.Status.REFUSED, "report": {"files": []}}
        return Upload.objects.create(
            agency=self.agency, year=YEAR, uploaded_by=self.person, **waits
        )

    @cached_property
    def uploaded_file(self) -> UploadedFile:
        return UploadedFile.objects.create(
            upload=self.upload, name="tender.json", sha256=self.kept, size=1
        )

    @cached_property
    def indicator(self) -> str:
        """The code of one that only this agency has."""
        code = f"X{self.unit.pk}"
        IndicatorVersion.objects.create(
            agency=self.agency,
            code=code,
            number=1,
            attributes=make_attributes(code, valid_from="2020-01-01"),
            formula_version="0" * 12,
        )
        return code
