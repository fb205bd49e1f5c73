"""What the archive keeps: papers and their files, letter numbers, the offices' own templates."""

from tolok.archive.models.batches import Batch, BatchItem
from tolok.archive.models.checks import FileCheck
from tolok.archive.models.disposals import Disposal, DisposalItem
from tolok.archive.models.issuances import Issuance, IssuanceItem
from tolok.archive.models.keeping import Keeping, RetentionClass
from tolok.archive.models.numbers import LetterNumber, NumberSeries
from tolok.archive.models.papers import Paper, PaperFile
from tolok.archive.models.piles import Pile, Sheet
from tolok.archive.models.templates import OfficeTemplate

__all__ = [
    "Batch",
    "BatchItem",
    "Disposal",
    "DisposalItem",
    "FileCheck",
    "Issuance",
    "IssuanceItem",
    "Keeping",
    "LetterNumber",
    "NumberSeries",
    "OfficeTemplate",
    "Paper",
    "PaperFile",
    "Pile",
    "RetentionClass",
    "Sheet",
]
