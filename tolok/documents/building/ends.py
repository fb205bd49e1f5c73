"""The end of a document: signatures that never part, tembusan, verification code, annexes."""

from typing import Final

from tolok.documents.building.paper import Sheet
from tolok.documents.building.paragraphs import each, item, p, space, when
from tolok.documents.building.tables import Cell, Each, Row, grid, table
from tolok.documents.building.xml import Xml, join, run

_BLOCK: Final = 8.2  # cm, one signature
_CODE: Final = 3.9  # cm, QR and code
_NAME: Final = '<w:b/><w:u w:val="single"/>'


def signature(
    sheet: Sheet,
    *above: str,
    signer: str = "signer",
    left: tuple[Xml, ...] = (),
    copies: str = "",
) -> Xml:
    """One signature at the right; `above` are lines before the office ("Penilai,").

    `left` stands beside it (the verification code). `copies` names the facts with the tembusan,
    which stand below in the same row: alone they could slip to the next page.
    """
    columns = grid(round(sheet.text_width - _BLOCK, 2), _BLOCK)
    beside = left or (p("Ttd Kiri"),)
    block = (*(p("Ttd", line) for line in above), *_block(signer))
    row = Row.of(Cell(beside, middle=False), Cell(block, middle=False))
    signed = table(columns, row, heads=(), borders=False)
    if copies:
        both = Row.of(Cell((signed, when(copies, *_copies(copies)), _end()), middle=False))
        signed = table(grid(sheet.text_width), both, heads=(), borders=False)
    return join([signed, _end()])


def signatures(
    sheet: Sheet,
    *above: str,
    signers: str = "signers",
    first: tuple[str, ...] = (),
    between: tuple[Xml, ...] = (),
) -> Xml:
    """One to twelve signatures, two in a row; a row never parts.

    `above` are lines over the second ("Contoh Jaya, 6 Januari 2026"), or over the only one,
    who signs at the right;
    `first` are lines over the first of several ("Mengetahui,"). `between` stands between the
    first two (the verification code).
    Names stand at one height, whatever the number of lines of the offices.
    """
    middle = _CODE if between else 0.5
    half = round((sheet.text_width - middle) / 2, 2)
    columns = grid(half, middle, half)
    dated = tuple(p("Ttd", line) for line in above)
    several = "loop.first and pair|length > 1"
    alone = "loop.first and pair|length == 1"
    over = tuple(p("Ttd", line) for line in first)
    left = when(f"not ({alone})", *([when(several, *over)] if over else []), *_block("pair[0]"))
    right = (
        *([when("loop.first", *dated)] if dated else []),
        when("pair|length > 1", *_block("pair[1]")),
        when(alone, *_block("pair[0]")),
    )
    last = p("Ttd")
    shown = (when("loop.first", *between), p("Catatan"))
    code = Cell(shown, bottom=True) if between else Cell("")
    row = Row.of(Cell((left, last), bottom=True), code, Cell((*right, last), bottom=True))
    pairs = Each(f"pair in {signers}|batch(2)", row)
    return join([table(columns, pairs, heads=(), borders=False), _end()])


def together(sheet: Sheet, *blocks: Xml) -> Xml:
    """Blocks on one page: remarks and the signature below them, so that it never stands alone."""
    whole = Row.of(Cell((*blocks, _end()), middle=False))
    return join([table(grid(sheet.text_width), whole, heads=(), borders=False), _end()])


def verification() -> tuple[Xml, ...]:
    """QR where the deployment has a public address, the code and that address; facts `issue`."""
    return (
        when("issue.link", p("Ttd Kiri", "{{ issue.link|qr(2.4) }}")),
        when(
            "issue.code",
            p("Catatan", "Kode verifikasi {{ issue.code }}"),
            when("issue.address", p("Catatan", "{{ issue.address }}")),
        ),
        p("Catatan"),
    )


def annex(title: str, *under: str, heading: str = "LAMPIRAN", new_page: bool = True) -> Xml:
    """The head of an annex: "LAMPIRAN I", what it belongs to, its centred title.

    It stays with what follows: alone at the foot of a page it would announce nothing.
    """
    start = "<w:pageBreakBefore/>" if new_page else ""
    lines = [p("Tabel Kecil", line, keep=True) for line in under]
    above = [] if new_page else [space(20)]
    head = p("Lampiran", heading, properties=start)
    below = (space(10, keep=True), p("Title", title), space(4, keep=True))
    return join([*above, head, *lines, *below])


def _block(signer: str) -> tuple[Xml, ...]:
    return (
        each(f"line in {signer}.lines", p("Ttd", "{{ line }}")),
        p("Ttd Ruang", run(f"{{{{ {signer}.name }}}}", _NAME)),
        when(f"{signer}.rank", p("Ttd", f"{{{{ {signer}.rank }}}}")),
        when(f"{signer}.nip", p("Ttd", f"NIP {{{{ {signer}.nip|nip }}}}")),
    )


def _copies(field: str) -> tuple[Xml, ...]:
    one = item("{{ loop.index }}.", "{{ one }}", style="Tembusan Butir")
    return (p("Tembusan"), p("Tembusan", "Tembusan:"), each(f"one in {field}", one))


def _end() -> Xml:
    """Word wants a paragraph after a table; this one takes no room."""
    tiny = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return p("Rapat", properties=tiny)
