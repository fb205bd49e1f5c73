"""What the archive keeps: papers and their files, letter numbers, the offices' own templates."""

<<<<<<< HEAD
from tolok.archive.models.batches import Batch, BatchItem
from tolok.archive.models.keeping import Disposal, DisposalItem, Keeping, RetentionClass
=======
from tolok.archive.models.disposals import Disposal, DisposalItem
from tolok.archive.models.keeping import Keeping, RetentionClass
>>>>>>> 36f5576 (Archive data, retention schedule, list of archives; papers are destroyed by two persons and leave their record)
from tolok.archive.models.numbers import LetterNumber, NumberSeries
from tolok.archive.models.papers import Paper, PaperFile
from tolok.archive.models.piles import Pile, Sheet
from tolok.archive.models.templates import OfficeTemplate

__all__ = [
    "Batch",
    "BatchItem",
    "Disposal",
    "DisposalItem",
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
