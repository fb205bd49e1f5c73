"""The list of fields tells all that a template may print, and nothing that it may not."""

import pytest

from tolok.documents.catalogue import documents
from tolok.documents.checking.fields import paths_of
from tolok.documents.checking.listing import fields_in

POURED = [one for one in documents() if one.formats[0] == "docx"]


def test_a_fact_is_listed_with_its_tag_its_place_and_its_example():
    (supplier,) = [one for one in fields_in("F5") if one.path == "supplier"]

    assert (supplier.kind, supplier.tag) == ("teks", "{{ supplier }}")
    assert supplier.place == "tabel 2, baris 2 “2. Nama Penyedia {{ supplier }}”"
    assert supplier.example == "CV Contoh Karya Utama"


def test_rows_are_called_as_in_the_shipped_template():
    tags = {one.path: one.tag for one in fields_in("F5")}

    assert tags["aspects"] == "{% for aspect in aspects %} … {% endfor %}"
    assert tags["aspects.score"] == "{{ aspect.score|angka(2) }}"


@pytest.mark.parametrize("document", POURED, ids=lambda one: one.code)
def test_every_fact_is_listed_once(document):
    listed = [one.path for one in fields_in(document.code)]

    assert listed == list(paths_of(document.facts))
    assert len(set(listed)) == len(listed)


def test_every_tag_of_the_list_can_be_used(found):
    listed = [one for one in fields_in("F5") if "." not in one.path and one.kind != "ya/tidak"]
    usable = [one.tag for one in listed if one.tag]

    checked = found(paragraph=" ".join(usable).replace("…", "x"))

    assert not checked.problems
