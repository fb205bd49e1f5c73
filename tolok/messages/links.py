"""Where a message leads: a page under the public address of this installation.

Never taken from a request, whose Host header anybody may write (T25).
"""

from django.conf import settings

from tolok.core.problem import Problem, RefusedError


def link_to(path: str) -> str:
    """The whole address; "" where the installation has no public one."""
    return f"https://{settings.TOLOK_ADDRESS}{path}" if settings.TOLOK_ADDRESS else ""


def refuse_without_address() -> None:
    """PS-01: what leaves Tolok leads back by the public address, so there must be one."""
    if not settings.TOLOK_ADDRESS:
        message = (
            "Alamat umum Tolok belum diatur, sehingga tautan di dalam pesan tidak dapat dibuat. "
            "Pengelola server mengisi TOLOK_ADDRESS, misalnya kinerja.contoh.go.id."
        )
        raise RefusedError(Problem("PS-01", "TOLOK_ADDRESS", message))
