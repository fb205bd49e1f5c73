"""The same recap as a workbook: sums of points by unit, values and means by formula."""

from tolok.documents.f11_ukpbj_recap import Facts
from tolok.documents.group_sheets import GroupHead, fill_groups
from tolok.documents.sheets import Book


def fill(book: Book, facts: Facts) -> None:
    title = "REKAPITULASI KINERJA POKJA PEMILIHAN TOTAL UKPBJ"
    head = GroupHead("F11", title, ("UKPBJ", facts.ukpbj), "Unit/satuan pelaksana")
    fill_groups(book, facts, head)
