"""F7: the suppliers of one satuan kerja, or all satuan kerja, and the supplier index."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.ratings import GroupRecap


@dataclass(frozen=True)
class Facts(GroupRecap):
    """Rows are suppliers of the unit, or units of the agency; means are over packages."""

    work_unit: str  # "Dinas Pekerjaan Umum …", "Seluruh satuan kerja …"
    group: Literal["Penyedia", "Satuan kerja"]  # what a row is
    contract_total: Decimal  # of the rated packages
    weighted_mean: Decimal | Missing  # by contract value; beside the mean, never instead of it


DOCUMENT = Document(
    code="F7",
    title="Formulir Rekapitulasi Kinerja Per Satuan Kerja Instansi",
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("rows",),
    not_printed=("result.shares.least", "rows.points"),
)
