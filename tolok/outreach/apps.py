"""What the room tells the rooms below when Django starts."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "tolok.outreach"
