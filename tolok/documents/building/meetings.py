"""What papers of meetings share: when and where, what was agreed, pictures."""

from tolok.documents.building.paper import Sheet
from tolok.documents.building.paragraphs import each, indented, p, picture, when
from tolok.documents.building.tables import Column, Each, Row, table
from tolok.documents.building.xml import Xml, join


def under_item(*texts: str) -> Xml:
    """A text below an item 1. of a letter, in line with its words."""
    return p("Isi Bagian", *texts, properties=indented(1.75))


def follow_ups(width: float) -> Xml:
    """What was promised, by whom and by when; facts `follow_ups`."""
    columns = (
        Column("No", 1.0, "center"),
        Column("Tindak lanjut", round(width - 11.7, 2)),
        Column("Penanggung jawab", 4.2),
        Column("Batas waktu", 2.9, "center"),
        Column("Hasil yang ditunjukkan", 3.6),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.task }}",
        "{{ one.who }}",
        "{% if one.due %}{{ one.due|tanggal_pendek }}{% else %}belum ditetapkan{% endif %}",
        "{{ one.result }}",
    )
    empty = ("follow_ups", "Tidak ada tindak lanjut yang disepakati.")
    return table(columns, Each("one in follow_ups", row), empty=empty)


def photos(sheet: Sheet) -> Xml:
    """The pictures one below the other, two on a page; facts `photos`."""
    shown = each(
        "photo in photos",
        picture("photo.picture", width=min(15.0, sheet.text_width), height=9.5),
        p("Keterangan Gambar", "Gambar {{ loop.index }}. {{ photo.caption }}"),
    )
    none = p("Isi", "Tidak ada foto kegiatan yang dilampirkan.")
    return join([when("photos", shown, otherwise=(none,))])
