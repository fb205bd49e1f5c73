"""Paragraphs, lists, breaks, and the loops and conditions around them."""

from typing import Final, Literal

from tolok.documents.building.numbering import RESTARTS
from tolok.documents.building.paper import Sheet
from tolok.documents.building.xml import Xml, dxa, join, run, text_of

Level = Literal["Angka", "Huruf"]
_BOLD: Final = "<w:b/>"


def p(style: str, *texts: str, keep: bool = False, properties: str = "") -> Xml:
    """A paragraph in a style; its texts may hold fields, or be `bold(…)` and the like.

    `keep` holds it on the page of what follows: the last sentence above a signature.
    """
    name = style_id(style)
    runs = "".join(run(text) for text in texts)
    properties = "<w:keepNext/>" * keep + properties
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{properties}</w:pPr>{runs}</w:p>')


def style_id(name: str) -> str:
    return name.replace(" ", "")


def bold(text: str) -> Xml:
    return run(text, _BOLD)


def tab() -> Xml:
    return Xml("<w:r><w:tab/></w:r>")


def page_break() -> Xml:
    return Xml(
        '<w:p><w:pPr><w:pStyle w:val="Rapat"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
    )


def space(points: int = 6, *, keep: bool = False) -> Xml:
    """A gap of so many points; needed between two tables, which Word would join."""
    exact = f'<w:spacing w:before="0" w:after="0" w:line="{points * 20}" w:lineRule="exact"/>'
    return p("Rapat", keep=keep, properties=exact)


def note(*texts: str) -> Xml:
    """Small print below a table."""
    return p("Catatan", *texts)


def or_dash(field: str, shown: str = "") -> str:
    """A dash in a narrow column where a value is missing; its reason must stand elsewhere.

    `shown` is the filter of a value that is there: "|angka(2)".
    """
    return f"{{% if {field} is kosong %}}–{{% else %}}{{{{ {field}{shown} }}}}{{% endif %}}"


def picture(field: str, *, width: float, height: float | None = None) -> Xml:
    """A centred picture of the facts, `Picture`, at most so large (cm), its shape kept."""
    return p("Gambar", f"{{{{ {field}|gambar({width}, {height or width}) }}}}")


# --- Lists


def numbered(*texts: str, level: Level = "Angka", restart: int | None = None) -> Xml:
    """An item of a list, 1. or a.: a. starts anew under each 1., and 1. under each heading.

    Two lists of 1. under the same heading: give the second (and its a.) `restart=1`, the third
    `restart=2` …; all items of one list the same number.
    """
    if restart is None:
        return p(level, *texts)
    if not 1 <= restart <= RESTARTS:
        raise ValueError(f"restart is 1 to {RESTARTS}")
    depth = {"Angka": 0, "Huruf": 1}[level]
    number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{10 + restart}"/></w:numPr>'
    return p(f"{level} Bebas", *texts, properties=number)


def item(mark: str, *texts: str, style: str = "Butir") -> Xml:
    """A hanging item whose mark is written by the template: `item("{{ loop.index }}.", …)`.

    For lists inside a loop of the template, where Word's own numbers would run on.
    """
    return p(style, mark, tab(), *texts)


# --- Loops and conditions


def each(loop: str, *blocks: Xml) -> Xml:
    """The blocks once for each: `each("row in rows", p("Isi", "{{ row.name }}"))`."""
    return _around(f"for {loop}", blocks, "endfor")


def when(condition: str, *blocks: Xml, otherwise: tuple[Xml, ...] = ()) -> Xml:
    """The blocks only if the condition holds, else those of `otherwise`."""
    other = (_tag("else"), *otherwise) if otherwise else ()
    return _around(f"if {condition}", (*blocks, *other), "endif")


def _around(opening: str, blocks: tuple[Xml, ...], closing: str) -> Xml:
    return join([_tag(opening), *blocks, _tag(closing)])


def _tag(words: str) -> Xml:
    return Xml(f"<w:p><w:r>{text_of(f'{{%p {words} %}}')}</w:r></w:p>")


# --- Parts of a long document


def contents(sheet: Sheet, depth: int = 2) -> Xml:
    """The contents list: filled by `rendering/contents.py` from the headings of the document."""
    end = f'<w:tab w:val="right" w:leader="dot" w:pos="{dxa(sheet.text_width)}"/>'
    field = f'TOC \\o "1-{depth}" \\h \\z \\u'
    return Xml(
        f'<w:p><w:pPr><w:pStyle w:val="TOC1"/><w:tabs>{end}</w:tabs></w:pPr>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {field} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def section(sheet: Sheet) -> Xml:
    """Ends a section: what stands above is on `sheet`. The last one is the Template's own."""
    return Xml(f"<w:p><w:pPr>{sheet.properties()}</w:pPr></w:p>")


def indented(left: float, hanging: float = 0) -> str:
    """Paragraph properties, for the styles."""
    hang = f' w:hanging="{dxa(hanging)}"' if hanging else ""
    return f'<w:ind w:left="{dxa(left)}"{hang}/>'
