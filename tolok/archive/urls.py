"""Pages under /dokumen/; the public one that checks codes stands in `verification/urls.py`."""

from tolok.archive.batches import urls as batches
from tolok.archive.bundles import urls as bundles
from tolok.archive.evidence import urls as evidence
from tolok.archive.issuing import urls as issuing
<<<<<<< HEAD
from tolok.archive.matrix import urls as matrix
=======
from tolok.archive.keeping import urls as keeping
>>>>>>> 36f5576 (Archive data, retention schedule, list of archives; papers are destroyed by two persons and leave their record)
from tolok.archive.numbers import urls as numbers
from tolok.archive.piles import urls as piles

app_name = "archive"
<<<<<<< HEAD
urlpatterns = [
    *issuing.urlpatterns,
    *matrix.urlpatterns,
    *batches.urlpatterns,
    *bundles.urlpatterns,
    *evidence.urlpatterns,
    *numbers.urlpatterns,
    *piles.urlpatterns,
]
=======
urlpatterns = [*issuing.urlpatterns, *numbers.urlpatterns, *piles.urlpatterns, *keeping.urlpatterns]
>>>>>>> 36f5576 (Archive data, retention schedule, list of archives; papers are destroyed by two persons and leave their record)
