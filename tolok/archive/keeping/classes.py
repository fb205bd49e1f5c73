"""The retention schedule an agency starts with; it edits it to its own (JRA)."""

from dataclasses import dataclass
from typing import Final

from tolok.archive.models import Keeping, Paper, RetentionClass
from tolok.core.retention import Fate, Retention, retention
from tolok.organisation.models import Agency

BASIS: Final = "Ketentuan internal"


@dataclass(frozen=True)
class Usual:
    """A class as it ships. Years and fates are internal rules, no regulation's."""

    name: str
    documents: str  # codes, parted by spaces
    active_years: int
    inactive_years: int
    fate: Fate
    classification: str = "000.3"  # pengadaan, Permendagri 83/2022


USUAL: Final = (
    Usual("Penugasan dan edaran", "F1 F2", 1, 2, Fate.DESTROY, "800.1.11.1"),
    Usual("Perencanaan kinerja", "F3 BA-RENCANA PAKET-AREA SOP", 2, 3, Fate.PERMANENT),
    Usual(
        "Pengumpulan dan perhitungan data",
        "F4 TEMPLATE-DATA HITUNG KOMP-INDIKATOR KOMP-AKSI",
        *(2, 3, Fate.DESTROY),
    ),
    Usual(
        "Penilaian penyedia dan Pokja",
        "F5 F6 F7 F8 F9 F10 F11 LAP-PAKET",
        *(2, 3, Fate.REVIEW),
    ),
    Usual("Survei kepuasan", "F12 F13 F14", 2, 3, Fate.DESTROY),
    Usual(
        "Rapat dan sosialisasi",
        "UNDANGAN HADIR NOTULA LAP-SOSIALISASI LAP-LOKAKARYA PRESENTASI",
        *(1, 1, Fate.DESTROY, "000.1.5"),
    ),
    Usual(
        "Laporan dan keputusan",
        "F15 F16 ANALISIS LAP-CAPAIAN BA-KEPUTUSAN STATUS-AKHIR SERAH-TERIMA ARSIP PIAGAM",
        *(3, 3, Fate.PERMANENT),
    ),
)


def ensure_classes(agency: Agency) -> None:
    """The usual schedule, for an agency that has none."""
    if RetentionClass.objects.filter(agency=agency).exists():
        return
    RetentionClass.objects.bulk_create(
        (
            RetentionClass(
                agency=agency,
                name=one.name,
                classification=one.classification,
                documents=one.documents.split(),
                active_years=one.active_years,
                inactive_years=one.inactive_years,
                fate=one.fate.value,
                basis=BASIS,
            )
            for one in USUAL
        ),
        ignore_conflicts=True,  # two pages asked at once
    )


class Schedule:
    """The classes of an agency, read once for many papers."""

    def __init__(self, agency: Agency) -> None:
        ensure_classes(agency)
        self.classes = list(RetentionClass.objects.filter(agency=agency))
        self._by_document = {code: one for one in self.classes for code in one.documents}

    def usual_of(self, paper: Paper) -> RetentionClass | None:
        return self._by_document.get(paper.document)

    def keeping_of(self, paper: Paper) -> Keeping:
        """What is written down of a paper, or what would be by its document's class."""
        if hasattr(paper, "keeping"):
            return paper.keeping
        usual = self.usual_of(paper)
        return Keeping(
            paper=paper,
            retention_class=usual,
            classification=usual.classification if usual else "",
        )


def retention_of(keeping: Keeping) -> Retention | None:
    """None while nobody said how long it stays."""
    kind = keeping.retention_class
    if kind is None:
        return None
    return retention(keeping.paper.year, kind.active_years, kind.inactive_years)
