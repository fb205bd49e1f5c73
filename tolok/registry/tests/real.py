"""What the tests on real files share: an import for a whole module, and questions about it."""

import duckdb

from tolok.organisation.testing import make_agency
from tolok.registry.importing.actions import import_paths
from tolok.registry.snapshots import current

PACKAGES = "FROM snapshot WHERE baris = 'paket'"
TENDERS = f"{PACKAGES} AND mtd_pemilihan IN ('Tender', 'Seleksi', 'Tender Cepat')"
DONE = f"{TENDERS} AND status = 'selesai'"
DIRECT = f"{PACKAGES} AND mtd_pemilihan = 'Pengadaan Langsung'"
LATE = "tgl_bast > tgl_selesai_pekerjaan"


def bring_files(code, year, paths, **choices):
    """Import real files for an agency of that code, made when there is none."""
    return import_paths(make_agency(code), year, paths, **choices)


def ask(question, code, year):
    """The one row that answers a question about the current snapshot."""
    path = current(make_agency(code), year).path
    told = f"WITH snapshot AS (FROM read_parquet('{path}')) {question}"
    (row,) = duckdb.execute(told).fetchall()
    return row


def counted(report):
    """Table -> (new, changed, unchanged, vanished, set aside) of its files."""
    names = ("new", "changed", "unchanged", "vanished", "set_aside")
    return {
        file.table: tuple(getattr(file, name) for name in names)
        for file in report.files
        if file.table
    }
