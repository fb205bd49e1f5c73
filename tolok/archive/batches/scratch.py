"""The files of a batch until its ZIP is made; no part of a backup, as they can be made again."""

import hashlib
import shutil
from pathlib import Path

from tolok.archive.models import Batch, BatchItem
from tolok.documents.many import write_whole
from tolok.registry.store import folder, hash_of


def file_of(item: BatchItem) -> Path:
    return folder(".batches") / str(item.batch_id) / str(item.pk)


def keep(item: BatchItem, data: bytes) -> str:
    """The whole file or none; gives its SHA-256."""
    file = file_of(item)
    file.parent.mkdir(exist_ok=True)
    write_whole(file, data)
    return hashlib.sha256(data).hexdigest()


def is_there(item: BatchItem) -> bool:
    file = file_of(item)
    return file.is_file() and hash_of(file) == item.sha256


def clear(batch: Batch) -> None:
    shutil.rmtree(folder(".batches") / str(batch.pk), ignore_errors=True)
