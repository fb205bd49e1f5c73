"""The paper of a hand-over becomes a draft of the archive."""

from typing import Final

from tolok.archive.hand_overs.facts import facts_of
from tolok.archive.issuing.actions import About, draft_paper
from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.people.models import HandOver, User

CODE: Final = "SERAH-TERIMA"


def draft_hand_over(done: HandOver, *, actor: User) -> Paper:
    """The draft, or what it has become already: a berita acara is written once.

    ST-01: a paper belongs to a fiscal year of the agency.
    """
    year = _year_of(done)
    subject = f"serah-terima-{done.pk}"
    papers = Paper.objects.of_year(year.agency, year.year).in_force()
    out = papers.filter(document=CODE, subject=subject).ever_issued().first()
    if out is not None:
        return out
    about = About(f"Serah terima {done.leaving.own_title}"[:300], subject=subject)
    return draft_paper(CODE, facts_of(done), year=year, about=about, actor=actor)


def _year_of(done: HandOver) -> FiscalYear:
    """The year of its first day, else the newest before it, else the first there is."""
    years = FiscalYear.objects.filter(agency=done.leaving.agency).select_related("agency")
    before = years.filter(year__lte=done.first_day.year).order_by("-year")
    found = before.first() or years.order_by("year").first()
    if found is None:
        message = (
            "Naskah disimpan pada tahun anggaran instansi, dan belum ada satu pun. Siapkan tahun "
            "kinerja, atau cetak halaman ini."
        )
        raise RefusedError(Problem("ST-01", "tahun anggaran", message))
    return found
