"""Reading the whole trail and saying whether it is still what was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import OperationalError
from django.db.models import TextField
from django.db.models.functions import Cast

from tolok.core.problem import Problem
from tolok.trail import witness
from tolok.trail.models import THE_HEAD, AuditEntry, TrailHead
from tolok.trail.seal import SEALED, moment, seal
from tolok.trail.witness import Head

ROWS_AT_ONCE = 2000
START = Head(0, "")
REMEDY = "Bandingkan dengan cadangan terakhir dan laporkan kepada administrator."


@dataclass(frozen=True)
class Row:
    """A row as the database holds it now, whatever somebody has written there."""

    seq: int
    previous: str
    hash: str
    sealed: tuple[object, ...]  # in the order of SEALED


def verify() -> list[Problem]:
    """The first bad row, or what is missing at the end; nothing when the trail is sound.

    What is known of the newest row is read first and must then be met on the way: rows that
    others add meanwhile do no harm, while rows cut off at the end are missed.
    """
    known = {"baris kepala": head_row(), "berkas audit_head": witness.read_head()}
    last = START
    key = witness.read_key()
    try:
        for row in rows():
            if problem := row_problem(row, last, key) or contradiction(row, known):
                return [problem]
            last = Head(row.seq, row.hash)
    except OperationalError:  # SQLite keeps, but does not give back, a text that is no UTF-8
        return [unreadable(last)]
    return list(end_problems(last, known))


def row_problem(row: Row, last: Head, key: bytes | None) -> Problem | None:
    """J-01 no key, J-02 a gap, J-03 not sealed by us, J-04 sealed after another row."""
    where = f"jejak, baris {row.seq}"
    if key is None:
        return Problem(
            "J-01",
            str(witness.key_file()),
            "Berkas kunci jejak audit tidak ada, sehingga jejak tidak dapat diperiksa. "
            "Pulihkan berkas ini dari cadangan.",
        )
    if row.seq != last.seq + 1:
        return Problem(
            "J-02",
            where,
            f"Sesudah baris {last.seq} seharusnya baris {last.seq + 1}, tetapi yang ada baris "
            f"{row.seq}: ada baris yang dihapus atau disisipkan. {REMEDY}",
        )
    if row.hash != seal(key, row.sealed):
        return Problem(
            "J-03",
            where,
            f"Isi baris tidak cocok dengan segelnya: baris ini diubah, ditukar, atau ditulis "
            f"dari luar Tolok. {REMEDY}",
        )
    if row.previous != last.hash:
        return Problem(
            "J-04",
            where,
            f"Baris ini disegel sesudah baris {last.seq} yang lain daripada yang ada sekarang: "
            f"jejak dari dua salinan basis data tercampur. {REMEDY}",
        )
    return None


def contradiction(row: Row, known: Mapping[str, Head | None]) -> Problem | None:
    """J-05: a row is there, but it is not the one that was noted when it was written."""
    for source, head in known.items():
        if head is not None and head.seq == row.seq and head.hash != row.hash:
            return Problem(
                "J-05",
                f"jejak, baris {row.seq}",
                f"Baris ini bukan baris yang dicatat {source}: salah satunya diganti. {REMEDY}",
            )
    return None


def unreadable(last: Head) -> Problem:
    """J-08: a row holds what no program of ours can have written."""
    return Problem(
        "J-08",
        f"jejak, sesudah baris {last.seq}",
        f"Salah satu dari {ROWS_AT_ONCE} baris sesudah baris {last.seq} memuat teks yang rusak dan "
        f"tidak dapat dibaca: baris ini diubah dari luar Tolok. {REMEDY}",
    )


def end_problems(last: Head, known: Mapping[str, Head | None]) -> Iterator[Problem]:
    """J-06: rows at the end are gone; J-07: what would show that is gone itself or behind."""
    for source, head in known.items():
        if head is None and last.seq > 0:
            yield Problem(
                "J-07",
                source,
                f"Catatan tentang baris terakhir tidak ada atau rusak, sehingga baris yang "
                f"dihapus sesudah baris {last.seq} tidak akan tampak. {REMEDY}",
            )
        elif head is not None and head.seq > last.seq:
            yield Problem(
                "J-06",
                f"jejak, baris {last.seq + 1}",
                f"Menurut {source} jejak sampai baris {head.seq}, tetapi baris terakhir yang ada "
                f"baris {last.seq}: baris sesudahnya dihapus. {REMEDY}",
            )
    now = head_row()
    if now is not None and now.seq < last.seq:
        yield Problem(
            "J-07",
            "baris kepala",
            f"Baris kepala menyebut baris {now.seq}, padahal jejak sampai baris {last.seq}: "
            f"baris kepala diubah. {REMEDY}",
        )


def head_row() -> Head | None:
    row = TrailHead.objects.filter(pk=THE_HEAD).values_list("seq", "hash").first()
    return Head(*row) if row else None


def rows() -> Iterator[Row]:
    """The trail in order, moments as the database writes them: a spoiled one must not stop us."""
    names = ["at_text" if name == "at" else name for name in SEALED]
    entries = AuditEntry.objects.annotate(at_text=Cast("at", TextField())).order_by("seq")
    for *sealed, digest in entries.values_list(*names, "hash").iterator(ROWS_AT_ONCE):
        value = dict(zip(SEALED, sealed, strict=True))
        value["at"] = as_sealed(str(value["at"]))
        yield Row(value["seq"], value["previous"], digest, tuple(value.values()))


def as_sealed(at: str) -> str:
    """A moment as databases print it, in the form that was sealed."""
    try:
        parsed = datetime.fromisoformat(at)
    except ValueError:
        return at
    return moment(parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC))
