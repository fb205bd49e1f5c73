"""Formulas and filters as an Indonesian reader finds them on the page."""

import pytest

from tolok.core.formula import read_filter, read_formula
from tolok.core.formula.testing import make_dictionary
from tolok.core.formula.words import formula_in_words, in_words

DICTIONARY = make_dictionary()
MINUS, TIMES = "\u2212", "\u00d7"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sum(hps)", "total HPS"),
        ("count(*)", "banyaknya paket"),
        ("-sum(hps)", f"-1 {TIMES} total HPS"),
        (
            "100 * (sum(hps) - sum(nilai_kontrak)) / sum(hps)",
            f"100 {TIMES} (total HPS {MINUS} total nilai kontrak) ÷ total HPS",
        ),
        ("sum(hps) / (sum(hps) + sum(pagu))", "total HPS ÷ (total HPS + total pagu)"),
        ("2 * sum(hps) + sum(pagu)", f"(2 {TIMES} total HPS + total pagu)"),
        ("sum(hps) / 3", f"1/3 {TIMES} total HPS"),
        ("count(distinct npwp_penyedia)", "banyaknya NPWP penyedia yang berbeda"),
        (
            "count(case when kontrak_selesai then 1 end) / count(*)",
            "banyaknya paket yang kontrak selesai ÷ banyaknya paket",
        ),
        (
            "sum(case when status = 'gagal' then hps end)",
            "total HPS dari paket dengan status paket “gagal”",
        ),
        (
            "sum(greatest(hari(tgl_bast, tgl_kontrak), 0))",
            "total hari dari tanda tangan kontrak sampai BAST terakhir (paling sedikit 0)",
        ),
        ("sum(greatest(hps, pagu))", "total yang terbesar dari HPS atau pagu"),
        ("sum(-hps * 0.11)", f"total ({MINUS}HPS) {TIMES} 0,11"),
        ("sum(abs(hps - pagu))", f"total besarnya (HPS {MINUS} pagu)"),
        ("sum(coalesce(hps, pagu))", "total HPS (atau pagu bila belum ada)"),
        (
            "sum(case when hps > 5 then hps else pagu end)",
            "total HPS bila HPS lebih dari 5, selain itu pagu",
        ),
    ],
)
def test_a_formula_is_told_with_the_labels_of_the_pages(text, words):
    assert formula_in_words(read_formula(text, DICTIONARY)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kontrak_selesai", "kontrak selesai"),
        ("not kontrak_selesai", "tidak kontrak selesai"),
        ("kontrak_selesai = false", "kontrak selesai sama dengan tidak"),
        ("status = 'selesai'", "status paket “selesai”"),
        ("status <> 'selesai'", "status paket bukan “selesai”"),
        ("hps is null", "HPS belum ada"),
        ("hps is not null", "HPS ada"),
        ("mtd_pemilihan in ('Tender', 'Seleksi')", "metode pemilihan “Tender” atau “Seleksi”"),
        ("hps >= 1000 and hps < 2000", "HPS paling sedikit 1.000 dan HPS kurang dari 2.000"),
        (
            "kontrak_selesai and (hps = 1 or hps <= 2)",
            "kontrak selesai dan (HPS sama dengan 1 atau HPS paling banyak 2)",
        ),
        ("tgl_bast <= '2025-03-31'", "BAST terakhir sampai dengan 31 Maret 2025"),
        (
            "tgl_bast > tanggal(tahun_anggaran, 3, 31)",
            "BAST terakhir sesudah 31 Maret tahun anggaran",
        ),
        ("bulan(tgl_bast) <> 2", "bulan dari BAST terakhir tidak sama dengan 2"),
        (
            "triwulan(tgl_bast) = tahun(tgl_bast)",
            "triwulan dari BAST terakhir sama dengan tahun dari BAST terakhir",
        ),
        ("least(hps, 5) + 1 > 2", "HPS (paling banyak 5) + 1 lebih dari 2"),
    ],
)
def test_a_condition_is_told_as_a_sentence(text, words):
    assert in_words(read_filter(text, DICTIONARY).condition) == words
