"""What people do with archive data."""

from tolok.archive.keeping.actions.data import edit_keeping, save_retention_class
from tolok.archive.keeping.actions.disposal import (
    decide_disposal,
    propose_disposal,
    refuse_disposal,
    withdraw_disposal,
)
from tolok.archive.keeping.actions.listing import draft_archive_list

__all__ = [
    "decide_disposal",
    "draft_archive_list",
    "edit_keeping",
    "propose_disposal",
    "refuse_disposal",
    "save_retention_class",
    "withdraw_disposal",
]
