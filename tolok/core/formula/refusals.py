"""Why a formula is refused: one function per rule, the sentence the writer of it gets."""

from tolok.core.blank import quoted
from tolok.core.formula.dictionary import FieldType
from tolok.core.problem import Problem

KIND_WORDS = {
    FieldType.TEXT: "teks",
    FieldType.NUMBER: "angka",
    FieldType.MONEY: "uang",
    FieldType.DATE: "tanggal",
    FieldType.YES_NO: "ya/tidak",
}


def empty() -> Problem:
    """F-01: a formula says what to count or add up."""
    return Problem("F-01", "", "Rumus masih kosong. Tulis misalnya sum(nilai_kontrak).")


def too_long(length: int, limit: int) -> Problem:
    """F-02: a formula is at most 2,000 characters long."""
    return Problem(
        "F-02", "", f"Rumus terlalu panjang: {length} huruf, batasnya {limit}. Pecah menjadi dua."
    )


def strange_sign(sign: str) -> Problem:
    """F-03: letters that look alike, invisible signs and the like never reach the engine."""
    return Problem(
        "F-03",
        "",
        f"Tanda {quoted(sign)} (U+{ord(sign):04X}) tidak dapat dipakai dalam rumus. "
        "Hapus, lalu ketik ulang dengan papan tombol biasa.",
    )


def unreadable(near: str) -> Problem:
    """F-04: the text is not an expression; a bracket, a comma or a sign is missing or too many."""
    place = f" di dekat {quoted(near)}" if near else ""
    return Problem(
        "F-04", "", f"Rumus tidak terbaca{place}. Periksa tanda kurung, koma, dan tanda hitung."
    )


def more_than_one(piece: str) -> Problem:
    """F-05: one expression, without comments and without a second statement."""
    return Problem(
        "F-05",
        "",
        f"{quoted(piece)} tidak dipakai dalam rumus: tulis satu rumus saja, tanpa titik koma dan "
        "tanpa catatan. Beri jarak di antara dua tanda minus.",
    )


def too_deep(what: str, limit: int) -> Problem:
    """F-06: what a person can no longer follow is refused (depth, number of parts)."""
    return Problem("F-06", "", f"Rumus terlalu rumit: {what} lebih dari {limit}. Sederhanakan.")


def not_in_language(piece: str) -> Problem:
    """F-07: only what the formula language lists is let through; all else is refused."""
    return Problem(
        "F-07",
        "",
        f"{quoted(piece)} tidak dikenal dalam rumus. Yang dapat dipakai: nama kolom, angka, "
        "'teks', + - * /, perbandingan, and, or, not, in, between, is null, case when, dan fungsi "
        "yang terdaftar.",
    )


def unknown_function(name: str, nearest: str | None) -> Problem:
    """F-08: functions are those listed, no others (none reads files or settings)."""
    return Problem("F-08", "", f"Fungsi {quoted(name)} tidak dikenal.{_perhaps(nearest)}")


def unknown_field(name: str, nearest: str | None) -> Problem:
    """F-09: a formula names fields of the data dictionary."""
    return Problem(
        "F-09", "", f"Kolom {quoted(name)} tidak ada dalam kamus data.{_perhaps(nearest)}"
    )


def wrong_arguments(name: str, usage: str) -> Problem:
    """F-10: each function takes its own number and kinds of arguments."""
    return Problem("F-10", "", f"Isi {quoted(name)} tidak sesuai. Cara pakai: {usage}.")


def kinds_differ(piece: str, kinds: tuple[FieldType, ...]) -> Problem:
    """F-11: only like is compared with or added to like; rupiah times rupiah means nothing."""
    words = " dan ".join(KIND_WORDS[kind] for kind in kinds)
    return Problem(
        "F-11",
        "",
        f"{quoted(piece)} menggabungkan {words}, yang tidak dapat dihitung bersama. "
        "Selisih dua tanggal ditulis hari(sampai, dari).",
    )


def not_a_choice(field: str, text: str, choices: tuple[str, ...], nearest: str | None) -> Problem:
    """F-12: a closed field is compared only with words it can hold; others would never match."""
    listed = ", ".join(choices)
    return Problem(
        "F-12",
        "",
        f"Kolom {field} tidak pernah berisi {quoted(text)}.{_perhaps(nearest)} Isinya: {listed}.",
    )


def not_a_date(text: str) -> Problem:
    """F-13: dates in formulas are written year-month-day."""
    return Problem("F-13", "", f"{quoted(text)} bukan tanggal. Tulis seperti '2025-03-31'.")


def bad_literal(text: str) -> Problem:
    """F-14: numbers of at most 15 digits and 4 decimals, so that no sum ever loses a digit."""
    return Problem(
        "F-14",
        "",
        f"Angka {quoted(text)} tidak dapat dipakai: paling banyak 15 angka dan 4 desimal, "
        "dengan titik sebagai tanda desimal.",
    )


def misplaced_aggregate(piece: str) -> Problem:
    """F-15: sum, count and avg work on rows; one inside another, or in a filter, means nothing."""
    return Problem(
        "F-15",
        "",
        f"{quoted(piece)} tidak dapat berada di sini: sum, count, dan avg hanya di bagian luar "
        "rumus, tidak di dalam saringan atau di dalam sum lain.",
    )


def outside_aggregate(piece: str) -> Problem:
    """F-16: the value of a group of packages is made of sums and counts of its rows."""
    return Problem(
        "F-16",
        "",
        f"{quoted(piece)} adalah isi satu paket. Jumlahkan dulu, misalnya sum({piece}) "
        "atau count(*).",
    )


def not_a_ratio(piece: str) -> Problem:
    """F-17: a value is a factor times one numerator over one denominator, so it can be explained.

    Sums are added, subtracted and multiplied by plain numbers; one is divided by another once.
    """
    return Problem(
        "F-17",
        "",
        f"{quoted(piece)} bukan pembilang dibagi penyebut. Bentuk yang dapat dihitung: "
        "100 * (sum(a) - sum(b)) / sum(c).",
    )


def division_inside(piece: str) -> Problem:
    """F-18: rows are not divided, sums are; and nothing is divided by zero."""
    return Problem(
        "F-18",
        "",
        f"{quoted(piece)}: pembagian hanya di antara jumlah, misalnya sum(a) / sum(b), "
        "dan tidak oleh nol.",
    )


def sums_of_unlike(piece: str) -> Problem:
    """F-19: rupiah and counts are not added up in one numerator."""
    return Problem("F-19", "", f"{quoted(piece)} menjumlahkan uang dengan banyaknya baris.")


def not_yes_no(piece: str) -> Problem:
    """F-20: a filter or a condition is true or false for each row."""
    return Problem(
        "F-20",
        "",
        f"{quoted(piece)} bukan syarat. Tulis perbandingan, misalnya status = 'selesai'.",
    )


def unfinished_choice(piece: str) -> Problem:
    """F-21: `case when … then …` has an `else`, unless it stands alone in count, sum or avg."""
    return Problem(
        "F-21",
        "",
        f"{quoted(piece)} belum lengkap. Tulis case when syarat then nilai else nilai end.",
    )


def else_in_count(piece: str) -> Problem:
    """F-22: count() counts every value it is given, so with an `else` it counts all rows."""
    return Problem(
        "F-22",
        "",
        f"{quoted(piece)} menghitung semua baris karena ada else. Hapus bagian else-nya, "
        "atau pakai sum.",
    )


def _perhaps(nearest: str | None) -> str:
    return f" Mungkin maksudnya {nearest}?" if nearest else ""
