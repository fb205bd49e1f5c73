import pytest

from tolok.core.problem import RefusedError
from tolok.people.actions import describe_person
from tolok.people.testing import make_administrator, make_person
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_the_nip_is_kept_as_digits_alone_and_the_trail_tells():
    sari = describe_person(
        make_person(),
        name="Sari  Wulan",
        nip="19880000 201000 0 001",
        rank="Penata (III/c)",
        actor=make_administrator(),
    )

    assert (sari.name, sari.nip, sari.rank) == (
        "Sari Wulan",
        "198800002010000001",
        "Penata (III/c)",
    )
    assert AuditEntry.objects.get().event == "people.describe_person"


def test_what_stays_the_same_leaves_no_trace():
    describe_person(make_person(), name="Sari")

    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("nip", ["1988", "19880000201000000", "19880000201000000A"])
def test_a_number_of_another_length_is_no_nip_pg_13(nip):
    with pytest.raises(RefusedError) as refusal:
        describe_person(make_person(), name="Sari", nip=nip)

    assert refusal.value.problems[0].rule == "PG-13"


def test_an_old_nip_of_nine_digits_stays():
    assert describe_person(make_person(), name="Sari", nip="130 000 001").nip == "130000001"


def test_a_person_has_a_name_pg_01():
    with pytest.raises(RefusedError) as refusal:
        describe_person(make_person(), name=" ")

    assert refusal.value.problems[0].rule == "PG-01"
