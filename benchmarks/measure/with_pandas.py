"""The same sums with pandas; run with an environment of its own that has pandas and pyarrow.

python benchmarks/measure/with_pandas.py FILE  ->  seconds and peak memory, as JSON.
Floats and categories, only the columns it needs: what a careful analyst would write.
"""

import json
import resource
import sys
import time

import pandas as pd
import pyarrow.parquet as pq

SOP = ["Tender", "Seleksi", "Tender Cepat", "Penunjukan Langsung", "Dikecualikan"]
OPEN = ["Tender", "Seleksi", "Tender Cepat"]
SPSE = [*OPEN, "Penunjukan Langsung", "Pengadaan Langsung"]
TEXTS = ["kd_klpd", "mtd_pemilihan", "status", "jenis_proses", "jenis_pengadaan", "status_kontrak"]
TEXTS += ["npwp_penyedia", "kd_pokja", "kd_satker"]
MONEY = ["hps", "pagu", "nilai_kontrak", "nilai_pdn_kontrak", "nilai_umk_kontrak"]
NUMBERS = ["tahun_anggaran", "jumlah_penawar", "jumlah_pendaftar", "jumlah_pengumuman"]
NUMBERS += ["jumlah_gagal"]
FLAGS = ["kontrak_tercatat", "kontrak_selesai", "adendum_nilai"]
DATES = ["tgl_penetapan_pemenang", "tgl_pengumuman", "tgl_kontrak", "tgl_sppbj", "tgl_bast"]
DATES += ["tgl_jadwal_penetapan", "tgl_selesai_pekerjaan"]


def read(path: str) -> pd.DataFrame:
    table = pq.read_table(
        path, columns=TEXTS + MONEY + NUMBERS + FLAGS + DATES, read_dictionary=TEXTS
    )
    columns = {}
    for name in table.column_names:
        column = table.column(name)
        if name in MONEY:
            column = column.cast("float64")
        columns[name] = column.to_pandas(date_as_object=False)
    return pd.DataFrame(columns)


def quarters(rows: pd.DataFrame, date: str) -> pd.Series:
    days = rows[date].dt
    inside = days.year == rows["tahun_anggaran"]
    return days.quarter.where(inside, -1).where(rows[date].notna(), 0).astype("int8")


def sums(rows: pd.DataFrame) -> list[pd.DataFrame]:
    sop, done = rows["mtd_pemilihan"].isin(SOP), rows["status"] == "selesai"
    open_, spse = rows["mtd_pemilihan"].isin(OPEN), rows["mtd_pemilihan"].isin(SPSE)
    has = {name: rows[name].notna() for name in rows.columns}
    selected = sop & done & (rows["jenis_proses"] != "pencatatan")
    priced = sop & done & has["nilai_kontrak"]
    dated = sop & rows["kontrak_selesai"] & has["tgl_bast"] & has["tgl_selesai_pekerjaan"]
    late = (rows["tgl_bast"] - rows["tgl_selesai_pekerjaan"]).dt.days
    length = (rows["tgl_penetapan_pemenang"] - rows["tgl_pengumuman"]).dt.days
    value, hps, pagu = rows["nilai_kontrak"], rows["hps"], rows["pagu"]
    bought = value.where(rows["mtd_pemilihan"] == "E-Purchasing", 0)
    goods = value.where(rows["jenis_pengadaan"] == "Barang", 0)
    in_time = rows["tgl_penetapan_pemenang"] <= rows["tgl_jadwal_penetapan"]
    to_letter = (rows["tgl_sppbj"] - rows["tgl_pengumuman"]).dt.days
    to_contract = (rows["tgl_kontrak"] - rows["tgl_sppbj"]).dt.days
    bids = open_ & done & has["jumlah_penawar"]
    recorded = sop & rows["kontrak_tercatat"]
    plans = {
        "tgl_penetapan_pemenang": [
            (in_time, 1, selected & has["tgl_penetapan_pemenang"] & has["tgl_jadwal_penetapan"]),
            (hps - value, hps, priced),
            (pagu - value, pagu, priced),
            (rows["jumlah_penawar"], 1, bids),
            (rows["jumlah_penawar"] == 1, 1, bids),
            (rows["kontrak_tercatat"], 1, spse & done),
            (value > hps, 1, priced),
            (rows["jumlah_pendaftar"], 1, sop & done),
            (value, 1, priced),
            (length > 25, 1, sop & done & length.notna()),
        ],
        "tgl_pengumuman": [
            (rows["status"] == "gagal", 1, open_),
            (rows["jumlah_pengumuman"] > 1, 1, open_),
            (rows["nilai_pdn_kontrak"], value, done & value.notna() & has["nilai_pdn_kontrak"]),
            (rows["nilai_umk_kontrak"], value, done & value.notna() & has["nilai_umk_kontrak"]),
            (bought, value, done & value.notna()),
            (pagu, 1, sop & done),
            (hps, pagu, sop),
            (rows["jumlah_gagal"] > 0, 1, sop),
            (goods, value, priced),
        ],
        "tgl_kontrak": [
            (rows["adendum_nilai"], 1, recorded),
            (rows["status_kontrak"] == "putus", 1, recorded),
            (to_contract, 1, sop & done & to_contract.notna()),
            (pagu - hps, pagu, recorded),
        ],
        "tgl_sppbj": [(to_letter, 1, selected & to_letter.notna())],
        "tgl_bast": [(late <= 0, 1, dated), (late.clip(lower=0), 1, dated)],
    }
    found = []
    for date, plan in plans.items():
        columns = {}
        for number, (above, below, kept) in enumerate(plan):
            columns[f"n{number}"] = above.astype("float64").where(kept, 0)
            columns[f"d{number}"] = kept.astype("float64") * below
            columns[f"r{number}"] = kept
        keys = [rows["kd_klpd"], rows["tahun_anggaran"], quarters(rows, date)]
        found.append(pd.DataFrame(columns).groupby(keys, observed=True).sum())
    for name, date, kept in (
        ("npwp_penyedia", "tgl_penetapan_pemenang", sop & done),
        ("kd_pokja", "tgl_pengumuman", sop),
        ("kd_satker", "tgl_pengumuman", sop),
    ):
        part = rows.loc[kept, ["kd_klpd", "tahun_anggaran", name]]
        keys = [part["kd_klpd"], part["tahun_anggaran"], quarters(rows, date)[kept]]
        found.append(part.groupby(keys, observed=True)[name].nunique().to_frame())
    return found


if __name__ == "__main__":
    start = time.perf_counter()
    answers = sums(read(sys.argv[1]))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(json.dumps({"seconds": seconds, "peak_gb": peak, "groups": len(answers[0])}))
