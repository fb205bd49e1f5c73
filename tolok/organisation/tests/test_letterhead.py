import io
from dataclasses import replace

import pytest
from PIL import Image

from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.organisation import letterhead
from tolok.organisation.letterhead import Wording, clean_logo, save_letterhead
from tolok.organisation.models import Letterhead
from tolok.organisation.testing import make_agency
from tolok.trail.models import AuditEntry

WORDING = Wording(
    "PEMERINTAH KABUPATEN CONTOH",
    "SEKRETARIAT DAERAH",
    "Contoh Jaya",
    signer_offices="Sekretaris Daerah\nKepala Bagian",
    signer_variant="a.n.",
    signer_name="Fulan",
    signer_nip="19800101 200501 1 001",
)


def picture(kind="PNG", size=(900, 600), **saved):
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, kind, **saved)
    return out.getvalue()


@pytest.mark.django_db
class TestSaving:
    def test_a_head_is_saved_and_the_trail_tells(self):
        head = save_letterhead(make_agency(), WORDING, logo=picture())

        assert head.signer_nip == "198001012005011001"
        assert AuditEntry.objects.get().values_after()["lambang"].endswith("bita")

    def test_saving_again_keeps_the_logo_until_it_is_taken_away(self):
        save_letterhead(make_agency(), WORDING, logo=picture())

        save_letterhead(make_agency(), replace(WORDING, place="Kota"))
        assert Letterhead.objects.get().logo
        save_letterhead(make_agency(), WORDING, logo=b"")
        assert not Letterhead.objects.get().logo

    @pytest.mark.parametrize(
        ("changes", "rule"),
        [
            ({"government": " "}, "KS-01"),
            ({"place": ""}, "KS-01"),
            ({"signer_offices": "Kepala Bagian"}, "KS-02"),
            ({"signer_variant": "u.b."}, "KS-02"),
            ({"signer_nip": "1980"}, "KS-02"),
        ],
    )
    def test_a_head_that_would_print_wrongly_is_refused(self, changes, rule):
        with pytest.raises(RefusedError) as refusal:
            save_letterhead(make_agency(), replace(WORDING, **changes))

        assert rules_of(refusal) == {rule}
        assert not Letterhead.objects.exists()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_written_anew_small_and_with_nothing_but_its_pixels(kind):
    logo = clean_logo(picture(kind) + b"<script>")

    with Image.open(io.BytesIO(logo)) as image:
        assert (image.format, image.size) == ("PNG", (400, 267))
    assert b"script" not in logo


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"<svg/>", picture("GIF"), picture()[:90], b"\x89PNG\r\n\x1a\n" * 3]
)
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(RefusedError) as refusal:
        clean_logo(data)

    assert rules_of(refusal) == {"KS-03"}


def test_a_picture_too_large_is_refused(monkeypatch):
    data = picture()
    monkeypatch.setattr(letterhead, "MOST_PIXELS", 100)

    with pytest.raises(RefusedError) as refusal:
        clean_logo(data)

    assert rules_of(refusal) == {"KS-03"}
