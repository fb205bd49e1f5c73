"""RUP: what was planned, from suppliers and self-managed (swakelola)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from tolok.demo.generator import words
from tolok.demo.generator.agencies import WorkUnit
from tolok.demo.generator.facts import Kind, Need, YearFacts
from tolok.demo.generator.tables.common import (
    Row,
    Tables,
    before,
    first_of_month,
    moment,
    months_later,
    of_body,
    pick,
)

METHOD_CODES: Final = {
    "E-Purchasing": 9,
    "Pengadaan Langsung": 8,
    "Dikecualikan": 16,
    "Tender": 13,
    "Seleksi": 15,
    "Penunjukan Langsung": 7,
    "Tender Cepat": 14,
}
KIND_CODES: Final = {
    Kind.GOODS: "1",
    Kind.WORKS: "2",
    Kind.CONSULTING: "3",
    Kind.SERVICES: "4",
}
EARLY_OF_TEN: Final = 8
SELF_MANAGED_SHARE: Final = 4  # one for every four packages


def publish(facts: YearFacts) -> Tables:
    needs = facts.needs()
    return {
        "RUP-PaketPenyedia-Terumumkan": [
            _plan(facts, need, code, ceiling)
            for need in needs
            for code, ceiling in plan_parts(need)
        ],
        "RUP-PaketSwakelola-Terumumkan": list(_self_managed(facts, needs)),
    }


def plan_parts(need: Need) -> list[tuple[int, Decimal]]:
    """The RUP entries of a need and their share of its ceiling."""
    part = need.ceiling // len(need.plans)
    rest = need.ceiling - part * (len(need.plans) - 1)
    return [(code, rest if code == need.plans[0] else part) for code in need.plans]


def _of_plan_unit(unit: WorkUnit) -> Row:
    """A work unit in SiRUP: `kd_satker` is SiRUP's own number."""
    return {
        "kd_satker": unit.plan_id,
        "kd_satker_str": unit.code,
        "nama_satker": unit.name,
    }


def _plan(facts: YearFacts, need: Need, code: int, ceiling: Decimal) -> Row:
    return {
        **of_body(facts, facts.body),
        **_of_plan_unit(need.unit),
        "kd_rup": code,
        "nama_paket": need.name,
        "pagu": int(ceiling),
        "kd_metode_pengadaan": METHOD_CODES[need.method],
        "metode_pengadaan": need.method,
        "kd_jenis_pengadaan": KIND_CODES[need.kind],
        "jenis_pengadaan": str(need.kind),
        **_traits(need),
        **_description(need),
        **_months(facts, need),
        **_announcement(facts, need, code),
    }


def _traits(need: Need) -> Row:
    return {
        "status_pradipa": "Non-PraDIPA",
        "status_pdn": "PDN" if need.is_domestic else "Non-PDN",
        "status_ukm": "UKM" if need.is_small else "Non-UKM",
        "alasan_non_ukm": None if need.is_small else "",
        "status_konsolidasi": "Non-Konsolidasi" if len(need.plans) == 1 else "Konsolidasi",
        "tipe_paket": "Penyedia",
        "kd_rup_swakelola": None,
        "kd_rup_lokal": None,
    }


def _description(need: Need) -> Row:
    """`urarian_pekerjaan` is misspelt at the source."""
    return {
        "volume_pekerjaan": "1 Paket",
        "urarian_pekerjaan": f"{need.name};",
        "spesifikasi_pekerjaan": f"{need.name} sesuai kerangka acuan kerja;",
    }


def _months(facts: YearFacts, need: Need) -> Row:
    """Plans know months only: always the first day of one."""
    return {
        "tgl_awal_pemilihan": first_of_month(need.starts),
        "tgl_akhir_pemilihan": months_later(need.starts, 1, year=facts.year),
        "tgl_awal_kontrak": months_later(need.starts, 1, year=facts.year),
        "tgl_akhir_kontrak": months_later(need.starts, 5, year=facts.year),
        "tgl_awal_pemanfaatan": months_later(need.starts, 5, year=facts.year),
        "tgl_akhir_pemanfaatan": f"{facts.year}-12-01",
    }


def _announcement(facts: YearFacts, need: Need, code: int) -> Row:
    is_excepted = need.method == "Dikecualikan"
    planned = planned_at(need, code, facts.year)
    return {
        "tgl_buat_paket": str(before(planned, 3).date()),
        "tgl_pengumuman_paket": moment(planned),
        "nip_ppk": need.officer.number,
        "nama_ppk": need.officer.name,
        "username_ppk": "",
        "status_aktif_rup": True,
        "status_delete_rup": False,
        "status_umumkan_rup": "Terumumkan",
        "status_dikecualikan": is_excepted,
        "alasan_dikecualikan": None,
        "tahun_pertama": None,
        "kode_rup_tahun_pertama": None,
        "nomor_kontrak": None,
        "spp_aspek_ekonomi": code % 14 == 0,
        "spp_aspek_sosial": code % 14 == 0,
        "spp_aspek_lingkungan": code % 15 == 0,
        "_event_date": str(facts.pulled),
    }


def planned_at(need: Need, code: int, year: int) -> datetime:
    """Most plans before April and before their selection; the rest weeks before the selection."""
    begins = datetime.combine(need.starts, datetime.min.time())
    planned = begins - timedelta(days=7 + code % 63)
    if code % 10 < EARLY_OF_TEN:
        planned = min(planned, _new_year(year) + timedelta(days=code % 86))
    return planned + timedelta(seconds=30_000 + code % 29_000)


def _new_year(year: int) -> datetime:
    return datetime.combine(date(year, 1, 2), datetime.min.time())


def _self_managed(facts: YearFacts, needs: list[Need]) -> Iterator[Row]:
    """Travel, fees and the like beside every fourth package; codes after the last plan."""
    for number, need in enumerate(needs[::SELF_MANAGED_SHARE]):
        code = needs[-1].plans[-1] + 1 + number
        planned = planned_at(need, code, facts.year)
        yield {
            **of_body(facts, facts.body),
            **_of_plan_unit(need.unit),
            "kd_rup": code,
            "nama_paket": pick(words.SELF_MANAGED, code * 1000),
            "pagu": int(need.ceiling // 50 // 10_000 * 10_000),
            "tipe_swakelola": 2 if code % 50 == 0 else 1,
            "volume_pekerjaan": "1 Paket",
            "uraian_pekerjaan": "Uang Harian; ",
            "kd_klpd_penyelenggara": None,
            "nama_klpd_penyelenggara": None,
            "nama_satker_penyelenggara": None,
            "tgl_awal_pelaksanaan_kontrak": first_of_month(need.starts),
            "tgl_akhir_pelaksanaan_kontrak": f"{facts.year}-12-01",
            "tgl_buat_paket": str(before(planned, 3).date()),
            "tgl_pengumuman_paket": moment(planned),
            "nip_ppk": need.officer.number,
            "nama_ppk": need.officer.name,
            "username_ppk": "",
            "kd_rup_lokal": None,
            "status_aktif_rup": True,
            "status_delete_rup": False,
            "status_umumkan_rup": "Terumumkan",
            "_event_date": str(facts.pulled),
        }
