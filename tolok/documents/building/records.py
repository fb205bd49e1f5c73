"""Berita acara: the opening with day, place and parties, and the closing.

Facts: `held` (a `Dated`), `parties`, `copies_made`.
"""

from typing import Final

from tolok.documents.building.ends import signatures, together, verification
from tolok.documents.building.letters import kop
from tolok.documents.building.paper import Sheet
from tolok.documents.building.paragraphs import bold, each, item, p, space, tab, when
from tolok.documents.building.tables import Cell, Row, grid, table
from tolok.documents.building.xml import Xml

_DAY: Final = (
    "{% if held.date %}{{ held.date|hari }}, {{ held.date|tanggal_kata }} "
    "({{ held.date|tanggal_pendek }}){% else %}………… tanggal ………… bulan ………… tahun …………{% endif %}"
)


def record_head(sheet: Sheet, *about: str) -> tuple[Xml, ...]:
    """Kop, BERITA ACARA, its number, and what it is about; fact `number`."""
    return (
        kop(sheet),
        p("Title", "BERITA ACARA"),
        p("Nomor Surat", "NOMOR {{ number }}"),
        space(),
        p("Nomor Surat", "TENTANG"),
        space(),
        *(p("Title", line) for line in about),
        p("Subtitle"),
    )


def record_opening(sheet: Sheet, end: str = ".") -> tuple[Xml, ...]:
    """Pada hari ini …, and each party with office and NIP.

    `end` stands behind the last: a comma where the sentence goes on with what they did.
    """
    sign = f"{{% if loop.last %}}{end}{{% else %}};{{% endif %}}"
    head = f"Pada hari ini, {_DAY}, bertempat di {{{{ held.place }}}}, kami yang bertanda tangan"
    return (
        p("Isi", f"{head} di bawah ini:"),
        each(
            "party in parties",
            _party(sheet),
            p("Butir", "", tab(), "selanjutnya disebut ", bold("{{ party.called }}"), sign),
        ),
    )


def _party(sheet: Sheet) -> Xml:
    """Numbered, its lines aligned."""
    columns = grid(0.8, 2.6, 0.4, sheet.text_width - 3.8)
    lines = (
        ("{{ loop.index }}.", "Nama", "{{ party.name }}"),
        ("", "Pangkat", "{{ party.rank|atau('–') }}"),
        ("", "NIP", "{% if party.nip %}{{ party.nip|nip }}{% else %}–{% endif %}"),
        ("", "Jabatan", "{{ party.office }}"),
    )
    rows = [
        Row.of(
            *(Cell((p("Alamat Surat", text),), middle=False) for text in (at, label, ":", value))
        )
        for at, label, value in lines
    ]
    return table(columns, *rows, heads=(), borders=False)


def record_end(sheet: Sheet) -> Xml:
    """Demikian …, the parties, the witnesses; facts `signed`, `signers`, `witnesses`.

    Up to four sign on the page of the sentence; more would leave too much of a page white.
    """
    words = (
        "Demikian Berita Acara ini dibuat dengan sebenarnya dalam rangkap {{ copies_made }} "
        "({{ copies_made|terbilang }}) untuk dipergunakan sebagaimana mestinya."
    )
    both = signatures(sheet, "Saksi,", signers="witnesses", first=("Saksi,",))
    whole = (
        p("Isi", words, keep=True),
        signatures(sheet, "{{ signed.place_and_date }}", between=verification()),
        when("witnesses", space(10), both),
    )
    few = "signers|length + witnesses|length <= 4"
    return when(few, together(sheet, *whole), otherwise=whole)


def box(condition: str, *texts: str, style: str = "Butir") -> Xml:
    """A choice of the form: ■ in bold where the condition holds, else □."""
    chosen = item("■", bold("".join(texts)), style=style)
    return when(condition, chosen, otherwise=(item("□", *texts, style=style),))
