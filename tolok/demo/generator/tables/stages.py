"""The stages of a tender (jadwal tahapan): post- and pre-qualification."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from tolok.demo.generator.facts import Attempt, Package
from tolok.demo.generator.tables.common import pick


class Plan(NamedTuple):
    """One stage: until the winner is set in parts of the selection, afterwards in days."""

    code: int
    activity: int
    name: str | None  # the source does not name the evaluation
    begins: float
    ends: float
    is_after: bool = False


POST_QUALIFICATION: Final = (
    Plan(18807, 291, "Pengumuman pascakualifikasi", 0, 0.18),
    Plan(18777, 292, "Download dokumen pemilihan dan kualifikasi", 0, 0.26),
    Plan(18812, 293, "Penjelasan dokumen lelang", 0.1, 0.11),
    Plan(18833, 294, "Upload Dokumen Penawaran", 0.12, 0.26),
    Plan(18798, 295, "Pembukaan file dokumen penawaran  (dokumen penawaran harga, administrasi "
         "dan teknis) serta dokumen kualifikasi", 0.27, 0.3),
    Plan(18843, 296, None, 0.27, 0.9),
    Plan(18802, 297, "Pembuktian kualifikasi", 0.88, 0.93),
    Plan(18804, 298, "Penetapan pemenang", 0.95, 1),
    Plan(18810, 299, "Pengumuman pemenang", 0, 0.4, is_after=True),
    Plan(18789, 300, "Masa Sanggah Hasil Lelang", 0.5, 5, is_after=True),
    Plan(18817, 301, "Surat penunjukan penyedia barang/jasa", 6, 8, is_after=True),
    Plan(18803, 302, "Penandatanganan  kontrak", 8, 18, is_after=True),
)  # fmt: skip
PRE_QUALIFICATION: Final = (
    Plan(18808, 172, "Pengumuman prakualifikasi", 0, 0.15),
    Plan(18778, 173, "Download dokumen prakualifikasi", 0, 0.15),
    Plan(18832, 174, "Penjelasan Dokumen Prakualifikasi", 0.06, 0.07),
    Plan(18827, 175, "Upload dokumen prakualifikasi", 0.07, 0.15),
    Plan(18779, 176, "Evaluasi dokumen kualifikasi dan pembuktian kualifikasi", 0.15, 0.4),
    Plan(18802, 177, "Pembuktian kualifikasi", 0.39, 0.4),
    Plan(18830, 178, "Penetapan Hasil Kualifikasi", 0.4, 0.41),
    Plan(18811, 179, "Penjelasan", 0.41, 0.42),
    Plan(18791, 180, "Masa sanggah prakualifikasi", 0.42, 0.52),
    Plan(18776, 181, None, 0.52, 0.62),
    Plan(18812, 182, "Penjelasan dokumen lelang", 0.56, 0.57),
    Plan(18833, 183, "Upload Dokumen Penawaran", 0.57, 0.62),
    Plan(18795, 184, "Pembukaan dan evaluasi penawaran file I", 0.62, 0.78),
    Plan(18793, 186, "Pemberitahuan/pengumuman peringkat teknis", 0.78, 0.79),
    Plan(18796, 187, "Pembukaan dan evaluasi penawaran file II", 0.79, 0.98),
    Plan(18804, 188, "Penetapan pemenang", 0.98, 1),
    Plan(18810, 189, "Pengumuman pemenang", 0, 0.6, is_after=True),
    Plan(18789, 190, "Masa Sanggah Hasil Lelang", 0.6, 6, is_after=True),
    Plan(18784, 191, "Klarifikasi dan negosiasi teknis dan biaya", 7, 14, is_after=True),
    Plan(18817, 193, "Surat penunjukan penyedia barang/jasa", 8, 13, is_after=True),
    Plan(18803, 194, "Penandatanganan  kontrak", 14, 22, is_after=True),
)
ASSUMED_DAYS: Final = 30  # of a selection that has no winner
SLIPS: Final = (0, 0, 0, 2, 0, 0, 0, 0, 6, 0, 0)  # days the winner was set after the schedule


class Stage(NamedTuple):
    code: int
    activity: int
    name: str | None
    begins: datetime
    ends: datetime


def stages(package: Package, attempt: Attempt) -> Iterator[Stage]:
    plans = PRE_QUALIFICATION if package.need.method == "Seleksi" else POST_QUALIFICATION
    begin = attempt.announced
    decided = begin + timedelta(days=ASSUMED_DAYS)
    if package.award and attempt is package.last:
        decided = package.award.decided - timedelta(days=schedule_slip(package))
    length = decided - begin
    for plan in plans:
        if plan.is_after:
            span = (decided + timedelta(days=plan.begins), decided + timedelta(days=plan.ends))
        else:
            span = (begin + length * plan.begins, begin + length * plan.ends)
        yield Stage(plan.code, plan.activity, plan.name, *map(_to_minute, span))


def schedule_slip(package: Package) -> int:
    """Days between the last schedule and the day the winner was set; two of eleven are late."""
    return pick(SLIPS, package.code)


def _to_minute(when: datetime) -> datetime:
    return when.replace(second=0, microsecond=0)
