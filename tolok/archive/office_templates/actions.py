"""What people do with the templates of their agency."""

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import transaction
from django.db.models import Max

from tolok.archive.files import keep_file, kept_file
from tolok.archive.models import OfficeTemplate
from tolok.core.problem import Problem, RefusedError
from tolok.documents.catalogue import document
from tolok.documents.checking.check import Checked, check_template, need_template
from tolok.documents.checking.container import MOST_BYTES
from tolok.documents.document import Document
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.store import hash_of
from tolok.trail.record import record

LONGEST_NOTE: Final = 300


@dataclass(frozen=True)
class Brought:
    """A file as it comes in, under the name it had."""

    name: str
    chunks: Iterable[bytes]


def upload_template(
    agency: Agency, known: Document, brought: Brought, *, note: str, actor: User
) -> OfficeTemplate:
    """Check a template and keep it byte for byte as the next version; it is not yet in use.

    TP-01 to TP-13 what it may be. TP-20: the same file is kept once.
    """
    need_template(known)
    with tempfile.TemporaryDirectory(prefix="tolok-templat-") as folder:
        path = Path(folder) / "templat.docx"
        _write(brought.chunks, path)
        check_template(known, path).need_good()
        sha256 = keep_file(path)
    with transaction.atomic():
        Agency.objects.select_for_update().get(pk=agency.pk)  # versions count one by one
        versions = OfficeTemplate.objects.of(agency, known.code)
        _need_new(versions.filter(sha256=sha256).first())
        last = versions.aggregate(last=Max("version"))["last"] or 0
        added = OfficeTemplate.objects.create(
            agency=agency,
            document=known.code,
            version=last + 1,
            name=brought.name[:255],
            sha256=sha256,
            note=note.strip()[:LONGEST_NOTE],
            uploaded_by=actor,
        )
        after = {"versi": added.version, "berkas": added.name, "sha256": sha256}
        _tell("upload_template", added, actor, after=after)
    return added


def use_template(version: OfficeTemplate, *, actor: User) -> OfficeTemplate:
    """Make papers with this version from now on; those that were issued keep theirs.

    It is checked once more, since the facts of a document may have changed with Tolok itself.
    """
    checked(version).need_good()
    with transaction.atomic():
        before = _in_use(version.agency, version.document)
        if before and before.pk == version.pk:
            return before
        _end(before)
        version = OfficeTemplate.objects.get(pk=version.pk)
        version.is_in_use = True
        version.save(update_fields=["is_in_use"])
        after = {"dipakai": str(version)}
        _tell("use_template", version, actor, before={"dipakai": _name(before)}, after=after)
    return version


def use_shipped(agency: Agency, known: Document, *, actor: User) -> None:
    """Make papers with the shipped template again; the agency's versions stay for another time."""
    with transaction.atomic():
        before = _in_use(agency, known.code)
        if before is None:
            return
        _end(before)
        after = {"dipakai": _name(None)}
        _tell("use_shipped", before, actor, before={"dipakai": _name(before)}, after=after)


def checked(version: OfficeTemplate) -> Checked:
    """What the check says of a kept version today. TP-21: its bytes are still those."""
    path = kept_file(version.sha256)
    if not path.is_file() or hash_of(path) != version.sha256:
        message = f"Berkas {version.name} berubah atau hilang. Unggah templatnya sekali lagi."
        return Checked((Problem("TP-21", str(version), message),), (), b"")
    return check_template(document(version.document), path)


def _write(chunks: Iterable[bytes], path: Path) -> None:
    """No more than one byte too many: the check then says that the file is too large."""
    left = MOST_BYTES + 1
    with path.open("wb") as file:
        for chunk in chunks:
            left -= file.write(chunk[:left])
            if not left:
                return


def _need_new(same: OfficeTemplate | None) -> None:
    if same is not None:
        message = f"Berkas yang sama sudah disimpan sebagai versi {same.version}. Pakai versi itu."
        raise RefusedError(Problem("TP-20", "berkas", message))


def _in_use(agency: Agency, code: str) -> OfficeTemplate | None:
    """With the agency locked: of two who choose at once, the later one's choice stays."""
    Agency.objects.select_for_update().get(pk=agency.pk)
    return OfficeTemplate.objects.in_use(agency, code)


def _end(version: OfficeTemplate | None) -> None:
    if version is not None:
        version.is_in_use = False
        version.save(update_fields=["is_in_use"])


def _name(version: OfficeTemplate | None) -> str:
    return str(version) if version else "Templat bawaan"


def _tell(event: str, version: OfficeTemplate, actor: User, **values: Mapping[str, object]) -> None:
    subject = f"Templat {version.document}"
    record(f"archive.{event}", actor=actor, subject=subject, agency=version.agency, **values)
