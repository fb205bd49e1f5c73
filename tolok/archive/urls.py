"""Pages under /dokumen/; the public one that checks codes stands in `verification/urls.py`."""

from tolok.archive.batches import urls as batches
from tolok.archive.bundles import urls as bundles
from tolok.archive.evidence import urls as evidence
from tolok.archive.hand_overs import urls as hand_overs
from tolok.archive.issuances import urls as issuances
from tolok.archive.issuing import urls as issuing
from tolok.archive.keeping import urls as keeping
from tolok.archive.matrix import urls as matrix
from tolok.archive.numbers import urls as numbers
from tolok.archive.office_templates import urls as office_templates
from tolok.archive.piles import urls as piles
from tolok.archive.soundness import urls as soundness

app_name = "archive"
urlpatterns = [
    *issuing.urlpatterns,
    *matrix.urlpatterns,
    *batches.urlpatterns,
    *issuances.urlpatterns,
    *bundles.urlpatterns,
    *evidence.urlpatterns,
    *numbers.urlpatterns,
    *office_templates.urlpatterns,
    *piles.urlpatterns,
    *soundness.urlpatterns,
    *keeping.urlpatterns,
    *hand_overs.urlpatterns,
]
