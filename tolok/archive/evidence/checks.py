"""What the text of a paper must say besides being there, read from the facts it was issued with."""

from collections.abc import Callable
from typing import Any, Final

from tolok.documents.f03_performance_plan import FIELDS

Facts = dict[str, Any]
Check = Callable[[Facts], str]  # what is missing, "" for nothing
Choice = Callable[[Facts], bool]  # whether the paper speaks for the requirement at all

# One of these words in the signer's offices: from JPT Pratama upward, and the Sekda of regions
_HIGH_OFFICES: Final = (
    *("sekretaris daerah", "sekda", "gubernur", "bupati", "wali kota", "walikota"),
    *("menteri", "kepala badan", "kepala lembaga", "direktur jenderal", "sekretaris utama"),
    *("sekretaris jenderal", "sekretaris menteri", "deputi", "inspektur", "kepala biro"),
)
_STAGES: Final = {
    "visi": "penetapan visi dan misi",
    "area strategis": "penentuan area strategis",
    "indikator": "penetapan indikator",
    "target": "penetapan baseline dan target",
    "evaluasi": "monitoring dan evaluasi",
    "penghargaan": "penghargaan",
}
_MANUAL: Final = {
    "monitoring": "frekuensi monitoring",
    "formula": "formula perhitungan",
    "direction": "arah pengukuran",
    "source": "sumber data",
    "reporting": "frekuensi pelaporan",
}


def sop_signer(facts: Facts) -> str:
    offices = ", ".join(facts["signer"]["offices"])
    if any(office in offices.casefold() for office in _HIGH_OFFICES):
        return ""
    return f"Penanda tangan “{offices}” tidak terbaca sebagai JPT Pratama atau Sekretaris Daerah."


def sop_dates(facts: Facts) -> str:
    named = {"made": "tanggal pembuatan", "effective": "tanggal efektif"}
    return _lacking("Lembar pengesahan", [named[name] for name in named if not facts[name]])


def sop_times(facts: Facts) -> str:
    """None continues the cell above; what is asked is that the column is not empty."""
    if any(step["time"] for step in facts["steps"]):
        return ""
    return "Kolom Waktu kosong: LKPP meminta waktu baku setiap langkah."


def sop_stages(facts: Facts) -> str:
    text = " ".join(f"{step['text']} {step['output']}" for step in facts["steps"]).casefold()
    return _lacking("Langkah SOP", [label for word, label in _STAGES.items() if word not in text])


def of_leaders(facts: Facts) -> bool:
    """Minutes of a meeting that leaders chaired, or that is named after them; a berita acara is
    theirs anyway."""
    if "chair" not in facts:
        return True
    about = f"{facts['chair']} {facts['name']}".casefold()
    return any(word in about for word in ("pimpinan", *_HIGH_OFFICES))


def plan_fields(facts: Facts) -> str:
    there = {indicator["field"] for indicator in facts["indicators"]}
    return _lacking("Indikator", [f"bidang {field}" for field in FIELDS if field not in there])


def plan_manuals(facts: Facts) -> str:
    lacking = [
        f"{indicator['code']}: {label}"
        for indicator in facts["indicators"]
        for name, label in _MANUAL.items()
        if not indicator[name]
    ]
    return _lacking("Manual indikator", lacking)


def plan_baselines(facts: Facts) -> str:
    lacking = [
        f"{indicator['code']}: {what}"
        for indicator in facts["indicators"]
        for what, there in (
            ("baseline", isinstance(indicator["baseline"], str)),
            ("target", bool(indicator["target"])),
        )
        if not there
    ]
    return _lacking("Rencana", lacking)


def plan_alignment(facts: Facts) -> str:
    return "" if facts["alignment"] else "Tabel keselarasan dengan RPJMD atau Renstra masih kosong."


def _lacking(where: str, what: list[str]) -> str:
    return f"{where} belum memuat {', '.join(what)}." if what else ""


CHECKS: Final[dict[str, Check]] = {
    check.__name__: check
    for check in (
        *(sop_signer, sop_dates, sop_times, sop_stages),
        *(plan_fields, plan_manuals, plan_baselines, plan_alignment),
    )
}
CHOICES: Final[dict[str, Choice]] = {"": lambda _: True, "of_leaders": of_leaders}
