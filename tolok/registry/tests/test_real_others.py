"""Other agencies, years and systems come in without new code."""

import pytest

from tolok.registry.models import Package
from tolok.registry.tests.real import DONE, ask, bring_files, counted

pytestmark = pytest.mark.slow


def test_inaproc_workbooks(stay, shared):
    report = bring_files("K34", 2023, [shared / "data" / "inaproc-v1-K34-xlsx"])

    told = counted(report)
    assert told["SPSE-TenderPengumuman"][0] == 148
    assert told["Ecat-PaketEPurchasing"][4] == 143, "those are of 2025"
    assert {file.source for file in report.files} == {"inaproc"}
    assert ask(f"SELECT count(*) {DONE}", "K34", 2023) == (124,)
    assert report.failed == report.refused == 0


def test_the_old_catalogue_of_the_same_ministry(stay, shared):
    report = bring_files("K34", 2025, [shared / "data" / "inaproc-v1-K34-xlsx"])

    assert report.packages == Package.objects.filter(process="e-purchasing").count() == 143


def test_the_public_list(stay, shared):
    """R-20, quirk 20."""
    report = bring_files("X101", 2020, [shared / "data" / "spse-lists"])

    assert counted(report)["SPSE-DaftarPublik"][0] > 0
    assert report.packages == 879
    assert ask("SELECT count(*) FROM snapshot WHERE hps IS NULL", "X101", 2020) == (0,)
    assert report.findings == {}
