import io
import re
import zipfile

import pytest

from tolok.archive.issuing.making import draft_bytes
from tolok.archive.issuing.sheets import on_a4
from tolok.archive.testing import make_paper
from tolok.documents.catalogue import document
from tolok.organisation.letterhead import Wording, save_letterhead
from tolok.organisation.testing import make_agency

A4_UPRIGHT = {"11906"}


def sheets(data):
    """Of each section: the width of the sheet, and of what is printed on."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        xml = file.read("word/document.xml").decode()
    found = []
    for width, margins in re.findall(r'<w:pgSz w:w="(\d+)"[^>]*/><w:pgMar([^>]*)>', xml):
        sides = re.findall(r'w:(?:left|right)="(\d+)"', margins)
        found.append((width, int(width) - sum(map(int, sides))))
    return found


@pytest.mark.parametrize("code", ["F1", "F3", "LAP-CAPAIAN"])
def test_an_upright_f4_sheet_becomes_a4_and_its_lines_stay_as_long(code):
    shipped = document(code).template.read_bytes()

    narrowed = on_a4(shipped)

    assert {width for width, _ in sheets(narrowed)} == A4_UPRIGHT
    assert [text for _, text in sheets(narrowed)] == [text for _, text in sheets(shipped)]
    assert on_a4(shipped) == narrowed


@pytest.mark.parametrize("code", ["F5", "F16", "ARSIP"])
def test_forms_and_what_lies_across_stay_on_their_sheets(code):
    shipped = document(code).template.read_bytes()

    assert sheets(on_a4(shipped)) == sheets(shipped)


@pytest.mark.django_db
@pytest.mark.parametrize(("paper", "width"), [("A4", "11906"), ("F4", "12189")])
def test_a_letter_is_written_on_the_offices_paper(paper, width):
    save_letterhead(make_agency(), Wording("PEMERINTAH", "SEKRETARIAT", "Contoh", paper=paper))

    data = draft_bytes(make_paper("F1"), "docx")

    assert {sheet for sheet, _ in sheets(data)} == {width}
