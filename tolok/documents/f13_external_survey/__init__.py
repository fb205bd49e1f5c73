"""F13: the paper form of the external customers' survey."""

from dataclasses import dataclass

from tolok.documents.document import Document
from tolok.documents.surveys import SurveyForm


@dataclass(frozen=True)
class Facts(SurveyForm):
    """Bidders and contracted suppliers are asked about selection, LPSE and contract."""


DOCUMENT = Document(
    code="F13",
    title="Formulir Survei Kepuasan Pelanggan Eksternal Kinerja Pengadaan",
    facts=Facts,
)
