"""What a folder's script makes; the shipped template is compared with it."""

import importlib

from tolok.documents.building.template import Template
from tolok.documents.document import Document


def built(document: Document) -> bytes:
    """The template as the folder's `template.py` makes it now."""
    script = importlib.import_module(f"{document.facts.__module__}.template")
    template: Template = script.build()
    return template.to_bytes()
