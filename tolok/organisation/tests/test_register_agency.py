import pytest

from tolok.core.problem import RefusedError
from tolok.organisation.actions import register_agency
from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kabupaten Contoh", Agency.Kind.KABUPATEN),
        ("Kota Contoh", Agency.Kind.KOTA),
        ("Provinsi Contoh", Agency.Kind.PROVINSI),
        ("Kementerian Contoh", Agency.Kind.KEMENTERIAN),
        ("Badan Contoh", Agency.Kind.LEMBAGA),
        ("Sekretariat Contoh", Agency.Kind.OTHER),
    ],
)
def test_an_agency_is_registered_and_its_kind_read_from_its_name(name, kind):
    agency = register_agency(" x101 ", f"  {name} ")

    assert (agency.code, agency.name, agency.kind) == ("X101", name, kind)
    assert agency.time_zone == "WIB"


def test_the_trail_tells():
    register_agency("X101", "Kabupaten Contoh")

    entry = AuditEntry.objects.get()
    assert (entry.event, entry.agency) == ("organisation.register_agency", "X101")
    assert entry.values_after()["nama"] == "Kabupaten Contoh"


@pytest.mark.parametrize(
    ("code", "name", "rule"),
    [
        ("", "Kabupaten Contoh", "IN-01"),
        ("X-101", "Kabupaten Contoh", "IN-01"),
        ("X303", " ", "IN-01"),
        ("x202", "Kabupaten Contoh", "IN-02"),
    ],
)
def test_what_is_not_a_new_agency_is_refused(code, name, rule):
    make_agency("X202")

    with pytest.raises(RefusedError) as refusal:
        register_agency(code, name)

    assert refusal.value.problems[0].rule == rule
    assert Agency.objects.count() == 1
    assert not AuditEntry.objects.exists()
