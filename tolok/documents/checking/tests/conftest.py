import pytest

from tolok.documents.catalogue import document
from tolok.documents.checking.inside import check
from tolok.documents.checking.testing import template_with


@pytest.fixture
def f5():
    return document("F5")


@pytest.fixture
def found(f5, tmp_path):
    """What the check says of F5's template with something changed; without a child, so quick."""

    def found(**changes):
        return check(f5, template_with(f5, tmp_path / "templat.docx", **changes))

    return found
