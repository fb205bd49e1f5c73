"""Why a file or row is not read: one function per rule, the sentence the user gets."""

from collections.abc import Sequence
from typing import Final

from tolok.core.blank import quoted
from tolok.core.problem import Problem
from tolok.registry.reading.limits import MIB, Limits

_SHOWN_COLUMNS: Final = 6


def no_data(shown: str) -> Problem:
    """R-01: zero bytes, or the service's "Data Kosong": nothing was published, nothing failed."""
    return Problem("R-01", shown, "Sistem asal tidak memberikan data untuk tabel ini (kosong).")


def wrong_type(shown: str, found: str, remedy: str) -> Problem:
    """R-02: the content is not of a kind that is read, whatever the name says."""
    return Problem("R-02", shown, f"Isi berkas ini {found}, bukan data yang dapat dibaca. {remedy}")


def damaged(shown: str, detail: str) -> Problem:
    """R-03: cut off or altered on the way."""
    return Problem(
        "R-03", shown, f"Berkas rusak atau terpotong ({detail}). Unduh kembali dari sistem asalnya."
    )


def unknown_table(shown: str, header: Sequence[str]) -> Problem:
    """R-04: no known table has this header; OCDS files, questionnaires, national sums."""
    columns = [column for column in header if column]
    names = ", ".join(quoted(column) for column in columns[:_SHOWN_COLUMNS])
    more = f" dan {len(columns) - _SHOWN_COLUMNS} lainnya" if len(columns) > _SHOWN_COLUMNS else ""
    seen = f"Kolom yang terbaca: {names}{more}." if names else "Baris judul kolom tidak ditemukan."
    return Problem(
        "R-04",
        shown,
        "Susunan kolomnya tidak cocok dengan tabel mana pun yang dikenal (ISB, INAPROC, daftar "
        f"publik SPSE, buku kerja Tolok). {seen} Unggah berkas seperti diunduh dari sistem asal.",
    )


def several_tables(shown: str, tables: Sequence[str]) -> Problem:
    """R-05: the header fits more than one table; a guess would put rows in the wrong one."""
    return Problem(
        "R-05",
        shown,
        f"Susunan kolomnya cocok dengan beberapa tabel sekaligus: {', '.join(tables)}. "
        "Hapus kolom tambahan yang bukan dari sistem asal, lalu unggah kembali.",
    )


def column_twice(shown: str, column: str) -> Problem:
    """R-06: two columns of one name; which of them is meant cannot be known."""
    return Problem(
        "R-06",
        shown,
        f"Kolom {quoted(column)} ada dua kali, sehingga tidak jelas yang mana yang dipakai. "
        "Hapus atau ganti nama salah satunya.",
    )


def too_big(shown: str, what: str) -> Problem:
    """R-07: more than a file may hold; bombs are refused before they are opened."""
    return Problem(
        "R-07", shown, f"Berkas ditolak demi keamanan: {what}. Bagi menjadi beberapa berkas."
    )


def unpacks_too_big(shown: str, limits: Limits) -> Problem:
    most = limits.unpacked_bytes // MIB
    return too_big(shown, f"isinya setelah dibuka lebih dari {most} MB")


def stopped(shown: str, why: str) -> Problem:
    """R-08: the reading took too much memory or time, or broke off; nothing else is touched."""
    return Problem(
        "R-08",
        shown,
        f"Pembacaan berkas dihentikan ({why}). Berkas tidak diambil. Buka dengan aplikasinya, "
        "simpan ulang sebagai XLSX atau CSV, lalu unggah kembali.",
    )


def left_out(where: str, why: str) -> Problem:
    """R-09: a lock file, a sheet without a table, a system's own folder: said, not read."""
    return Problem("R-09", where, f"Tidak dibaca: {why}.")


def ragged(found: int, expected: int, last: int | None) -> Problem:
    """R-10: quotes inside quotes move cells to wrong columns; such a row is never shifted in."""
    span = f" (sampai baris {last})" if last else ""
    return Problem(
        "R-10",
        "",
        f"Baris ini{span} terbaca {found} kolom, seharusnya {expected}; biasanya karena tanda "
        'kutip di dalam isian. Perbaiki tanda kutipnya (gandakan menjadi “""”) lalu unggah lagi.',
    )


def not_whole(text: str) -> Problem:
    """R-11: a count, a year, a version is a whole number."""
    return Problem("R-11", "", f"{quoted(text)} bukan bilangan bulat. Tulis tanpa desimal.")


def not_yes_or_no(text: str) -> Problem:
    """R-12: true or false, ya or tidak, 1 or 0."""
    return Problem("R-12", "", f"{quoted(text)} bukan ya atau tidak. Tulis “ya” atau “tidak”.")


def not_data_rows(where: str, rows: int) -> Problem:
    """R-13: totals and the line of column numbers under a header are no packages."""
    return Problem("R-13", where, f"{rows} baris jumlah atau nomor kolom dilewati; bukan data.")


def another_encoding(shown: str) -> Problem:
    """R-14: not UTF-8; read as Windows-1252, which never fails but may misread a letter."""
    return Problem(
        "R-14",
        shown,
        "Berkas tidak memakai UTF-8 dan dibaca sebagai Windows-1252. "
        "Periksa huruf yang tidak biasa pada nama.",
    )


def nul_characters(shown: str) -> Problem:
    """R-14: NUL characters are no text; each is shown as a replacement sign."""
    return Problem("R-14", shown, "Berkas memuat karakter NUL; masing-masing diganti dengan “�”.")


def bad_member(where: str, why: str) -> Problem:
    """R-15: a member of an archive that is not taken out."""
    return Problem("R-15", where, f"Isi arsip ini tidak dibuka: {why}.")


def too_many_refused(where: str, most: int) -> Problem:
    """R-16: so many unreadable rows mean that the file is not what its header says."""
    return Problem(
        "R-16",
        where,
        f"Lebih dari {most} baris tidak terbaca, jadi seluruh berkas ditolak. "
        "Periksa apakah isi kolom sesuai dengan judulnya, lalu unggah kembali.",
    )


def formulas_without_values(where: str, cells: int) -> Problem:
    """R-17: a formula that no program has worked out yet has no value to read."""
    return Problem(
        "R-17",
        where,
        f"{cells} sel berisi rumus yang belum dihitung. Buka dengan aplikasi lembar kerja, "
        "simpan, lalu unggah kembali.",
    )


def row_too_long(most: int) -> Problem:
    """R-18: no row of a published table is this long; something else hides in it."""
    return Problem("R-18", "", f"Baris ini lebih panjang dari {most} huruf dan tidak diambil.")
