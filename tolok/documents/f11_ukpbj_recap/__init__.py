"""F11: all units of the UKPBJ that run Pokja Pemilihan, and the value of the whole."""

from dataclasses import dataclass

from tolok.documents.document import Document
from tolok.documents.ratings import GroupRecap


@dataclass(frozen=True)
class Facts(GroupRecap):
    """The UKPBJ besides its units, one a row."""

    ukpbj: str


DOCUMENT = Document(
    code="F11",
    title="Formulir Rekapitulasi Kinerja Pokja Pemilihan Total UKPBJ",
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("rows",),
    not_printed=("result.shares.least", "rows.points"),
)
