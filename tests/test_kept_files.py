"""Every field with the hash of a kept file is known to backups, checks and disposal."""

import pytest
from django.apps import apps

from tolok.store import kept_files_of, named_files

NO_FILES = {
    "archive.BatchItem.sha256": "a file of the scratch folder, made again when it is gone",
    "archive.FileCheck.sha256": "of a file that another row names",
    "archive.IssuanceItem.facts_sha256": "of the draft that was chosen",
    "archive.Paper.facts_sha256": "of its facts",
    "cycle.FiscalYear.rulebook_sha256": "of the rulebook",
    "outreach.Circular.plan_sha256": "of the plan the draft was made of",
    "planning.PlanVersion.content_sha256": "of the plan",
    "planning.Submission.sha256": "of the plan as submitted",
    "registry.Snapshot.sha256": "names a snapshot, which `verify` looks for by itself",
    "workflow.PaperDecision.version_sha256": "of the version decided on",
    "workflow.SopVersion.sha256": "of the diagram, which stands in the row",
}


def hashes():
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if "sha256" in field.name:
                yield model, field.name


def test_each_hash_is_that_of_a_kept_file_or_says_why_not():
    unknown = [
        name
        for model, field in hashes()
        if (name := f"{model._meta.label}.{field}") not in NO_FILES
        and not ((kept := kept_files_of(model)) and field in kept.fields)
    ]

    assert unknown == []


def test_what_is_declared_is_there():
    for model in apps.get_models():
        if kept := kept_files_of(model):
            assert set(kept.fields) <= {field.name for field in model._meta.concrete_fields}
            assert kept.called
    assert set(NO_FILES) <= {f"{model._meta.label}.{field}" for model, field in hashes()}


@pytest.mark.django_db
def test_each_leads_to_its_agency():
    assert list(named_files()) == []
