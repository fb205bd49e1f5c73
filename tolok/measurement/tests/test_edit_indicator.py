"""Adding, changing and retiring an indicator in the page."""

import pytest

from tolok.cycle.testing import make_year
from tolok.measurement.forms.stored import as_initial, usual
from tolok.measurement.in_force import indicators_in_force
from tolok.measurement.models import IndicatorVersion
from tolok.measurement.testing import keep_snapshot, make_row
from tolok.measurement.versions import attributes_of
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.ui.testing import told

pytestmark = pytest.mark.django_db
YEAR = 2025
ADD = "/indikator/baru/"
HALF = "100 * count(case when status = 'selesai' then 1 end) / count(*)"


@pytest.fixture
def agency():
    """Two packages, one of them finished."""
    agency = make_year(make_agency("X101"), YEAR).agency
    keep_snapshot(agency, YEAR, [make_row(1, status="selesai"), make_row(2, status="gagal")])
    return agency


@pytest.fixture
def reader(agency, client):
    client.force_login(make_user(Role.COORDINATOR, agency))
    return client


def filled(**changed):
    """A form as it is sent: everything a new indicator needs."""
    given = {**usual(YEAR), "code": "X1", "name": "Paket selesai", "definition": "Yang selesai."}
    given |= {"formula": HALF, "reason": "Diminta pimpinan", "valid_to": "", **changed}
    return {key: value for key, value in given.items() if value is not None}


def as_sent(agency, of, **changed):
    """The form of an indicator that is there, as its page shows it."""
    given = as_initial(attributes_of(agency, of)) | {"reason": "Diminta pimpinan", **changed}
    return {key: value for key, value in given.items() if value is not None}


def errors(page, field):
    return page.context["form"].errors.get(field, [])


def save(reader, page=ADD, **given):
    """Look at the result first, then save, as a person does."""
    tried = reader.post(page, given | {"coba": "1"})
    return reader.post(
        page, given | {"simpan": "1", "seen": tried.context["tried"].indicator.version}
    )


def in_force(agency):
    return {one.code: one for one in indicators_in_force(agency, YEAR)}


def test_a_formula_is_tried_on_the_years_data_before_it_is_saved(reader):
    page = reader.post(ADD, filled(coba="1"))

    assert page.status_code == 200
    assert "50,00 %, nilai pasti" in told(page)
    assert "Dihitung 2 baris (1 dari 2 paket)" in told(page)
    assert not IndicatorVersion.objects.exists()


def test_rows_left_out_are_told_with_their_reasons(reader):
    page = reader.post(ADD, filled(coba="1", filter="status = 'selesai'", formula="count(*)"))

    assert "Tidak dihitung 1 baris: 1 tidak memenuhi saringan: status paket “selesai”" in told(page)


def test_what_is_saved_counts_from_then_on(agency, reader):
    response = save(reader, **filled())

    assert response.url == "/indikator/X1/"
    assert in_force(agency)["X1"].formula.text == HALF
    assert "X1 disimpan sebagai versi 1" in told(reader.get(response.url))
    assert "50,00 %" in told(reader.get(response.url))


def test_saving_without_having_seen_the_result_shows_it_first(reader):
    page = reader.post(ADD, filled(simpan="1"))

    assert "Belum disimpan. Periksa hasil" in told(page)
    assert "50,00 %" in told(page)
    assert not IndicatorVersion.objects.exists()


def test_a_formula_changed_after_the_look_is_shown_again(reader):
    seen = reader.post(ADD, filled(coba="1")).context["tried"].indicator.version

    page = reader.post(ADD, filled(simpan="1", seen=seen, formula="count(*)"))

    assert "Belum disimpan" in told(page)
    assert not IndicatorVersion.objects.exists()


@pytest.mark.parametrize(
    ("field", "text", "rule"),
    [
        ("formula", "sum(nilai_kontrk)", "F-09 Kolom “nilai_kontrk” tidak ada dalam kamus data."),
        ("formula", "(select 1)", "F-07"),
        ("formula", "read_csv('x')", "F-08"),
        ("filter", "status = 'beres'", "F-12"),
        ("unit", "", "tidak boleh kosong"),
        ("code", "x1", "IK-03 Isi “kode” harus"),
        ("valid_from", "31/02/2025", "tidak ada di kalender"),
    ],
)
def test_what_is_wrong_stands_at_its_field_with_its_code(reader, field, text, rule):
    page = reader.post(ADD, filled(coba="1", **{field: text}))

    assert page.status_code == 422
    assert any(rule in error for error in errors(page, field)), page.context["form"].errors


