"""What every test may ask for."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real sample files beside the project; most checkouts do not have it."""
    if not SHARED.is_dir():
        pytest.skip("the real sample files (../shared) are not beside this checkout")
    return SHARED
