"""A file that is only looked at: its bytes are hashed as they arrive and kept nowhere."""

import hashlib
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

LARGEST = 100 << 20  # bytes


class Hashed(UploadedFile):  # type: ignore[type-arg]  # no parameter when it runs
    """What is left of an uploaded file: its hash."""

    def __init__(self, sha256: str, size: int) -> None:
        super().__init__(name="berkas", size=size)
        self.sha256 = sha256


class HashingUploadHandler(FileUploadHandler):
    """Takes the place of the handlers that write files to memory or disk."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._digest, self._size = hashlib.sha256(), 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._size += len(raw_data)
        if self._size > LARGEST:
            raise StopUpload(connection_reset=True)
        self._digest.update(raw_data)

    def file_complete(self, file_size: int) -> Hashed:
        return Hashed(self._digest.hexdigest(), file_size)
