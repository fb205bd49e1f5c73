"""What the room tells the rooms below when Django starts."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "tolok.archive"
