"""Work units, their budgets, programmes, activities and sub-activities."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from tolok.demo.generator import words
from tolok.demo.generator.agencies import WorkUnit
from tolok.demo.generator.facts import YearFacts
from tolok.demo.generator.tables.common import Row, Tables, of_body


def publish(facts: YearFacts) -> Tables:
    planned = planned_by_unit(facts)
    return {
        "RUP-MasterSatker": [_unit(facts, unit) for unit in facts.agency.units],
        "RUP-StrukturAnggaranPD": [
            _budget(facts, unit, planned[unit]) for unit in facts.agency.units
        ],
        "RUP-ProgramMaster": list(_programmes(facts, planned)),
        "RUP-KegiatanMaster": list(_activities(facts, planned)),
        "RUP-SubKegiatanMaster": list(_sub_activities(facts, planned)),
    }


def planned_by_unit(facts: YearFacts) -> Mapping[WorkUnit, Decimal]:
    planned: defaultdict[WorkUnit, Decimal] = defaultdict(Decimal)
    for need in facts.needs():
        planned[need.unit] += need.ceiling
    return planned


def _unit(facts: YearFacts, unit: WorkUnit) -> Row:
    return {
        "kd_satker": unit.plan_id,
        "kd_satker_str": unit.code,
        "nama_satker": unit.name,
        "alamat": None,
        "telepon": None,
        "fax": None,
        "kodepos": None,
        "status_satker": "Aktif",
        "ket_satker": "Satker/OPD Non-BLU/BLUD",
        "jenis_satker": "SKPD",
        "kd_klpd": facts.body.code,
        "nama_klpd": facts.body.name,
        "jenis_klpd": facts.body.kind,
        "kode_eselon": None,
    }


def _budget(facts: YearFacts, unit: WorkUnit, planned: Decimal) -> Row:
    """Procurement spending somewhat above what is planned; nothing at all for a unit without."""
    head: Row = {
        "tahun_anggaran": facts.year if planned else None,
        "kd_klpd": facts.body.code,
        "nama_klpd": facts.body.name,
        "kd_satker": unit.plan_id,
        "kd_satker_str": unit.code,
        "nama_satker": unit.name,
    }
    buying = int(planned * (102 + unit.plan_id % 9) / 100)
    capital, other = buying * 3 // 10, buying // 4
    parts: Row = {
        "belanja_operasi": buying - capital + other,
        "belanja_modal": capital,
        "belanja_btt": 0,
        "belanja_non_pengadaan": other,
        "belanja_pengadaan": buying,
        "total_belanja": buying + other,
    }
    return head | (parts if planned else dict.fromkeys(parts))


def _tree(planned: Mapping[WorkUnit, Decimal]) -> Iterator[tuple[WorkUnit, int, Decimal]]:
    """Three programmes a unit, each with one activity of one sub-activity."""
    for unit, total in planned.items():
        for number in range(len(words.PROGRAMMES)):
            yield unit, number, total / len(words.PROGRAMMES)


def _node(facts: YearFacts, unit: WorkUnit, columns: Row) -> Row:
    return {
        **of_body(facts, facts.body),
        "kd_satker": unit.plan_id,
        **columns,
        "is_deleted": False,
        "_event_date": str(facts.pulled),
    }


def _programmes(facts: YearFacts, planned: Mapping[WorkUnit, Decimal]) -> Iterable[Row]:
    for unit, number, total in _tree(planned):
        columns: Row = {
            "kd_program": programme_code(facts, unit, number),
            "kd_program_str": f"{unit.code[:4]}.{number + 1:02}",
            "nama_program": words.PROGRAMMES[number],
            "pagu_program": int(total),
            "kd_program_lokal": None,
        }
        yield _node(facts, unit, columns)


def _activities(facts: YearFacts, planned: Mapping[WorkUnit, Decimal]) -> Iterable[Row]:
    for unit, number, total in _tree(planned):
        code = programme_code(facts, unit, number)
        columns: Row = {
            "kd_program": code,
            "kd_kegiatan": code * 10,
            "kd_kegiatan_str": f"{unit.code[:4]}.{number + 1:02}.2.01",
            "nama_kegiatan": words.ACTIVITIES[number],
            "pagu_kegiatan": int(total),
            "kd_kegiatan_lokal": None,
        }
        yield _node(facts, unit, columns)


def _sub_activities(facts: YearFacts, planned: Mapping[WorkUnit, Decimal]) -> Iterable[Row]:
    for unit, number, total in _tree(planned):
        code = programme_code(facts, unit, number)
        columns: Row = {
            "kd_program": code,
            "kd_kegiatan": code * 10,
            "kd_subkegiatan": code * 100,
            "kd_subkegiatan_str": f"{unit.code[:4]}.{number + 1:02}.2.01.0001",
            "nama_subkegiatan": words.SUB_ACTIVITIES[number],
            "pagu_subkegiatan": int(total),
            "kd_subkegiatan_lokal": None,
        }
        yield _node(facts, unit, columns)


def programme_code(facts: YearFacts, unit: WorkUnit, number: int) -> int:
    return unit.plan_id * 100 + facts.year % 10 * 10 + number
