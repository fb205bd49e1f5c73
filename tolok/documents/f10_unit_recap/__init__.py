"""F10: all Pokja Pemilihan of one Eselon II unit or satuan pelaksana of the UKPBJ."""

from dataclasses import dataclass

from tolok.documents.document import Document
from tolok.documents.ratings import GroupRecap


@dataclass(frozen=True)
class Facts(GroupRecap):
    """The unit besides its Pokja, one a row."""

    unit: str


DOCUMENT = Document(
    code="F10",
    title=(
        "Formulir Rekapitulasi Kinerja Pokja Pemilihan Per Unit Eselon II / Satuan Pelaksana UKPBJ"
    ),
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("rows",),
    not_printed=("result.shares.least", "rows.points"),
)
