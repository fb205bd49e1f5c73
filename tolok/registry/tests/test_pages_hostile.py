"""What files and people say is shown as text, whatever it looks like."""

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.models import Correction, RowChange, RowRefusal
from tolok.registry.testing import (
    make_finding,
    make_import,
    make_package,
    make_plan_entry,
    make_pokja,
    make_supplier,
)

pytestmark = pytest.mark.django_db

MARKUP = "<script>alert(1)</script>"
BROKEN = "\"'><img src=x onerror=alert(1)>"


@pytest.fixture(params=[MARKUP, BROKEN], ids=["script", "attribute"])
def hostile(request):
    """An agency whose every text is markup; the addresses of all pages that show it."""
    text = request.param
    agency = make_year(make_agency()).agency
    user = make_user(Role.COORDINATOR, agency)
    package = make_package(
        agency,
        name=text,
        kind=text,
        supplier_name=text,
        work_unit=make_work_unit(agency, text, name=text),
        supplier=make_supplier("0" * 16, text, names={text: 1}),
        pokja=make_pokja(agency, members=[text], name=text, decree=text),
    )
    finding = make_finding(package, message=text, values={text: text}, reason=text)
    batch = make_import(agency, user, [{"path": text, "remarks": [{"message": text}]}])
    file = batch.files.get()
    RowRefusal.objects.create(file=file, sheet=text, row=1, column=text, value=text, message=text)
    RowChange.objects.create(file=file, kind="changed", key=text, column=text, old=text, new=text)
    make_plan_entry(agency, name=text, programme=text, activity=text)
    change = Correction.objects.create(
        agency=agency,
        year=2025,
        package_code=package.code,
        field="nama_paket",
        published=text,
        value=text,
        reason=text,
        evidence_name=text,
        evidence_sha256="0" * 64,
        proposed_by=user,
    )
    things = (package, finding, batch, change, package.supplier, package.pokja)
    lists = ("", "paket/", "temuan/", "impor/", "koreksi/?jenis=koreksi", "penyedia/", "pokja/")
    rows = [f"{batch.get_absolute_url()}baris/?jenis={kind}" for kind in ("refused", "changed")]
    return user, [
        *(thing.get_absolute_url() for thing in things),
        *(f"/data/{name}" for name in (*lists, "rup/", "paket/?cari=%3Cscript%3Ealert(1)")),
        *rows,
    ]


def test_no_text_of_a_file_or_person_becomes_markup(client, hostile):
    user, addresses = hostile
    client.force_login(user)

    for address in addresses:
        page = client.get(address).content.decode()
        assert "<script>alert" not in page, address
        assert "<img src=x" not in page, address
