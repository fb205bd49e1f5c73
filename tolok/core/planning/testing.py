"""Plans for tests: complete ones, so that a test says only what it changes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from tolok.core.planning.content import (
    MEASUREMENT_AREAS,
    Action,
    Area,
    Baseline,
    Content,
    Goal,
    Indicator,
    Target,
    Variable,
)

YEAR: Final = 2026
CODES: Final = ("W1", "B1", "K1", "L2")


def make_content(**changed: Any) -> Content:
    """A plan without problems: one goal, one area, an indicator for each measurement area."""
    pairs = zip(CODES, MEASUREMENT_AREAS, strict=True)
    usual: dict[str, Any] = {
        "agency": "X101",
        "year": YEAR,
        "valid_from": 1,
        "vision": "Pengadaan yang tepercaya",
        "missions": ("Mempercepat pemilihan", "Meningkatkan mutu"),
        "background": "",
        "goals": (Goal("T1", "Barang/jasa yang tepat", "Perpres 16/2018 Pasal 4 huruf a", "", ""),),
        "areas": (Area("A1", "Infrastruktur jalan", "Pagu terbesar", "Ketepatan Waktu", ()),),
        "indicators": tuple(
            make_indicator(code, measures=area, actions=(make_action(f"R{at}"),))
            for at, (code, area) in enumerate(pairs, 1)
        ),
    }
    return Content(**usual | changed)


def make_indicator(code: str = "W1", **changed: Any) -> Indicator:
    usual: dict[str, Any] = {
        "code": code,
        "name": f"Indikator {code}",
        "goal": "T1",
        "area": "A1",
        "measures": "Ketepatan Waktu",
        "definition": "Bagian paket yang tepat waktu.",
        "kind": "proses",
        "formula": "100 × paket tepat ÷ paket",  # noqa: RUF001
        "expression": "",
        "formula_version": "",
        "variables": (Variable("paket tepat", "yang tidak melewati jadwal", "SPSE"),),
        "unit": "%",
        "decimals": 2,
        "direction": "maximize",
        "met": 100,
        "near": 80,
        "consolidation": "rasio",
        "source": "SPSE",
        "collection": "Diimpor",
        "monitoring": "triwulan",
        "reporting": "triwulan",
        "data_needed": ("kd_paket",),
        "legal_basis": "",
        "notes": "",
        "owner_unit": "Sub Bagian Pengelolaan",
        "owner_person": "Kepala Sub Bagian",
        "weight": None,
        "baseline": make_baseline(),
        "targets": make_targets("80", "82", "84", "85"),
        "actions": (make_action(),),
    }
    return Indicator(**usual | changed)


def make_baseline(**changed: Any) -> Baseline:
    usual = Baseline(
        "diketik", Decimal("78.5"), None, None, YEAR - 1, "", "", "laporan kinerja", ""
    )
    return replace(usual, **changed)


def make_targets(*texts: str) -> tuple[Target, ...]:
    """One for each period, in order."""
    return tuple(Target(at, Decimal(one), Decimal(one)) for at, one in enumerate(texts, 1))


def make_action(key: str = "R1", **changed: Any) -> Action:
    usual: dict[str, Any] = {
        "key": key,
        "activity": "Reviu bersama dokumen persiapan",
        "output": "Berita acara reviu",
        "owner_unit": "Sub Bagian Pengelolaan",
        "owner_person": "Kepala Sub Bagian",
        "units": "PPK",
        "starts": date(YEAR, 1, 15),
        "ends": date(YEAR, 6, 30),
        "budget": None,
        "milestones": ("50 %", "100 %", "", ""),
    }
    return Action(**usual | changed)
