"""Why a scan is not taken: one function per rule, the sentence the user gets."""

from typing import Final

from tolok.core.problem import Problem
from tolok.scans.limits import MIB

_SCAN_AGAIN: Final = "Pindai ulang lembarnya sebagai PDF, JPEG, atau PNG, lalu unggah hasilnya."
_PRINT_AGAIN: Final = "Buka berkasnya, cetak ke PDF (“Cetak sebagai PDF”), lalu unggah hasilnya."


def wrong_type(shown: str, found: str) -> Problem:
    """SC-01: only PDF, JPEG and PNG are taken, told by their bytes whatever the name says."""
    return Problem("SC-01", shown, f"Isi berkas ini {found}. {_SCAN_AGAIN}")


def too_big(shown: str, found: int, most: int) -> Problem:
    """SC-02: no more bytes than a scan of such papers has."""
    read = f"Berkas ini {found // MIB + 1} MB, paling besar {most // MIB} MB."
    return Problem("SC-02", shown, f"{read} Pindai dengan 200 dpi atau bagi menjadi beberapa.")


def too_many_pages(shown: str, found: int, most: int) -> Problem:
    message = f"Berkas ini {found} halaman, paling banyak {most}. Bagi menjadi beberapa berkas."
    return Problem("SC-02", shown, message)


def too_many_pixels(shown: str, width: int, height: int) -> Problem:
    message = f"Gambar ini {width} kali {height} titik, terlalu besar. Pindai ulang dengan 300 dpi."
    return Problem("SC-02", shown, message)


def not_passive(shown: str, found: str) -> Problem:
    """SC-03: a PDF that can do something (scripts, programs, attachments) is no scan."""
    message = f"PDF ini memuat {found}, jadi tidak disimpan demi keamanan. {_PRINT_AGAIN}"
    return Problem("SC-03", shown, message)


def encrypted(shown: str) -> Problem:
    """SC-04: a protected PDF cannot be looked into, nor read in ten years."""
    message = (
        "PDF ini dilindungi kata sandi atau pembatasan. Simpan tanpa perlindungan, atau minta "
        "salinan tanpa kata sandi, lalu unggah lagi. PDF bertanda tangan elektronik tidak perlu "
        "dilindungi kata sandi."
    )
    return Problem("SC-04", shown, message)


def damaged(shown: str, detail: str) -> Problem:
    """SC-05: cut off or altered on the way, or never right."""
    message = f"Berkas rusak atau terpotong ({detail}). Salin ulang dari tempat asalnya, atau "
    return Problem("SC-05", shown, message + _SCAN_AGAIN[0].lower() + _SCAN_AGAIN[1:])


def two_kinds(shown: str, found: str) -> Problem:
    """SC-06: bytes that two programs read as two different things are a trap, not a scan."""
    return Problem("SC-06", shown, f"Berkas ini sekaligus {found}, jadi ditolak. {_SCAN_AGAIN}")


def stopped(shown: str, why: str) -> Problem:
    """SC-07: looking at it took too much memory or time, or broke off; nothing else is touched."""
    message = f"Pemeriksaan berkas dihentikan ({why}). Berkas tidak disimpan. {_SCAN_AGAIN}"
    return Problem("SC-07", shown, message)
