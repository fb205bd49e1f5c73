import pytest

from tolok.archive.office_templates.actions import Brought, upload_template
from tolok.documents.catalogue import document
from tolok.documents.checking.testing import template_with
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user


@pytest.fixture
def administrator():
    return make_user(Role.ADMINISTRATOR)


@pytest.fixture
def template(tmp_path):
    """F5's template with one paragraph more, as a file."""

    def template(words="PENILAIAN KAMI", code="F5", **changes):
        path = tmp_path / "templat-dinas.docx"
        return template_with(document(code), path, paragraph=words, **changes)

    return template


@pytest.fixture
def uploaded(template, administrator):
    """The next version of F5 of the agency."""

    def uploaded(words="PENILAIAN KAMI", *, agency=None, note=""):
        brought = Brought("templat-dinas.docx", [template(words).read_bytes()])
        place = agency or make_agency()
        return upload_template(place, document("F5"), brought, note=note, actor=administrator)

    return uploaded
