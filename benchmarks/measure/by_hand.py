"""The same thirty indicators as somebody who knows SQL and DuckDB would write them once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

SOP: Final = (
    "mtd_pemilihan IN ('Tender','Seleksi','Tender Cepat','Penunjukan Langsung','Dikecualikan')"
)
OPEN: Final = "mtd_pemilihan IN ('Tender','Seleksi','Tender Cepat')"
SPSE: Final = (
    "mtd_pemilihan IN"
    " ('Tender','Seleksi','Tender Cepat','Penunjukan Langsung','Pengadaan Langsung')"
)
DONE: Final = "status = 'selesai'"
SELECTED: Final = f"{SOP} AND {DONE} AND jenis_proses <> 'pencatatan'"
VALUED: Final = "nilai_kontrak IS NOT NULL"
PRICED: Final = f"{SOP} AND {DONE} AND {VALUED}"
DATED: Final = (
    f"{SOP} AND kontrak_selesai AND tgl_bast IS NOT NULL AND tgl_selesai_pekerjaan IS NOT NULL"
)
ROWS: Final = "count(*)"

# reference date -> code, numerator, denominator, rows; "?" after a numerator counts a condition
QUERIES: Final = {
    "tgl_penetapan_pemenang": (
        ("W1", "tgl_penetapan_pemenang <= tgl_jadwal_penetapan?", ROWS,
         f"{SELECTED} AND tgl_penetapan_pemenang IS NOT NULL AND tgl_jadwal_penetapan IS NOT NULL"),
        ("B1", "sum(hps - nilai_kontrak)", "sum(hps)", f"{PRICED} AND hps IS NOT NULL"),
        ("B2", "sum(pagu - nilai_kontrak)", "sum(pagu)", f"{PRICED} AND pagu IS NOT NULL"),
        ("K3", "sum(jumlah_penawar)", ROWS, f"{OPEN} AND {DONE} AND jumlah_penawar IS NOT NULL"),
        ("K4", "jumlah_penawar = 1?", ROWS, f"{OPEN} AND {DONE} AND jumlah_penawar IS NOT NULL"),
        ("D2", "kontrak_tercatat?", ROWS,
         f"{SPSE} AND {DONE} AND jenis_proses IN ('tender','non tender')"
         " AND kontrak_tercatat IS NOT NULL"),
        ("X05", "nilai_kontrak > hps?", ROWS, f"{PRICED} AND hps IS NOT NULL"),
        ("X10", "sum(jumlah_pendaftar)", ROWS,
         f"{SOP} AND {DONE} AND jumlah_pendaftar IS NOT NULL"),
        ("X11", "sum(nilai_kontrak)", ROWS, PRICED),
        ("X12", "tgl_penetapan_pemenang - tgl_pengumuman > 25?", ROWS,
         f"{SOP} AND {DONE} AND tgl_penetapan_pemenang IS NOT NULL"
         " AND tgl_pengumuman IS NOT NULL"),
        ("X02", "npwp_penyedia", None, f"{SOP} AND {DONE} AND npwp_penyedia IS NOT NULL"),
    ),
    "tgl_pengumuman": (
        ("K1", "status = 'gagal'?", ROWS, f"{OPEN} AND status IS NOT NULL"),
        ("K2", "jumlah_pengumuman > 1?", ROWS, f"{OPEN} AND jumlah_pengumuman IS NOT NULL"),
        ("P1", "sum(nilai_pdn_kontrak)", "sum(nilai_kontrak)",
         f"{DONE} AND {VALUED} AND nilai_pdn_kontrak IS NOT NULL"),
        ("P2", "sum(nilai_umk_kontrak)", "sum(nilai_kontrak)",
         f"{DONE} AND {VALUED} AND nilai_umk_kontrak IS NOT NULL"),
        ("D1", "sum(CASE WHEN mtd_pemilihan = 'E-Purchasing' THEN nilai_kontrak ELSE 0 END)",
         "sum(nilai_kontrak)", f"{DONE} AND {VALUED} AND mtd_pemilihan IS NOT NULL"),
        ("X01", "sum(pagu)", ROWS, f"{SOP} AND {DONE} AND pagu IS NOT NULL"),
        ("X06", "sum(hps)", "sum(pagu)", f"{SOP} AND hps IS NOT NULL AND pagu IS NOT NULL"),
        ("X08", "jumlah_gagal > 0?", ROWS, f"{SOP} AND jumlah_gagal IS NOT NULL"),
        ("X09", "sum(CASE WHEN jenis_pengadaan = 'Barang' THEN nilai_kontrak ELSE 0 END)",
         "sum(nilai_kontrak)", f"{PRICED} AND jenis_pengadaan IS NOT NULL"),
        ("X03", "kd_pokja", None, f"{SOP} AND kd_pokja IS NOT NULL"),
        ("X04", "kd_satker", None, f"{SOP} AND kd_satker IS NOT NULL"),
    ),
    "tgl_kontrak": (
        ("B3", "adendum_nilai?", ROWS,
         f"{SOP} AND kontrak_tercatat AND adendum_nilai IS NOT NULL"),
        ("K7", "status_kontrak = 'putus'?", ROWS,
         f"{SOP} AND kontrak_tercatat AND status_kontrak IS NOT NULL"),
        ("X07", "sum(tgl_kontrak - tgl_sppbj)", ROWS,
         f"{SOP} AND {DONE} AND tgl_kontrak IS NOT NULL AND tgl_sppbj IS NOT NULL"),
        ("X13", "sum(pagu - hps)", "sum(pagu)",
         f"{SOP} AND kontrak_tercatat AND pagu IS NOT NULL AND hps IS NOT NULL"),
    ),
    "tgl_sppbj": (
        ("W2", "sum(tgl_sppbj - tgl_pengumuman)", ROWS,
         f"{SELECTED} AND tgl_sppbj IS NOT NULL AND tgl_pengumuman IS NOT NULL"),
    ),
    "tgl_bast": (
        ("W3", "tgl_bast <= tgl_selesai_pekerjaan?", ROWS, DATED),
        ("W4", "sum(greatest(tgl_bast - tgl_selesai_pekerjaan, 0))", ROWS, DATED),
    ),
}  # fmt: skip
PLAN: Final = """
    SELECT kd_klpd, tahun_anggaran, {quarter} AS tw,
        sum(CASE WHEN baris = 'rup' AND tgl_pengumuman_rup <= make_date(tahun_anggaran::INT, 3, 31)
            THEN pagu_rup ELSE 0 END) FILTER (WHERE {known}),
        sum(CASE WHEN baris = 'anggaran' THEN belanja_pengadaan ELSE 0 END) FILTER (WHERE {known}),
        count(*) FILTER (WHERE {known})
    FROM read_parquet('{path}') WHERE baris IN ('rup', 'anggaran') GROUP BY 1, 2, 3"""
PLAN_KNOWN: Final = (
    "(baris = 'anggaran' AND belanja_pengadaan IS NOT NULL)"
    " OR (baris = 'rup' AND tgl_pengumuman_rup IS NOT NULL AND pagu_rup IS NOT NULL)"
)


def queries(path: Path) -> Iterator[tuple[list[str], str]]:
    """Codes and query; after agency, year and quarter three columns for each code."""
    for reference, indicators in QUERIES.items():
        sums = [one for one in indicators if one[2] is not None]
        different = [one for one in indicators if one[2] is None]
        yield (
            [one[0] for one in (*sums, *different)],
            _query(path, _quarter(reference), sums, different),
        )
    plan = PLAN.format(quarter=_quarter("tgl_pengumuman_rup"), path=path, known=PLAN_KNOWN)
    yield ["W6"], plan


def _quarter(date: str) -> str:
    return (
        f"CASE WHEN {date} IS NULL THEN 0 WHEN year({date}) <> tahun_anggaran THEN -1"
        f" ELSE quarter({date}) END"
    )


def _query(
    path: Path,
    quarter: str,
    sums: list[tuple[str, str, str | None, str]],
    different: list[tuple[str, str, str | None, str]],
) -> str:
    columns = ["kd_klpd", "tahun_anggaran", f"{quarter} AS tw"]
    for _, above, below, condition in sums:
        kept = f"FILTER (WHERE {condition})"
        counted = f"count(*) FILTER (WHERE {condition} AND {above[:-1]})"
        columns += [counted if above.endswith("?") else f"{above} {kept}", f"{below} {kept}"]
        columns.append(f"count(*) {kept}")
    columns += [f"count(*) FILTER (WHERE {one[3]}) AS r{n}" for n, one in enumerate(different)]
    source = f"FROM read_parquet('{path}') WHERE baris = 'paket'"
    main = f"SELECT {', '.join(columns)} {source} GROUP BY 1, 2, 3"
    if not different:
        return main
    group = "kd_klpd, tahun_anggaran, tw"
    parts, joins, last = [f"m AS ({main})"], "", []
    for n, (_, value, _, condition) in enumerate(different):
        rows = (
            f"SELECT DISTINCT kd_klpd, tahun_anggaran, {quarter} AS tw, {value} {source}"
            f" AND {condition}"
        )
        parts.append(f"d{n} AS (SELECT {group}, count(*) AS n FROM ({rows}) GROUP BY ALL)")
        joins += f" LEFT JOIN d{n} USING ({group})"
        last.append(f"coalesce(d{n}.n, 0), NULL, m.r{n}")
    names = ", ".join(f"r{n}" for n in range(len(different)))
    return f"WITH {', '.join(parts)} SELECT m.* EXCLUDE ({names}), {', '.join(last)} FROM m{joins}"