def test_a_code_that_is_taken_is_refused(reader):
    page = reader.post(ADD, filled(coba="1", code="B1"))

    assert page.status_code == 422
    assert errors(page, "code") == [
        "M-07 Kode B1 sudah dipakai. Pilih kode lain, atau ubah indikator itu."
    ]


def test_a_change_tells_why(reader):
    page = reader.post(ADD, filled(simpan="1", reason=""))

    assert page.status_code == 422
    assert errors(page, "reason")


def test_a_shipped_indicator_becomes_the_agencys_own_version(agency, reader):
    response = save(reader, "/indikator/B1/ubah/", **as_sent(agency, "B1", name="Penghematan"))

    assert response.status_code == 302
    assert in_force(agency)["B1"].name == "Penghematan"
    assert "Nama indikator" in told(reader.get("/indikator/B1/#riwayat"))


def test_a_name_changes_without_another_look_because_the_value_stays(agency, reader):
    version = in_force(agency)["B1"].version

    reader.post(
        "/indikator/B1/ubah/",
        as_sent(agency, "B1", name="Penghematan", simpan="1", seen=version),
    )

    assert in_force(agency)["B1"].version == version
    assert in_force(agency)["B1"].name == "Penghematan"


@pytest.mark.parametrize("code", ["B1", "K4", "D1", "W6", "G1"])
def test_saving_a_form_as_it_is_changes_no_value(agency, reader, code):
    before = in_force(agency)[code]

    page = reader.post(f"/indikator/{code}/ubah/", as_sent(agency, code, coba="1"))

    assert page.status_code == 200, page.context["form"].errors
    assert page.context["tried"].indicator.version == before.version


def test_the_code_of_an_indicator_stays(agency, reader):
    save(reader, "/indikator/B1/ubah/", **as_sent(agency, "B1", code="Z9", name="Lain"))

    assert "Z9" not in in_force(agency)
    assert in_force(agency)["B1"].name == "Lain"


def test_the_same_again_is_no_new_version(agency, reader):
    save(reader, **filled())

    page = save(reader, "/indikator/X1/ubah/", **as_sent(agency, "X1"))

    assert page.status_code == 422
    assert "M-04" in told(page)


def test_a_formula_is_checked_while_it_is_typed(reader):
    wrong = reader.post("/indikator/periksa/", {"formula": "sum(hpss)"})
    right = reader.post("/indikator/periksa/", {"formula": HALF})

    assert "Kolom “hpss” tidak ada dalam kamus data. Mungkin maksudnya hps? F-09" in told(
        wrong.content.decode()
    )
    assert "50,00 %" in told(right.content.decode())
    assert not IndicatorVersion.objects.exists()


def test_without_data_a_formula_is_read_and_not_computed(client):
    client.force_login(make_user(Role.COORDINATOR, make_year(make_agency("X202"), YEAR).agency))

    part = told(client.post("/indikator/periksa/", {"formula": HALF}).content.decode())

    assert "Dibaca sebagai: 100 × banyaknya paket dengan status paket “selesai” ÷" in part  # noqa: RUF001
    assert "Belum ada data tahun ini" in part


def test_a_retired_indicator_is_no_longer_measured_from_this_year_on(agency, reader):
    response = reader.post("/indikator/B1/hentikan/")

    assert response.url == "/indikator/"
    assert "B1" not in in_force(agency)
    assert "B1" in {one.code for one in indicators_in_force(agency, YEAR - 1)}
    assert "B1 tidak lagi dihitung mulai tahun anggaran 2025" in told(reader.get("/indikator/"))


def test_a_retired_indicator_is_taken_up_again(agency, reader):
    reader.post("/indikator/B1/hentikan/")

    save(reader, "/indikator/B1/ubah/", **as_sent(agency, "B1", valid_to=""))

    assert "B1" in in_force(agency)


@pytest.mark.parametrize("role", [Role.DATA_PROCESSOR, Role.AUDITOR])
def test_others_read_and_change_nothing(agency, client, role):
    client.force_login(make_user(role, agency))

    assert client.get(ADD).status_code == 403
    assert client.get("/indikator/B1/ubah/").status_code == 403
    assert client.post("/indikator/periksa/", {"formula": HALF}).status_code == 403
    assert client.post("/indikator/B1/hentikan/").status_code == 403


def test_another_agencys_own_indicator_does_not_exist(reader, client):
    save(reader, **filled())
    client.force_login(make_user(Role.COORDINATOR, make_year(make_agency("X202"), YEAR).agency))

    assert client.get("/indikator/X1/ubah/").status_code == 404
    assert client.post("/indikator/X1/hentikan/").status_code == 404
