"""What decisions in force do to the snapshot."""

from tolok.organisation.models import Agency
from tolok.registry.dictionary import dictionary
from tolok.registry.models import Correction, Finding
from tolok.registry.snapshots import Dispute, Fact


def facts_in_force(agency: Agency, year: int) -> list[Fact]:
    """Accepted corrections."""
    accepted = Correction.objects.of_year(agency, year).accepted().order_by("pk")
    return [Fact(one.package_code, one.field, one.value) for one in accepted]


def disputes_in_force(agency: Agency, year: int) -> list[Dispute]:
    """Open findings that name a fact and its bounds, and corrections that wait for acceptance.

    A fact somebody has set right is no longer disputed.
    """
    settled = {(fact.package, fact.field) for fact in facts_in_force(agency, year)}
    found = Finding.objects.of_year(agency, year).open().exclude(lowest="").exclude(highest="")
    disputes = [Dispute(one.package_code, one.field, one.lowest, one.highest) for one in found]
    waiting = Correction.objects.of_year(agency, year).pending().exclude(published="")
    disputes += [
        Dispute(one.package_code, one.field, one.published, one.value)
        for one in waiting.exclude(value="")
    ]
    return sorted(
        {
            dispute
            for dispute in disputes
            if (dispute.package, dispute.field) not in settled and _may_be(dispute.field)
        },
        key=lambda dispute: (dispute.package, dispute.field, dispute.lowest, dispute.highest),
    )


def _may_be(field: str) -> bool:
    known = dictionary().get(field)
    return known is not None and known.uncertain
