"""What log lines do not say."""

import logging

from django.conf import settings

from tolok.logs import WithoutTokens
from tolok.people.models.links import new_token


def test_a_refused_page_is_logged_without_the_token_in_its_address():
    token = new_token()
    path = f"/sosialisasi/hadir/{token}/"
    line = logging.LogRecord(
        "django.request", logging.WARNING, "", 0, "%s: %s", ("Not Found", path), None
    )

    WithoutTokens().filter(line)

    assert line.getMessage() == "Not Found: /sosialisasi/hadir/…/"


def test_every_handler_leaves_tokens_out():
    handlers = settings.LOGGING["handlers"].values()

    assert all("without_tokens" in handler["filters"] for handler in handlers)
