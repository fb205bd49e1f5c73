"""PDF by LibreOffice, where it is installed: many files in one start, pictures kept sharp."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader

from tolok.core.problem import Problem, RefusedError

_BATCH: Final = 40  # files in one start
_SECONDS_TO_START: Final = 60
_SECONDS_A_FILE: Final = 30
_OPTIONS: Final = {
    "UseLosslessCompression": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "ReduceImageResolution": {"type": "boolean", "value": "false"},
    "ExportNotesPages": {"type": "boolean", "value": "true"},  # what the speaker says of a slide
}
_FILTERS: Final = {
    ".docx": "writer_pdf_Export",
    ".xlsx": "calc_pdf_Export",
    ".pptx": "impress_pdf_Export",
}
_PARTS: Final = {
    ".docx": "libreoffice-writer",
    ".xlsx": "libreoffice-calc",
    ".pptx": "libreoffice-impress",
}


def libreoffice() -> str | None:
    """The program, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def need_libreoffice() -> str:
    """DK-07: PDFs need LibreOffice; without it the message says what to install."""
    program = libreoffice()
    if program is None:
        message = (
            "PDF memerlukan LibreOffice, yang belum terpasang. Pasang, misalnya di Debian atau "
            f"Ubuntu: sudo apt install {' '.join(_PARTS.values())}"
        )
        raise RefusedError(Problem("DK-07", "LibreOffice", message))
    return program


def make_pdfs(files: Sequence[Path], out: Path) -> list[Path]:
    """The PDFs are named as their files and lie in `out` (DK-07 without LibreOffice)."""
    program = need_libreoffice()
    with tempfile.TemporaryDirectory(prefix="tolok-pdf-") as profile:
        for suffix, export in _FILTERS.items():
            chosen = [file for file in files if file.suffix == suffix]
            for at in range(0, len(chosen), _BATCH):
                _convert(program, export, chosen[at : at + _BATCH], out, Path(profile))
    missing = [_no_pdf(file) for file in files if not (out / f"{file.stem}.pdf").is_file()]
    if missing:
        raise RefusedError(*missing)
    return [out / f"{file.stem}.pdf" for file in files]


def heading_pages(pdf: Path) -> tuple[int, ...]:
    """The page of each heading, from 1, in the order of the document."""
    reader = PdfReader(pdf)
    return tuple(
        1 + (reader.get_destination_page_number(one) or 0) for one in _flat(reader.outline)
    )


def _flat(outline: Any) -> list[Any]:
    found = []
    for one in outline:
        found += _flat(one) if isinstance(one, list) else [one]
    return found


def _convert(program: str, export: str, files: list[Path], out: Path, profile: Path) -> None:
    """A profile of its own: no waiting for, and no trace in, anybody's LibreOffice."""
    command = [
        program,
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", f"pdf:{export}:{json.dumps(_OPTIONS)}"),
        *("--outdir", str(out)),
        *(str(file) for file in files),
    ]
    seconds = _SECONDS_TO_START + _SECONDS_A_FILE * len(files)
    environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    try:
        subprocess.run(  # noqa: S603 - fixed program, our own file names
            command,
            env=environment | {"HOME": str(profile)},
            timeout=seconds,
            capture_output=True,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        message = (
            f"LibreOffice belum selesai setelah {seconds} detik. Coba lagi dengan berkas lain."
        )
        raise RefusedError(Problem("DK-08", files[0].name, message)) from late


def _no_pdf(file: Path) -> Problem:
    """DK-08: LibreOffice gives no PDF of a file it cannot read, or whose part is not installed."""
    message = (
        "LibreOffice tidak membuat PDF dari berkas ini. Periksa apakah bagiannya terpasang: "
        f"sudo apt install {_PARTS[file.suffix]}; atau buka berkasnya, lalu simpan sebagai PDF."
    )
    return Problem("DK-08", file.name, message)
