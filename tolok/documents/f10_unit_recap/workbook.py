"""The same recap as a workbook: sums of points by Pokja, values and means by formula."""

from tolok.documents.f10_unit_recap import Facts
from tolok.documents.group_sheets import GroupHead, fill_groups
from tolok.documents.sheets import Book


def fill(book: Book, facts: Facts) -> None:
    title = "REKAPITULASI KINERJA POKJA PEMILIHAN PER UNIT ESELON II / SATUAN PELAKSANA UKPBJ"
    head = GroupHead("F10", title, ("Unit/satuan pelaksana", facts.unit), "Pokja Pemilihan")
    fill_groups(book, facts, head)
