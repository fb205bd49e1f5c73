"""Pages under /dokumen/; the public one that checks codes stands in `verification/urls.py`."""

from tolok.archive.issuing import urls as issuing
from tolok.archive.numbers import urls as numbers
from tolok.archive.piles import urls as piles

app_name = "archive"
urlpatterns = [*issuing.urlpatterns, *numbers.urlpatterns, *piles.urlpatterns]
