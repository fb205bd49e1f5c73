"""Where a package's facts came from: file and row of the import."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import duckdb

from tolok.organisation.models import Agency
from tolok.registry.models import ImportedFile, Snapshot
from tolok.registry.store import folder


@dataclass(frozen=True)
class Source:
    """One published row."""

    file: str  # as it was called when it was imported
    row: int
    table: str
    sha256: str


def sources_of(snapshot: Snapshot, packages: Collection[str]) -> Mapping[str, tuple[Source, ...]]:
    """Package code -> the published rows it was derived from."""
    path = folder("derived") / snapshot.derived / "lineage.parquet"
    with duckdb.connect() as session:
        rows = session.execute(
            "SELECT kd_paket, tabel, _berkas, _baris FROM read_parquet($path)"
            " WHERE kd_paket IN (SELECT unnest($packages)) ORDER BY ALL",
            {"path": str(path), "packages": list(packages)},
        ).fetchall()
    names = names_of_files(snapshot.agency, snapshot.year, {file for _, _, file, _ in rows})
    found: dict[str, list[Source]] = {}
    for package, table, file, row in rows:
        found.setdefault(package, []).append(Source(names.get(file, file), row, table, file))
    return {package: tuple(sources) for package, sources in found.items()}


def names_of_files(agency: Agency, year: int, hashes: Collection[str]) -> dict[str, str]:
    """File SHA-256 -> its newest name among the agency's imports."""
    files = ImportedFile.objects.filter(sha256__in=hashes, batch__agency=agency, batch__year=year)
    return dict(files.order_by("pk").values_list("sha256", "path"))
