import pytest

from tolok.core.problem import RefusedError
from tolok.organisation.actions import add_alias
from tolok.organisation.testing import make_work_unit


@pytest.mark.django_db
def test_an_alias_says_something():
    with pytest.raises(RefusedError) as refusal:
        add_alias(make_work_unit(), "  ")

    assert refusal.value.problems[0].rule == "UK-01"
