"""Short ways for tests to make the things they need. Every argument has a sensible default."""

from tolok.workflow.loading import shipped_file


def spoiled(what: str, instead: str, code: str = "kaltim-2024", times: int = 1) -> bytes:
    """A shipped file with one thing in it changed, so that one thing is wrong."""
    text = shipped_file(code).decode()
    if what not in text:
        raise ValueError(f"{what!r} is not in {code}")
    return text.replace(what, instead, times).encode()
