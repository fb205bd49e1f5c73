import pytest
from django.urls import path

from tolok.ui.frame import Entry, Section, menu


def page(request): ...


urlpatterns = [path(name, page, name=name) for name in ("overview", "packages", "findings")]

SECTIONS = (
    Section("", (Entry("Capaian", "overview", ("overview",)),)),
    Section(
        "Data",
        (Entry("Temuan", "findings", ("finding",)), Entry("Paket", "packages", ("package",))),
    ),
)
pytestmark = pytest.mark.urls(__name__)


def labels(sections):
    return [(section.label, [item.label for item in section.items]) for section in sections]


def current(sections):
    return {item.label: item.current for section in sections for item in section.items}


def test_the_menu_offers_only_what_the_reader_may_open():
    shown = menu(lambda page: page != "findings", "overview", SECTIONS)

    assert labels(shown) == [("", ["Capaian"]), ("Data", ["Paket"])]


def test_a_section_without_an_open_page_is_left_out():
    shown = menu(lambda page: page == "overview", "overview", SECTIONS)

    assert labels(shown) == [("", ["Capaian"])]


def test_the_page_itself_is_marked():
    shown = menu(lambda page: True, "packages", SECTIONS)

    assert current(shown) == {"Capaian": "", "Temuan": "", "Paket": "page"}


def test_a_page_below_an_entry_is_marked_as_its_part():
    shown = menu(lambda page: True, "registry:mark_finding_right", SECTIONS)

    assert current(shown) == {"Capaian": "", "Temuan": "true", "Paket": ""}


def test_of_several_subjects_the_longest_decides():
    sections = (
        Section("", (Entry("Capaian", "overview", ("finding",)),)),
        Section("", (Entry("Temuan", "findings", ("_finding",)),)),
    )

    assert current(menu(lambda page: True, "mark_finding", sections))["Temuan"] == "true"
    assert current(menu(lambda page: True, "finding", sections))["Capaian"] == "true"


def test_a_page_of_no_entry_marks_none():
    shown = menu(lambda page: True, "people:password", SECTIONS)

    assert set(current(shown).values()) == {""}
