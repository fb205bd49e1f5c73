"""Who the published plans (RUP) name as PPK, by work unit."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from tolok.core.identifiers import nip_digits
from tolok.organisation.models import Agency
from tolok.registry.duck import session
from tolok.registry.models import PublishedTable

_TABLES: Final = ("RUP-PaketPenyedia-Terumumkan", "RUP-PaketSwakelola-Terumumkan")
_ASKED: Final = """
    SELECT DISTINCT trim(kd_satker_str), trim(nama_ppk), trim(nip_ppk)
    FROM read_parquet($path) WHERE trim(coalesce(nama_ppk, '')) <> '' ORDER BY ALL
"""


@dataclass(frozen=True)
class Named:
    """A PPK as the RUP writes it."""

    name: str
    nip: str  # digits; "" where the RUP has none


def ppks_named(agency: Agency, year: int) -> dict[str, tuple[Named, ...]]:
    """By the code of the work unit; each person once, told apart by NIP, else by name."""
    standing = PublishedTable.objects.in_force(agency, year)
    found: dict[str, dict[str, Named]] = defaultdict(dict)
    with session() as asked:
        for path in (standing[table] for table in _TABLES if table in standing):
            for code, name, nip in asked.execute(_ASKED, {"path": str(path)}).fetchall():
                digits = nip_digits(nip)
                found[code or ""].setdefault(digits or name.casefold(), Named(name, digits))
    return {code: tuple(named.values()) for code, named in found.items()}
