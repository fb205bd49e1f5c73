"""What the room tells the rooms below when Django starts."""

from collections.abc import Iterable

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "tolok.archive"

    def ready(self) -> None:
        from tolok.store import register_names  # noqa: PLC0415 - settings are not read before

        register_names("archive", names_of_files)


def names_of_files() -> Iterable[str]:
    """Kept files that the archive cannot do without."""
    from tolok.archive import models  # noqa: PLC0415 - models are not loaded before

    yield from models.PaperFile.objects.kept().values_list("sha256", flat=True)
    yield from models.PaperFile.objects.kept().values_list("shown_sha256", flat=True)
    yield from models.OfficeTemplate.objects.values_list("sha256", flat=True)
    yield from models.Pile.objects.filter(is_disposed=False).values_list("sha256", flat=True)
    yield from models.Sheet.objects.values_list("picture_sha256", flat=True)
    yield from models.Batch.objects.values_list("sha256", flat=True)
