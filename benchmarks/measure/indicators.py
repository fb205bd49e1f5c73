"""Thirty indicators for the benchmark: the shipped ones with a formula, and thirteen more."""

from datetime import date

from tolok.core.formula.measure import Measure
from tolok.core.indicator import Indicator, read_indicator
from tolok.measurement.catalogue import shipped
from tolok.registry.dictionary import dictionary

ANNOUNCED, AWARDED = "tgl_pengumuman", "tgl_penetapan_pemenang"
FINISHED = "status = 'selesai'"
MORE = (
    ("X01", "sum(pagu) / count(*)", FINISHED, ANNOUNCED),
    ("X02", "count(distinct npwp_penyedia)", FINISHED, AWARDED),
    ("X03", "count(distinct kd_pokja)", "", ANNOUNCED),
    ("X04", "count(distinct kd_satker)", "", ANNOUNCED),
    (
        "X05",
        "100 * count(case when nilai_kontrak > hps then 1 end) / count(*)",
        FINISHED,
        AWARDED,
    ),
    ("X06", "100 * sum(hps) / sum(pagu)", "", ANNOUNCED),
    ("X07", "sum(hari(tgl_kontrak, tgl_sppbj)) / count(*)", FINISHED, "tgl_kontrak"),
    ("X08", "100 * count(case when jumlah_gagal > 0 then 1 end) / count(*)", "", ANNOUNCED),
    (
        "X09",
        "100 * sum(case when jenis_pengadaan = 'Barang' then nilai_kontrak end)"
        " / sum(nilai_kontrak)",
        FINISHED,
        ANNOUNCED,
    ),
    ("X10", "sum(jumlah_pendaftar) / count(*)", FINISHED, AWARDED),
    ("X11", "sum(nilai_kontrak) / count(*)", FINISHED, AWARDED),
    (
        "X12",
        "100 * count(case when hari(tgl_penetapan_pemenang, tgl_pengumuman) > 25 then 1 end)"
        " / count(*)",
        FINISHED,
        AWARDED,
    ),
    ("X13", "100 * (sum(pagu) - sum(hps)) / sum(pagu)", "kontrak_tercatat", "tgl_kontrak"),
)


def measures() -> list[Measure]:
    indicators = [one for one in shipped() if one.formula] + [_made(*one) for one in MORE]
    found = (one.measure(dictionary()) for one in indicators)
    return [one for one in found if one is not None]


def _made(code: str, formula: str, condition: str, reference: str) -> Indicator:
    attributes = {
        "code": code,
        "name": code,
        "goal": "-",
        "area": "-",
        "definition": "-",
        "formula": formula,
        "filter": condition,
        "reference_date": reference,
        "unit": "-",
        "direction": "maximize",
        "source": "-",
        "valid_from": date(2020, 1, 1),
    }
    found = read_indicator(attributes, dictionary(), where=code)
    if isinstance(found, tuple):
        raise TypeError(found)
    return found
