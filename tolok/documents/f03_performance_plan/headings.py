"""The two ways of heading the plan: numbered chapters, or parts whose mark is a word."""

from dataclasses import dataclass
from typing import Final

from tolok.documents.building import Xml, p, when

_NEW_PAGE: Final = "<w:pageBreakBefore/>"
_INDICATOR: Final = "{{ indicator.code }} {{ indicator.name }}"


@dataclass(frozen=True)
class Headings:
    """The styles of chapters, sections and indicators; `marked`: sections say their own number."""

    chapter_style: str
    section_style: str
    indicator_style: str
    marked: bool

    def chapter(self, title: str) -> Xml:
        return p(self.chapter_style, title if self.marked else f"\n{title}")

    def section(self, at: int, title: str, *, new_page: bool = False) -> Xml:
        words = f"{at}. {title}" if self.marked else title
        return p(self.section_style, words, properties=_NEW_PAGE * new_page)

    def indicator(self) -> Xml:
        """The first stands below its section's heading, each further one on a new page."""
        further = p(self.indicator_style, _INDICATOR, properties=_NEW_PAGE)
        return when("loop.first", p(self.indicator_style, _INDICATOR), otherwise=(further,))


CHAPTERS: Final = Headings("Heading 1", "Heading 2", "Heading 3", marked=False)
PARTS: Final = Headings("Bagian", "Anak Bagian", "Anak Bagian", marked=True)
