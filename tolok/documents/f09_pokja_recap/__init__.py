"""F9: all packages of one Pokja Pemilihan in a year, and the value they give together."""

from dataclasses import dataclass

from tolok.documents.document import Document
from tolok.documents.ratings import PackageRecap


@dataclass(frozen=True)
class Facts(PackageRecap):
    """The Pokja besides its packages."""

    pokja: str
    decree: str  # that appointed it
    unit: str  # Eselon II or satuan pelaksana UKPBJ
    members: tuple[str, ...]


DOCUMENT = Document(
    code="F9",
    title="Formulir Rekapitulasi Kinerja Per Pokja Pemilihan",
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("rows",),
    not_printed=("result.shares.least",),
)
