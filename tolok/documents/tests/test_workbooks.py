"""Live formulas: computed anew by LibreOffice they give what the facts say."""

import io
import re
import subprocess
import zipfile
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from tolok.documents.catalogue import document, documents
from tolok.documents.facts import Missing
from tolok.documents.render import render
from tolok.documents.rendering.pdf import libreoffice
from tolok.documents.sheets import Book, Formula

WITH_WORKBOOK = [one for one in documents() if "xlsx" in one.formats]
COMPUTED = re.compile(r"(<f>.*?</f>)<v>.*?</v>")


def cells(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def without_results(data):
    """The formulas without the values written beside them, so that they must be computed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = COMPUTED.sub(r"\1", text.decode()).encode()
            new.writestr(name, text)
    return out.getvalue()


def computed_anew(data, folder):
    (folder / "rumus.xlsx").write_bytes(without_results(data))
    (folder / "hasil").mkdir()
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    places = ("--outdir", str(folder / "hasil"), str(folder / "rumus.xlsx"))
    subprocess.run(  # noqa: S603 - our own file
        [libreoffice(), profile, "--headless", "--convert-to", "xlsx", *places],
        check=True,
        capture_output=True,
        timeout=120,
    )
    if not (folder / "hasil" / "rumus.xlsx").is_file():
        pytest.skip("LibreOffice Calc is not installed")
    return (folder / "hasil" / "rumus.xlsx").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("document", WITH_WORKBOOK, ids=lambda one: one.code)
def test_every_formula_gives_the_value_of_the_facts(document, tmp_path):
    if libreoffice() is None:
        pytest.skip("LibreOffice is not installed")
    data = render(document, document.example(), "xlsx")
    assert b"<f>" in b"".join(parts(data))

    found = cells(computed_anew(data, tmp_path))

    assert {name: rounded(rows) for name, rows in found.items()} == {
        name: rounded(rows) for name, rows in cells(data).items()
    }


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def rounded(rows):
    """Without empty ends, which LibreOffice leaves out, and to the cent."""
    texts = [[one if isinstance(one, str) else f"{one:.2f}" for one in row] for row in rows]
    lines = ["|".join(row).rstrip("|") for row in texts]
    return [line for line in lines if line]


def test_a_missing_value_is_its_reason_and_a_text_is_never_a_formula():
    book = Book(document("F5"))
    sheet = book.sheet("Uji", widths=(10, 10))
    sheet.row(["=1+1", Missing("belum ada"), None, Decimal("2.50")])
    sheet.row([Formula("=A1", Missing("belum dihitung")), "+62", "@x", 3])

    data = book.to_bytes()

    assert cells(data)["Uji"] == [
        ["=1+1", "belum ada", "", 2.5],
        ["belum dihitung", "+62", "@x", 3.0],
    ]
    assert b"<f>1+1</f>" not in b"".join(parts(data))
