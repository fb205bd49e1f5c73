"""Bring the database rows in line with what was derived; rows that did not change stay."""

from tolok.registry.sync.derived import sync_derived
from tolok.registry.sync.packages import sync_packages

__all__ = ["sync_derived", "sync_packages"]
