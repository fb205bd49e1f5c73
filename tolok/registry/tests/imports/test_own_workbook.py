"""Tolok's own workbook: taken with the year's packages, filled in, brought back."""

import pytest
from openpyxl import load_workbook

from tolok.registry.importing.actions import import_paths
from tolok.registry.models import Package
from tolok.registry.testing import publish_tenders, tender_tables

pytestmark = pytest.mark.django_db


def test_it_comes_with_the_packages_and_changes_nothing_when_brought_back(client, agency, tmp_path):
    publish_tenders(agency, tender_tables("1001"))
    before = Package.objects.values().get()

    taken = client.get("/data/impor/buku-kerja.xlsx").getvalue()

    path = tmp_path / "buku.xlsx"
    path.write_bytes(taken)
    report = import_paths(agency, 2025, [path])
    assert [(file.table, file.refused) for file in report.files] == [("Tolok-DataPaket", 0)]
    after = Package.objects.values().get()
    assert {name for name in before if before[name] != after[name]} <= {"id", "digest"}
    cells = {cell for row in load_workbook(path).active.values for cell in row}
    assert "1001" in cells
    assert "0012345678901234" not in cells
