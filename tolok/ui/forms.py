"""How forms look: labels above, hints before, errors at the field and in a summary."""

from collections.abc import Iterable, Mapping

from django.forms import BaseForm, BoundField, Form
from django.forms.renderers import DjangoTemplates

from tolok.core.problem import Problem


class Renderer(DjangoTemplates):
    """FORM_RENDERER: {{ form }} and {{ field.as_field_group }} use our partials."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"


class Together:
    """Several forms of one page, told as one: one summary of what is wrong, one title."""

    def __init__(self, forms: Iterable[BaseForm]) -> None:
        self.forms = tuple(forms)

    @property
    def errors(self) -> bool:
        return any(form.errors for form in self.forms)

    def visible_fields(self) -> list[BoundField]:
        return [field for form in self.forms for field in form.visible_fields()]


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
