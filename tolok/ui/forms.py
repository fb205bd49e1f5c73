"""How forms look: labels above, hints before, errors at the field and in a summary."""

from collections.abc import Iterable, Mapping

from django.forms import Form
from django.forms.renderers import DjangoTemplates

from tolok.core.problem import Problem


class Renderer(DjangoTemplates):
    """FORM_RENDERER: {{ form }} and {{ field.as_field_group }} use our partials."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"


def refuse(
    form: Form, problems: Iterable[Problem], places: Mapping[str, str]
) -> tuple[Problem, ...]:
    """Each problem at the field it is about, by its rule or where it says; what has no field there
    is given back, to stand above the form."""
    others = []
    for problem in problems:
        field = places.get(problem.rule) or places.get(problem.where)
        if field is None:
            others.append(problem)
        else:
            form.add_error(field, f"{problem.message} ({problem.rule})")
    return tuple(others)
