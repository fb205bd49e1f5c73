"""Setting up an agency's letterhead: the words, the logo, who usually signs."""

import io
from dataclasses import asdict, dataclass, replace
from typing import Final

from django.db import transaction
from PIL import Image, UnidentifiedImageError

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import Agency, Letterhead
from tolok.trail.record import Actor, record

LARGEST_FILE: Final = 2 << 20  # bytes, as uploaded
MOST_PIXELS: Final = 20_000_000  # a small file may unfold to a picture that fills the memory
LARGEST_SIDE: Final = 400  # pixels, as kept: 25 mm at 400 dpi
OFFICES: Final = {
    Letterhead.Variant.FOR: 2,
    Letterhead.Variant.UNDER: 3,
}  # from the highest to the signer's own; all others name one
NIP_DIGITS: Final = 18


@dataclass(frozen=True)
class Wording:
    """What the head and the signature block say."""

    government: str
    unit: str
    place: str
    address: str = ""
    contact: str = ""
    paper: str = Letterhead.Paper.F4
    signer_variant: str = Letterhead.Variant.OWN
    signer_offices: str = ""
    signer_name: str = ""
    signer_rank: str = ""
    signer_nip: str = ""


@transaction.atomic
def save_letterhead(
    agency: Agency, wording: Wording, *, logo: bytes | None = None, actor: Actor | None = None
) -> Letterhead:
    """Set the head for the papers to come; those that were issued keep theirs.

    `logo` is a picture as uploaded, b"" to have none, none to keep the one that is there.
    """
    Agency.objects.select_for_update().get(pk=agency.pk)
    tidy = replace(wording, signer_nip="".join(wording.signer_nip.split()))
    if problems := [*_name_problems(tidy), *_signer_problems(tidy)]:
        raise RefusedError(*problems)
    head = Letterhead.objects.of(agency) or Letterhead(agency=agency)
    before = _as_values(head) if head.pk else None
    for name, value in asdict(tidy).items():
        setattr(head, name, value.strip())
    if logo is not None:
        head.logo = clean_logo(logo) if logo else b""
    head.save()
    record(
        "organisation.save_letterhead",
        actor=actor,
        subject="Kop surat",
        agency=agency,
        before=before,
        after=_as_values(head),
    )
    return head


def clean_logo(data: bytes) -> bytes:
    """KS-03: a PNG or JPEG of bearable size; only its pixels are kept, as a small PNG.

    Whatever else the file carries (place, author, a second file behind the picture) is gone.
    """
    refusal = Problem(
        "KS-03",
        "lambang",
        f"Berkas ini bukan gambar PNG atau JPEG, atau lebih dari {LARGEST_FILE >> 20} MB atau "
        f"{MOST_PIXELS // 1_000_000} juta piksel. Simpan lambang sebagai PNG yang lebih kecil.",
    )
    if len(data) > LARGEST_FILE:
        raise RefusedError(refusal)
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise RefusedError(refusal)
            small = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise RefusedError(refusal) from error
    small.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    out = io.BytesIO()
    small.quantize(256).save(out, "PNG", optimize=True)
    return out.getvalue()


def _name_problems(wording: Wording) -> list[Problem]:
    """KS-01: a head names the government, the unit, and where its letters are written."""
    needed = {
        "nama pemerintah": wording.government,
        "nama perangkat daerah": wording.unit,
        "tempat naskah dibuat": wording.place,
    }
    return [
        Problem("KS-01", name, f"{name.capitalize()} masih kosong.")
        for name, value in needed.items()
        if not value.strip()
    ]


def _signer_problems(wording: Wording) -> list[Problem]:
    """KS-02: a signer has as many offices as the way of signing prints, and an 18-digit NIP."""
    if not wording.signer_name.strip():
        return []
    found = []
    wanted = OFFICES.get(Letterhead.Variant(wording.signer_variant), 1)
    offices = [line for line in wording.signer_offices.splitlines() if line.strip()]
    if len(offices) != wanted:
        message = (
            f"Cara “{wording.signer_variant}” memerlukan {wanted} jabatan, satu per baris dari "
            f"yang tertinggi; terbaca {len(offices)}."
        )
        found.append(Problem("KS-02", "jabatan", message))
    nip = wording.signer_nip
    if nip and not (len(nip) == NIP_DIGITS and nip.isascii() and nip.isdigit()):
        message = f"NIP terdiri atas {NIP_DIGITS} angka; terbaca {len(nip)} tanda."
        found.append(Problem("KS-02", "NIP", message))
    return found


def _as_values(head: Letterhead) -> dict[str, object]:
    words = {name: getattr(head, name) for name in Wording.__dataclass_fields__}
    return words | {"lambang": f"{len(head.logo)} bita" if head.logo else "tidak ada"}
