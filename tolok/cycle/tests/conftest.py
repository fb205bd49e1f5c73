import pytest

from tolok.cycle import sops
from tolok.cycle.testing import short_sop


@pytest.fixture
def known_sop(monkeypatch):
    """Only this SOP is known, whatever the rooms above brought."""
    monkeypatch.setattr(sops, "KNOWN", {"singkat": short_sop})
    return short_sop()
