"""The steps of a file on its way in, as a person takes them in the pages."""

import json

from django.core.files.uploadedfile import SimpleUploadedFile

from tolok.registry.importing import jobs
from tolok.registry.models import Upload
from tolok.registry.testing import tender_tables

PAGE = "/data/impor/"


def announcements(*codes, **changed):
    """A file of tender announcements, as ISB writes it."""
    rows = [tender_tables(code, **changed)["SPSE-TenderPengumuman"][0] for code in codes]
    return json.dumps(rows).encode()


def send(client, *files, **data):
    """Upload (name, content) pairs; the answer leads to the upload's page."""
    named = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/data/unggahan/", {"berkas": named} | data)


def uploaded(client, *files, **data):
    send(client, *files, **data)
    upload = Upload.objects.latest("pk")
    jobs.preview_upload(upload.pk)
    upload.refresh_from_db()
    return upload


def agree(client, upload, **data):
    response = client.post(f"{upload.get_absolute_url()}impor/", data)
    jobs.import_upload(upload.pk)
    upload.refresh_from_db()
    return response


def imported(client, *files):
    upload = uploaded(client, *files)
    agree(client, upload)
    return upload.batch
