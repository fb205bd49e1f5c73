"""The catalogue computed a second time, slowly, row by row, knowing nothing of the engine.

Written from the catalogue of domain rules, not from the formulas: where the two disagree, one of
them is wrong. `Decimal` and `Fraction` only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import product

SOP = {"Tender", "Seleksi", "Tender Cepat", "Penunjukan Langsung", "Dikecualikan"}
COMPETITIVE = {"Tender", "Seleksi", "Tender Cepat"}
THROUGH_SPSE = COMPETITIVE | {"Penunjukan Langsung", "Pengadaan Langsung"}
LAST_DAY_OF_MARCH = (3, 31)


def finished(row):
    return None if row["status"] is None else row["status"] == "selesai"


def recorded(row):
    return None if row["jenis_proses"] is None else row["jenis_proses"] == "pencatatan"


def both(one, other):
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def negated(one):
    return None if one is None else not one


def one_if(row, condition, *needed):
    """1 or 0; None as soon as something needed is not known."""
    if any(row[name] is None for name in needed):
        return None
    return int(condition(row))


@dataclass(frozen=True)
class Reference:
    """Numerator and denominator of one row; None means not known."""

    above: Callable[..., object]
    below: Callable[..., object]
    counts: Callable[..., object] = lambda row: True  # the filter; None means not known
    methods: frozenset[str] | None = None
    kinds: tuple[str, ...] = ("paket",)
    factor: int = 100
    uncertain: tuple[str, ...] = ()
    bounded: bool = False  # rows add 0 or 1 whatever their facts may be

    def in_scope(self, row):
        method = self.methods is None or row["mtd_pemilihan"] in self.methods
        return row["baris"] in self.kinds and method

    def contribution(self, row):
        """What the row adds, or None when it is left out."""
        if not self.in_scope(row) or self.counts(row) is not True:
            return None
        above, below = self.above(row), self.below(row)
        return None if above is None or below is None else (Fraction(above), Fraction(below))


def each(_row):
    return 1


def minus(row, one, other):
    return None if row[one] is None or row[other] is None else row[one] - row[other]


def fact(name):
    return lambda row: row[name]


def days(row, until, since):
    return None if row[until] is None or row[since] is None else (row[until] - row[since]).days


def days_late(row):
    late = days(row, "tgl_bast", "tgl_selesai_pekerjaan")
    return None if late is None else max(late, 0)


def announced_in_time(row):
    if row["baris"] != "rup":
        return 0
    if row["tgl_pengumuman_rup"] is None or row["tahun_anggaran"] is None:
        return None
    in_time = row["tgl_pengumuman_rup"] <= date(row["tahun_anggaran"], *LAST_DAY_OF_MARCH)
    return row["pagu_rup"] if in_time else 0


def budget(row):
    return row["belanja_pengadaan"] if row["baris"] == "anggaran" else 0


def bought_online(row):
    if row["mtd_pemilihan"] is None:
        return None
    return row["nilai_kontrak"] if row["mtd_pemilihan"] == "E-Purchasing" else 0


def selected_in_spse(row):
    return both(finished(row), negated(recorded(row)))


def run_in_spse(row):
    process = row["jenis_proses"]
    return both(finished(row), None if process is None else process in ("tender", "non tender"))


def saving(name):
    return Reference(
        above=lambda row: minus(row, name, "nilai_kontrak"),
        below=fact(name),
        counts=finished,
        methods=frozenset(SOP),
        uncertain=("nilai_kontrak",),
    )


def portion(name):
    return Reference(
        above=fact(name),
        below=fact("nilai_kontrak"),
        counts=finished,
        uncertain=(name, "nilai_kontrak"),
    )


CATALOGUE = {
    "W1": Reference(
        above=lambda row: one_if(
            row,
            lambda r: r["tgl_penetapan_pemenang"] <= r["tgl_jadwal_penetapan"],
            "tgl_penetapan_pemenang",
            "tgl_jadwal_penetapan",
        ),
        below=each,
        counts=selected_in_spse,
        methods=frozenset(SOP),
        uncertain=("tgl_penetapan_pemenang", "tgl_jadwal_penetapan"),
        bounded=True,
    ),
    "W2": Reference(
        above=lambda row: days(row, "tgl_sppbj", "tgl_pengumuman"),
        below=each,
        counts=selected_in_spse,
        methods=frozenset(SOP),
        factor=1,
        uncertain=("tgl_sppbj",),
    ),
    "W3": Reference(
        above=lambda row: one_if(
            row,
            lambda r: r["tgl_bast"] <= r["tgl_selesai_pekerjaan"],
            "tgl_bast",
            "tgl_selesai_pekerjaan",
        ),
        below=each,
        counts=fact("kontrak_selesai"),
        methods=frozenset(SOP),
        uncertain=("tgl_bast", "tgl_selesai_pekerjaan"),
        bounded=True,
    ),
    "W4": Reference(
        above=days_late,
        below=each,
        counts=fact("kontrak_selesai"),
        methods=frozenset(SOP),
        factor=1,
        uncertain=("tgl_bast", "tgl_selesai_pekerjaan"),
    ),
    "W6": Reference(above=announced_in_time, below=budget, kinds=("rup", "anggaran")),
    "B1": saving("hps"),
    "B2": saving("pagu"),
    "B3": Reference(
        above=lambda row: one_if(row, lambda r: r["adendum_nilai"], "adendum_nilai"),
        below=each,
        counts=fact("kontrak_tercatat"),
        methods=frozenset(SOP),
    ),
    "K1": Reference(
        above=lambda row: one_if(row, lambda r: r["status"] == "gagal", "status"),
        below=each,
        methods=frozenset(COMPETITIVE),
    ),
    "K2": Reference(
        above=lambda row: one_if(row, lambda r: r["jumlah_pengumuman"] > 1, "jumlah_pengumuman"),
        below=each,
        methods=frozenset(COMPETITIVE),
    ),
    "K3": Reference(
        above=fact("jumlah_penawar"),
        below=each,
        counts=finished,
        methods=frozenset(COMPETITIVE),
        factor=1,
        uncertain=("jumlah_penawar",),
    ),
    "K4": Reference(
        above=lambda row: one_if(row, lambda r: r["jumlah_penawar"] == 1, "jumlah_penawar"),
        below=each,
        counts=finished,
        methods=frozenset(COMPETITIVE),
        uncertain=("jumlah_penawar",),
        bounded=True,
    ),
    "K7": Reference(
        above=lambda row: one_if(row, lambda r: r["status_kontrak"] == "putus", "status_kontrak"),
        below=each,
        counts=fact("kontrak_tercatat"),
        methods=frozenset(SOP),
    ),
    "P1": portion("nilai_pdn_kontrak"),
    "P2": portion("nilai_umk_kontrak"),
    "D1": Reference(
        above=bought_online,
        below=fact("nilai_kontrak"),
        counts=finished,
        uncertain=("nilai_kontrak",),
    ),
    "D2": Reference(
        above=lambda row: one_if(row, lambda r: r["kontrak_tercatat"], "kontrak_tercatat"),
        below=each,
        counts=run_in_spse,
        methods=frozenset(THROUGH_SPSE),
    ),
}


def first(row, *names):
    return next((row[name] for name in names if row[name] is not None), None)


def later(one, other):
    """The greater of two facts; not known as long as one of them is not."""
    return None if one is None or other is None else max(one, other)


def at_least(row, *names):
    """The later of the day of the data and the first date known."""
    return later(row["tgl_data"], first(row, *names, "tgl_data"))


BOUNDS = {  # what a missing fact could be: the least and the most, from the facts of the row
    "nilai_kontrak": (
        lambda row: row["penawaran_terendah"] if row["penawaran_terendah"] is not None else 0,
        lambda row: first(row, "hps", "pagu"),
    ),
    "nilai_pdn_kontrak": (lambda row: 0, lambda row: row["nilai_kontrak"]),
    "nilai_umk_kontrak": (lambda row: 0, lambda row: row["nilai_kontrak"]),
    "jumlah_penawar": (lambda row: 1, lambda row: later(row["jumlah_pendaftar"], 1)),
    "tgl_jadwal_penetapan": (
        lambda row: row["tgl_pengumuman"],
        lambda row: at_least(row, "tgl_pengumuman"),
    ),
    "tgl_penetapan_pemenang": (
        lambda row: row["tgl_pengumuman"],
        lambda row: at_least(row, "tgl_pengumuman"),
    ),
    "tgl_sppbj": (
        lambda row: first(row, "tgl_penetapan_pemenang", "tgl_pengumuman"),
        lambda row: at_least(row, "tgl_penetapan_pemenang", "tgl_pengumuman"),
    ),
    "tgl_selesai_pekerjaan": (
        lambda row: first(row, "tgl_mulai_pekerjaan", "tgl_kontrak", "tgl_sppbj"),
        lambda row: at_least(row, "tgl_bast"),
    ),
    "tgl_bast": (
        lambda row: first(row, "tgl_mulai_pekerjaan", "tgl_kontrak", "tgl_sppbj"),
        lambda row: at_least(row, "tgl_mulai_pekerjaan"),
    ),
}
ENDLESS = "endless"
ENDS = ("terendah", "tertinggi")
ANYTHING = {"tgl": date(2025, 1, 1)}  # by how the name of a fact begins


def is_unsettled(reference, row):
    return any(
        row[name] is None or any(row[f"{name}_{end}"] is not None for end in ENDS)
        for name in reference.uncertain
    )


def options(reference, row):
    """What an unsettled row may contribute, as a set; ENDLESS when there is no limit."""
    found = set()
    for sides in product((0, 1), repeat=len(reference.uncertain)):
        ends = at_corner(row, dict(zip(reference.uncertain, sides, strict=True)))
        contribution = reference.contribution({**row, **ends})
        blind = [name for name, end in ends.items() if end is None]
        if contribution is None and blind and needs_only(reference, {**row, **ends}, blind):
            if not reference.bounded:
                return ENDLESS
            found |= {(0, 1), (1, 1)}
        else:
            found.add(contribution or (0, 0))
    return found


def needs_only(reference, corner, blind):
    """With the facts whose ends are unknown the row would count."""
    guessed = {name: ANYTHING.get(name[:3], 1) for name in blind}
    return reference.contribution({**corner, **guessed}) is not None


def at_corner(row, sides):
    return {name: end_of(row, name, sides) for name in sides}


def end_of(row, name, sides):
    """A dispute first, then the fact as it stands, then the bound, itself at the same corner."""
    disputed = row[f"{name}_{ENDS[sides[name]]}"]
    if disputed is not None:
        return disputed
    if row[name] is not None:
        return row[name]
    others = {other: side for other, side in sides.items() if other != name}
    return BOUNDS[name][sides[name]]({**row, **at_corner(row, others)})


def by_hand(reference, rows):
    """Value, numerator, denominator, rows used and rows left out."""
    scope = [row for row in rows if reference.in_scope(row)]
    used = [one for row in scope if (one := reference.contribution(row)) is not None]
    above, below = (sum((one[side] for one in used), Fraction(0)) for side in (0, 1))
    value = reference.factor * above / below if used and below else None
    return value, above, below, len(used), len(scope) - len(used)


def by_trying_all(reference, rows):
    """The lowest and highest value over every choice of every row that is not settled."""
    settled, choices = (Fraction(0), Fraction(0)), []
    for row in rows:
        now = reference.contribution(row) or (0, 0)
        if is_unsettled(reference, row) and (found := options(reference, row)) != {now}:
            if found == ENDLESS:
                return ENDLESS
            choices.append(sorted(found))
        else:
            settled = (settled[0] + now[0], settled[1] + now[1])
    sums = [
        tuple(settled[side] + sum(one[side] for one in choice) for side in (0, 1))
        for choice in product(*choices)
    ]
    zero = [above for above, below in sums if below == 0]
    if any(below < 0 for _, below in sums) or (any(zero) and len(zero) < len(sums)):
        return ENDLESS
    return [reference.factor * above / below for above, below in sums if below]
