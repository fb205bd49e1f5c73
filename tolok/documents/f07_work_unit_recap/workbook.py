"""The same recap as a workbook: sums of points by row, values, means and index by formula."""

from tolok.documents.f07_work_unit_recap import Facts
from tolok.documents.group_sheets import GroupHead, fill_groups
from tolok.documents.sheets import Book


def fill(book: Book, facts: Facts) -> None:
    head = GroupHead(
        name="F7",
        title="REKAPITULASI KINERJA PENYEDIA PER SATUAN KERJA INSTANSI",
        about=("Satuan kerja", facts.work_unit),
        group=facts.group,
        violations="Kontrak diputus",
    )
    fill_groups(book, facts, head)
