from datetime import datetime

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.utils import timezone


@pytest.fixture
def clock(monkeypatch):
    """Sets the server's clock: the only one that counts."""

    def set_to(moment: datetime) -> datetime:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    return set_to


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch):
    """The same hash, made with little work: a test need not resist a thief."""
    monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 1)
    monkeypatch.setattr(Argon2PasswordHasher, "memory_cost", 8)
    monkeypatch.setattr(Argon2PasswordHasher, "parallelism", 1)


@pytest.fixture(autouse=True)
def nobody_has_asked():
    cache.clear()
