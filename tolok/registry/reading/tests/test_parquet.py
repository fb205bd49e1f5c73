from datetime import date, datetime
from decimal import Decimal

import duckdb

from tolok.registry.reading.limits import Limits
from tolok.registry.reading.testing import codes, reading_of, typed_rows


def write_parquet(path, select):
    with duckdb.connect() as session:
        session.execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
    return path


def test_what_a_data_frame_typed_comes_out_as_the_table_types_it(tmp_path):
    path = write_parquet(
        tmp_path / "x.parquet",
        """SELECT 45643642::BIGINT AS kd_rup, 'Jalan ' AS nama_paket, 100000000.5::DOUBLE AS pagu,
             'Tender' AS metode_pengadaan, true AS status_aktif_rup, 124062.0::DOUBLE AS kd_satker,
             DATE '2025-01-01' AS tgl_awal_kontrak, TIMESTAMP '2025-02-01 10:14:35'
             AS tgl_pengumuman_paket, NULL AS nip_ppk, 1.5::DECIMAL(9,3) AS catatan""",
    )

    reading = reading_of(path)

    assert (reading.table, reading.rows) == ("RUP-PaketPenyedia-Terumumkan", 1)
    assert typed_rows(
        reading,
        "kd_rup",
        "nama_paket",
        "pagu",
        "status_aktif_rup",
        "kd_satker",
        "tgl_awal_kontrak",
        "tgl_pengumuman_paket",
        "nip_ppk",
        "catatan",
        "_baris",
    ) == [
        (
            "45643642",
            "Jalan",
            Decimal("100000000.50"),
            True,
            "124062",
            date(2025, 1, 1),
            datetime.fromisoformat("2025-02-01 10:14:35"),
            None,
            "1.500",
            1,
        )
    ]


def test_rows_keep_their_order_and_number(tmp_path):
    path = write_parquet(
        tmp_path / "x.parquet",
        "SELECT range AS kd_rup, 'x' AS nama_paket, 1 AS pagu, 'Tender' AS metode_pengadaan "
        "FROM range(5000)",
    )

    rows = typed_rows(reading_of(path), "kd_rup", "_baris")

    assert rows == [(str(at), at + 1) for at in range(5000)]


def test_an_unknown_table_is_refused(tmp_path):
    """R-04."""
    path = write_parquet(tmp_path / "x.parquet", "SELECT 1 AS a, 2 AS b")

    assert codes(reading_of(path)) == ["R-04"]


def test_too_many_cells_are_refused_by_the_footer(tmp_path):
    """R-07."""
    path = write_parquet(tmp_path / "x.parquet", "SELECT range AS kd_rup FROM range(1000)")

    assert codes(reading_of(path, Limits(cells=999))) == ["R-07"]


def test_a_file_without_rows_is_no_data(tmp_path):
    """R-01."""
    path = write_parquet(
        tmp_path / "x.parquet",
        "SELECT 1 AS kd_rup, 'x' AS nama_paket, 1 AS pagu, 'T' AS metode_pengadaan WHERE false",
    )

    assert codes(reading_of(path)) == ["R-01"]
