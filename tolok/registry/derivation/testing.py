"""Short ways for tests to publish rows and derive from them: say only what matters.

found = derive_from({"SPSE-TenderPengumuman": [{"status_tender": None}]})

assert found.only["status"] == "gagal"
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import duckdb

from tolok.registry.derivation.derive import KEPT, Aliases, derive_in
from tolok.registry.derivation.pokja import ProposedPokja
from tolok.registry.derivation.workshop import run, workshop
from tolok.registry.duck import session
from tolok.registry.findings.rule import Doubt, doubts_of
from tolok.registry.findings.rules import BY_CODE, doubts
from tolok.registry.reading.casts import SQL_TYPE
from tolok.registry.reading.results import FileReading
from tolok.registry.sql import identifier, literal
from tolok.registry.store import hash_of
from tolok.registry.tables import tables

Row = Mapping[str, Any]
Rows = Sequence[Row]
Tables = Mapping[str, Rows]

BODY: Final = "X101"
YEAR: Final = 2025
OURS: Final = {"_berkas": "VARCHAR", "_baris": "BIGINT", "_lembar": "VARCHAR"}

TENDER: Final = {"kd_tender": "91"}
NON_TENDER: Final = {"kd_nontender": "81"}
CONTRACT: Final = {"no_kontrak": "K-1", "tgl_kontrak": "2025-04-14", "nilai_kontrak": 900}
USUAL: Final[Mapping[str, dict[str, Any]]] = {
    "SPSE-TenderPengumuman": TENDER
    | {
        "kd_pkt_dce": "1",
        "nama_paket": "Pembangunan Gedung",
        "pagu": 1000,
        "hps": 950,
        "mtd_pemilihan": "Tender",
        "status_tender": "Selesai",
        "versi_tender": 1,
        "tgl_pengumuman_tender": "2025-03-03 08:00:00",
    },
    "SPSE-TenderSelesai": TENDER | {"tgl_penetapan_pemenang": "2025-04-01 10:00:00"},
    "SPSE-TenderSelesaiNilai": TENDER | {"hps": 950, "nilai_penawaran": 910, "nilai_kontrak": 900},
    "SPSE-PesertaTender": TENDER | {"kd_peserta": "1", "nilai_penawaran": 910},
    "SPSE-JadwalTahapanTender": TENDER | {"nama_tahapan": "Penetapan Pemenang"},
    "SPSE-TenderEkontrak-SPPBJ": TENDER | {"tgl_sppbj": "2025-04-07"},
    "SPSE-TenderEkontrak-Kontrak": TENDER | CONTRACT,
    "SPSE-TenderEkontrak-SPMKSPP": TENDER | {"no_kontrak": "K-1"},
    "SPSE-TenderEkontrak-BAPBAST": TENDER | {"no_kontrak": "K-1", "no_bast": "B-1"},
    "SPSE-NonTenderPengumuman": NON_TENDER
    | {
        "kd_pkt_dce": "2",
        "nama_paket": "Belanja Alat Tulis",
        "pagu": 200,
        "hps": 190,
        "mtd_pemilihan": "Pengadaan Langsung",
        "status_nontender": "Selesai",
        "versi_nontender": 1,
        "tgl_pengumuman_nontender": "2025-05-05 08:00:00",
    },
    "SPSE-NonTenderSelesai": NON_TENDER | {"hps": 190, "nilai_kontrak": 180},
    "SPSE-NonTenderEkontrak-SPPBJ": NON_TENDER | {"tgl_sppbj": "2025-05-12"},
    "SPSE-NonTenderEkontrak-Kontrak": NON_TENDER | CONTRACT | {"nilai_kontrak": 180},
    "SPSE-NonTenderEkontrak-SPMKSPP": NON_TENDER | {"no_kontrak": "K-1"},
    "SPSE-NonTenderEkontrak-BAPBAST": NON_TENDER | {"no_kontrak": "K-1", "no_bast": "B-1"},
    "SPSE-PencatatanNonTender": {
        "kd_nontender_pct": "71",
        "kd_pkt_dce": "3",
        "nama_paket": "Sewa Kendaraan",
        "pagu": 300,
        "total_realisasi": 280,
        "mtd_pemilihan": "Dikecualikan",
        "status_nontender_pct_ket": "Paket Selesai",
    },
    "SPSE-PencatatanNonTenderRealisasi": {"kd_nontender_pct": "71"},
    "Ecat-PaketEPurchasing": {"kd_paket": "600", "kd_produk": "P1", "total_harga": 50},
    "Ecat-PaketEPurchasingV6": {"kd_paket": "01JK", "status_pkt": "COMPLETED", "total_harga": 60},
    "Bela-TokoDaringRealisasi": {"order_id": "500", "valuasi": 40},
    "SPSE-DaftarPublik": {"kd_tender": "95", "nama_paket": "Jalan", "hps": 990},
    "RUP-PaketPenyedia-Terumumkan": {"kd_rup": "50001", "nama_paket": "Gedung", "pagu": 1000},
    "RUP-PaketSwakelola-Terumumkan": {"kd_rup": "40001", "nama_paket": "Pelatihan", "pagu": 100},
}
"""What a row of a table says when a test does not: tender 91 is package 1, non tender 81 is 2."""


class Found:
    """What followed from published rows; what a test does not ask for is not worked out."""

    def __init__(
        self, session: duckdb.DuckDBPyConnection, pokja: tuple[ProposedPokja, ...]
    ) -> None:
        self.pokja = pokja
        self.rows = _rows(session, KEPT["rows"])  # of the snapshot
        self._session = session

    def __getitem__(self, package: str) -> Row:
        return next(row for row in self.rows if row["kd_paket"] == package)

    @property
    def packages(self) -> list[str]:
        return [row["kd_paket"] for row in self.rows if row["baris"] == "paket"]

    @property
    def only(self) -> Row:
        """The single package."""
        (code,) = self.packages
        return self[code]

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        return tuple(doubts(self._session))

    def facts(self, field: str) -> dict[str, Any]:
        """Package code -> that fact of it."""
        return {code: self[code][field] for code in self.packages}

    def kept(self, name: str) -> Rows:
        """A derived table by the name of its Parquet."""
        return _rows(self._session, KEPT[name])

    def of_rule(self, code: str) -> list[Doubt]:
        return list(doubts_of(BY_CODE[code], self._session))

    def sources(self, package: str) -> set[tuple[str, int]]:
        """The rows a package came from: table and row number."""
        lineage = self.kept("lineage")
        return {(row["tabel"], row["_baris"]) for row in lineage if row["kd_paket"] == package}


def derive_from(published: Tables, *, aliases: Sequence[tuple[str, str, str, str]] = ()) -> Found:
    """Derive as an import does, all in memory."""
    bench = workshop()
    bench.execute("PRAGMA disable_optimizer")  # for so few rows planning costs more than it saves
    run(bench, "1_inputs")
    for table, rows in published.items():
        _refuse_unknown(table, rows)
        _insert(bench, table, [{"_berkas": table} | dict(row) for row in rows])
    return Found(bench, derive_in(bench, BODY, YEAR, aliases=Aliases(tuple(aliases))))


def reading(folder: Path, table: str, rows: Rows, *, path: str = "", **more: Any) -> FileReading:
    """What reading a file gives: its typed rows, beside anything `more` says about it."""
    path = path or f"{table}.json"
    parquet = folder / f"{len(list(folder.iterdir()))}.parquet"
    _write(parquet, table, rows)
    names = [column.name for column in tables()[table].columns]
    names += dict.fromkeys(name for row in rows for name in row if name not in {*names, *OURS})
    usual: dict[str, Any] = {"source": "isb", "table": table, "rows": len(rows)}
    usual |= {"sha256": hash_of(parquet), "columns": dict(zip(names, names, strict=True))}
    return FileReading(path=path, parquet=parquet, **usual | more)


def _refuse_unknown(table: str, rows: Rows) -> None:
    known = {column.name for column in tables()[table].columns} | OURS.keys()
    if unknown := {name for row in rows for name in row} - known:
        raise KeyError(f"{table} has no {unknown}")


def _write(path: Path, table: str, rows: Rows) -> None:
    extra = dict.fromkeys((name for row in rows for name in row), "VARCHAR")
    known = {column.name: SQL_TYPE[column.kind] for column in tables()[table].columns}
    columns = {name: kind for name, kind in (extra | known | OURS).items() if name != "_berkas"}
    shape = ", ".join(f"{identifier(name)} {kind}" for name, kind in columns.items())
    with session() as desk:
        desk.execute(f"CREATE TEMP TABLE {identifier(table)} ({shape})")
        _insert(desk, table, rows)
        desk.execute(f"COPY {identifier(table)} TO {literal(path)} (FORMAT parquet)")


def _insert(session: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    """Columns the derivation does not ask for are left out, as `lay_out` leaves them."""
    described = session.execute(f"DESCRIBE {identifier(table)}").fetchall()
    columns = [name for name, *_ in described]
    marks = ", ".join("?" for _ in columns)
    for number, row in enumerate(rows, start=1):
        filled = _filled(table, number, row)
        session.execute(
            f"INSERT INTO {identifier(table)} VALUES ({marks})",
            [filled.get(name) for name in columns],
        )


def _filled(table: str, number: int, row: Row) -> dict[str, Any]:
    known = tables()[table]
    usual: dict[str, Any] = {"_baris": number, **USUAL.get(table, {})}
    if known.body:
        usual[known.body] = BODY
    if known.year:
        usual[known.year] = YEAR
    return usual | dict(row)


def _rows(session: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    found = session.execute(query)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
