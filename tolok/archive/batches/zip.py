"""All files of a batch as one ZIP."""

from collections.abc import Iterator

from tolok.archive.batches import scratch
from tolok.archive.batches.rendering import rendered
from tolok.archive.bundles.names import safe_name
from tolok.archive.bundles.zipping import Member, zipped
from tolok.archive.models import Batch, BatchItem
from tolok.documents.catalogue import document


def zip_of(batch: Batch) -> Iterator[bytes]:
    """In the order of the list, with the hashes; a lost file is made again."""
    made = batch.items.made().select_related("unit", "paper")
    return zipped(_member(batch, item) for item in made.iterator(chunk_size=200))


def _member(batch: Batch, item: BatchItem) -> Member:
    if not scratch.is_there(item):
        for _, data in rendered(batch, [item]):
            if isinstance(data, bytes):
                item.sha256 = scratch.keep(item, data)
    kind = document(batch.document).formats[0]
    name = f"{batch.document}-{item.position:04}-{safe_name(item.title)}.{kind}"
    return Member(name, scratch.file_of(item), item.sha256)
