"""F12: the paper form of the internal customers' survey."""

from dataclasses import dataclass

from tolok.documents.document import Document
from tolok.documents.surveys import SurveyForm


@dataclass(frozen=True)
class Facts(SurveyForm):
    """PA, KPA, PPK, Pejabat Pengadaan and planners are asked about UKPBJ and Pokja."""


DOCUMENT = Document(
    code="F12",
    title="Formulir Survei Kepuasan Pelanggan Internal Kinerja Pengadaan",
    facts=Facts,
)
