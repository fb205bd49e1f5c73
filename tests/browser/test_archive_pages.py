"""Papers, letter numbers and the public page as a browser shows them."""

import pytest

from tests.browser.checks import assert_light, assert_shows_well, mostly_slow
from tolok.archive.files import kept_file
from tolok.archive.issuing.actions import send_outside
from tolok.archive.models import NumberSeries, Paper
from tolok.archive.testing import drafted, issued
from tolok.organisation.letterhead import Wording, save_letterhead
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.testing import make_user

pytestmark = pytest.mark.browser

ADDRESSES = {
    "naskah": "/dokumen/",
    "draf": "/dokumen/naskah/{draft}/",
    "menunggu": "/dokumen/naskah/{waiting}/",
    "terbit": "/dokumen/naskah/{issued}/",
    "nomor": "/dokumen/nomor/",
    "seri": "/dokumen/nomor/seri/",
    "satu-seri": "/dokumen/nomor/seri/{series}/",
    "kop": "/pengaturan/kop-surat/",
    "periksa": "/v/",
    "kode": "/v/{code}",
}


@pytest.fixture
def filled(live):
    """The parts of the addresses, and somebody who may open them all."""
    person = make_user()
    unit = make_work_unit(name="Dinas Pekerjaan Umum, Penataan Ruang, dan Permukiman")
    out = issued("F1", actor=person, title="Surat tugas tim pengelola kinerja pengadaan")
    waiting = drafted("F2", unit=unit, period="TW1", actor=person)
    send_outside(waiting, awaits_number=True, awaits_signature=True, actor=person)
    save_letterhead(make_agency(), Wording("PEMERINTAH", "SEKRETARIAT", "Contoh"), actor=person)
    parts = {
        "draft": drafted("UNDANGAN", actor=person).pk,
        "waiting": waiting.pk,
        "issued": out.pk,
        "series": NumberSeries.objects.first().pk,
        "code": out.code,
    }
    return person, parts


@pytest.mark.parametrize("name", mostly_slow(ADDRESSES, "terbit"))
def test_a_page_of_the_archive_is_accessible_fits_and_is_light(
    page, sign_in, filled, pictures, name
):
    person, parts = filled

    sign_in(page, person).goto(ADDRESSES[name].format(**parts))

    assert_shows_well(page)
    assert_light(page)
    pictures(page, name)


def test_a_file_is_hashed_in_the_browser_and_never_sent(page, filled, tmp_path):
    paper = Paper.objects.get(code=filled[1]["code"])
    file = tmp_path / "naskah.docx"
    file.write_bytes(kept_file(paper.files.get().sha256).read_bytes())
    sent = []
    page.on("request", lambda request: sent.append(request.post_data_buffer or b""))

    page.goto(f"/v/{paper.code}")
    page.set_input_files("#berkas", file)
    page.get_by_role("button", name="Bandingkan").click()
    page.wait_for_selector("text=Sama persis")

    assert not any(b"word/document.xml" in body for body in sent)
