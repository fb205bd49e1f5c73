import pytest

from tolok.archive.letterhead import kop_of, officer_of, place_of, signer_of
from tolok.organisation.letterhead import Wording, save_letterhead
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user

pytestmark = pytest.mark.django_db


def test_facts_are_filled_with_the_head_that_was_set_up():
    wording = Wording(
        "PEMERINTAH KABUPATEN CONTOH", "SEKRETARIAT DAERAH", "Contoh Jaya", contact="surel",
        signer_variant="a.n.", signer_offices="Sekda\nKepala Bagian", signer_name="Fulan",
    )  # fmt: skip
    save_letterhead(make_agency(), wording)

    assert kop_of(make_agency()).address == ("surel",)
    assert place_of(make_agency()) == "Contoh Jaya"
    assert signer_of(make_agency()).lines == ("a.n. SEKDA", "KEPALA BAGIAN,")


def test_before_it_is_set_up_a_draft_has_the_names_tolok_knows():
    agency = make_agency(name="Kabupaten Contoh Jaya")

    assert kop_of(agency).government == "PEMERINTAH KABUPATEN CONTOH JAYA"
    assert place_of(agency) == "Contoh Jaya"
    assert signer_of(agency).name == "…………………………"


def test_an_acting_officer_signs_as_such_under_what_stands_above():
    agency = make_agency()
    head = make_user(Role.KEPALA_UKPBJ, agency).offices.get()
    acting = {"acting": "Plh.", "stands_in_for": head, "title": "Kepala UKPBJ"}
    make_office(make_person("plh@contoh.id"), Role.KEPALA_UKPBJ, agency, **acting)

    lines = officer_of(agency, Role.KEPALA_UKPBJ, "Disetujui oleh:").lines

    assert lines == ("Disetujui oleh:", "Plh. KEPALA UKPBJ,")
