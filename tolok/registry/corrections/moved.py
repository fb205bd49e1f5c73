"""P-18: a corrected fact whose source has changed since."""

from collections.abc import Iterator
from pathlib import Path

from tolok.organisation.models import Agency
from tolok.registry.corrections.values import plain
from tolok.registry.dictionary import dictionary
from tolok.registry.duck import session
from tolok.registry.findings.rule import Doubt, Rule
from tolok.registry.models import Correction

RULE = Rule(
    "P-18",
    "Sumber berubah setelah dikoreksi",
    "",
    "{fakta} dikoreksi dari {semula} menjadi {koreksi}, tetapi sumbernya kini berisi {sumber}."
    " Koreksi tetap berlaku; tinjau apakah masih diperlukan.",
    quirk=18,
)


def doubts_about_moved_sources(agency: Agency, year: int, rows: Path) -> Iterator[Doubt]:
    """P-18: corrections survive a new import; one whose source now says something else comes
    back for review."""
    corrections = list(Correction.objects.of_year(agency, year).accepted().order_by("pk"))
    if not corrections:
        return
    with session() as asked:
        for correction in corrections:
            found = asked.execute(
                f'SELECT "{dictionary()[correction.field].name}" FROM read_parquet($rows)'
                " WHERE kd_paket = $package",
                {"rows": str(rows), "package": correction.package_code},
            ).fetchone()
            source = plain(found[0]) if found else ""
            if source != correction.published:
                yield _doubt(correction, source)


def _doubt(correction: Correction, source: str) -> Doubt:
    values = {
        "fakta": dictionary()[correction.field].label,
        "semula": correction.published or "kosong",
        "koreksi": correction.value or "kosong",
        "sumber": source or "kosong",
    }
    return Doubt(
        rule=RULE.code,
        note=False,
        package=correction.package_code,
        message=RULE.message.format_map(values),
        values=values,
        field=correction.field,
    )
