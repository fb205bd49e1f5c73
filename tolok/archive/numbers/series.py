"""The series an agency starts with; it changes them to the codes of its own tata naskah."""

from typing import Final

from tolok.archive.models import NumberSeries
from tolok.organisation.models import Agency
from tolok.trail.record import record

PATTERN: Final = "{kode}/{urut}/{unit}/{bulan_romawi}/{tahun}"
UNIT: Final = "UKPBJ"
# Name -> classification (Permendagri 83/2022: 000.3 procurement, 800.1.11.1 assignment), documents
USUAL: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "Surat tugas": ("800.1.11.1", ("F1",)),
    "Surat edaran": ("000.3", ("F2",)),
    "Undangan": ("000.1.5", ("UNDANGAN",)),
    "Berita acara": ("000.3.BA", ("BA-RENCANA", "BA-KEPUTUSAN", "SERAH-TERIMA")),
    "Dokumen perencanaan": ("000.7", ("F3",)),
    "Laporan": (
        "000.3.LAP",
        ("F15", "LAP-SOSIALISASI", "LAP-LOKAKARYA", "ANALISIS", "LAP-CAPAIAN", "STATUS-AKHIR"),
    ),
    "SOP": ("000.8.3.3", ("SOP",)),
    "Piagam": ("400.14.1", ("PIAGAM",)),
}


def ensure_series(agency: Agency) -> None:
    """The usual series, for an agency that has none yet; safe when two come at once."""
    if NumberSeries.objects.filter(agency=agency).exists():
        return
    rows = [
        NumberSeries(
            agency=agency,
            name=name,
            pattern=PATTERN,
            classification=classification,
            unit=UNIT,
            documents=list(documents),
        )
        for name, (classification, documents) in USUAL.items()
    ]
    NumberSeries.objects.bulk_create(rows, ignore_conflicts=True)
    record(
        "archive.ensure_series",
        actor=None,
        subject="Seri nomor bawaan",
        agency=agency,
        after={"seri": list(USUAL)},
    )


def series_for(agency: Agency, document: str) -> NumberSeries | None:
    """The series that numbers a document of the catalogue; none for a document without one."""
    ensure_series(agency)
    every = NumberSeries.objects.filter(agency=agency).order_by("pk")
    return next((one for one in every if document in one.documents), None)
