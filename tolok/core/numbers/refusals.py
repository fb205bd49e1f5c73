"""Why a cell is not read as a number: one function per rule, the sentence the user gets."""

import unicodedata

from tolok.core.blank import quoted
from tolok.core.numbers.forms import Ambiguous, NumberForm
from tolok.core.problem import Problem


def ambiguous(text: str, digits: Ambiguous, form: NumberForm) -> Problem:
    """N-01: one mark with three digits behind it may be thousands or decimals.

    N-02: the same, in a column whose other cells prove both ways of writing.
    """
    either = f"{digits.head}{digits.tail} (pemisah ribuan) atau {digits.head},{digits.tail}"
    meaning = f"{quoted(text)} bermakna ganda: {either} (desimal)"
    if form is NumberForm.MIXED:
        return Problem(
            "N-02",
            "",
            f"{meaning}, sedangkan kolom ini memakai koma desimal dan titik desimal sekaligus. "
            "Samakan cara penulisan satu kolom, lalu unggah kembali.",
        )
    return Problem(
        "N-01",
        "",
        f"{meaning}, dan tidak ada isian lain di kolomnya yang memperjelas. Tulis "
        f"{digits.head}{digits.tail} bila ribuan, {digits.head},{digits.tail}0 bila desimal.",
    )


def unreadable(text: str) -> Problem:
    """What kind of unreadable: an error value, digits of another script, or no number at all."""
    if text.startswith("#") or text.lower().lstrip("+-") in {"nan", "inf", "infinity", "∞"}:
        return error_value(text)
    if any(unicodedata.numeric(sign, None) is not None for sign in text if not sign.isascii()):
        return other_digits(text)
    return not_a_number(text)


def not_a_number(text: str) -> Problem:
    """N-03: words, yes/no values, dates and symbols are not numbers."""
    return Problem(
        "N-03",
        "",
        f"{quoted(text)} bukan angka. Tulis angkanya saja, misalnya 1.234.567,89; "
        "kosongkan bila datanya belum ada.",
    )


def bad_marks(text: str) -> Problem:
    """N-04: thousands stand in groups of three, and there is one decimal mark."""
    return Problem(
        "N-04",
        "",
        f"Titik atau koma pada {quoted(text)} tidak membentuk angka. "
        "Kelompok ribuan berisi tiga angka dan desimal hanya satu, misalnya 1.234.567,89.",
    )


def error_value(text: str) -> Problem:
    """N-05: the result of a failed calculation (#REF!, #DIV/0!, NaN, infinity) is no fact."""
    return Problem(
        "N-05",
        "",
        f"{quoted(text)} adalah hasil perhitungan yang gagal. "
        "Perbaiki rumus di berkas asal, atau kosongkan selnya.",
    )


def leading_zeros(text: str) -> Problem:
    """N-06: digits that begin with zero are a code (satker, NPWP, account), not an amount."""
    return Problem(
        "N-06",
        "",
        f"{quoted(text)} diawali nol, jadi dibaca sebagai kode, bukan angka. "
        "Periksa apakah kolomnya tertukar, atau hapus nol di depannya.",
    )


def too_large(text: str) -> Problem:
    """N-07: no amount reaches 10,000 trillion rupiah or needs more than 28 digits."""
    return Problem(
        "N-07",
        "",
        f"{quoted(text)} di luar batas nilai yang wajar (10.000 triliun atau 28 angka). "
        "Periksa apakah ada angka yang terketik ganda.",
    )


def percent_sign(text: str) -> Problem:
    """N-08: a percentage does not belong in a column of amounts or counts."""
    return Problem(
        "N-08",
        "",
        f"{quoted(text)} adalah persen, sedangkan kolom ini bukan persen. "
        "Tulis jumlah atau nilainya.",
    )


def rounded_by_spreadsheet(text: str) -> Problem:
    """N-09: "1.23457E+11" is what a spreadsheet shows of a longer number; the rest is lost."""
    return Problem(
        "N-09",
        "",
        f"{quoted(text)} sudah dibulatkan oleh aplikasi lembar kerja; angka aslinya hilang. "
        "Ubah format sel menjadi Angka di berkas asal, lalu simpan dan unggah kembali.",
    )


def other_digits(text: str) -> Problem:
    """N-10: only the digits 0-9 are read; "½", fullwidth and Arabic digits may be mistaken."""
    return Problem(
        "N-10",
        "",
        f"{quoted(text)} memakai lambang angka selain 0-9. "
        "Ketik ulang dengan angka biasa, misalnya 0,5.",
    )
