"""How forms look: labels above, hints before, errors at the field and in a summary."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """FORM_RENDERER: {{ form }} and {{ field.as_field_group }} use our partials."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
