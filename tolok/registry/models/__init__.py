"""What is known about procurement: what was published, and what follows from it."""

from tolok.registry.models.choices import ChosenColumns
from tolok.registry.models.corrections import Correction, Exclusion
from tolok.registry.models.details import Attempt, Bid, Contract, Handover, Stage
from tolok.registry.models.findings import Finding
from tolok.registry.models.imports import (
    Import,
    ImportedFile,
    PublishedTable,
    RowChange,
    RowRefusal,
)
from tolok.registry.models.packages import Package
from tolok.registry.models.plan import PlanEntry
from tolok.registry.models.pokja import Pokja, PokjaMember
from tolok.registry.models.snapshots import Snapshot
from tolok.registry.models.suppliers import Supplier, SupplierName
from tolok.registry.models.uploads import Upload, UploadedFile, UploadRow

__all__ = [
    "Attempt",
    "Bid",
    "ChosenColumns",
    "Contract",
    "Correction",
    "Exclusion",
    "Finding",
    "Handover",
    "Import",
    "ImportedFile",
    "Package",
    "PlanEntry",
    "Pokja",
    "PokjaMember",
    "PublishedTable",
    "RowChange",
    "RowRefusal",
    "Snapshot",
    "Stage",
    "Supplier",
    "SupplierName",
    "Upload",
    "UploadRow",
    "UploadedFile",
]
