import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from django.db.migrations.recorder import MigrationRecorder

from tests.commands import ROOT, tolok
from tolok.core.problem import RefusedError
from tolok.operations.serve import refuse_taken, serve


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest.fixture
def served(home, port):
    """The address of a new installation, served with its worker as an office does."""
    tolok("init", "--agency", "D999", "--name", "Kabupaten Contoh", "--year", "2025")
    server = subprocess.Popen(  # noqa: S603  our own command
        [sys.executable, "-m", "tolok", "serve", "--worker", "--port", str(port)],
        cwd=ROOT,
        env=os.environ,
        stderr=subprocess.PIPE,
    )
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.communicate(timeout=20)
    assert server.returncode == 0


def get(address, seconds=20):
    """The answer, also one that says no; waits until somebody listens."""
    end = time.monotonic() + seconds
    while True:
        try:
            return urllib.request.urlopen(address, timeout=5)  # noqa: S310  our own address
        except urllib.error.HTTPError as answer:
            return answer
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_pages_and_styles_are_served_and_the_browser_is_told_to_be_strict(served):
    with get(f"{served}/") as page:
        body, told = page.read().decode(), page.headers

    policy = told["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "same-origin"
    style = re.search(r'href="(/static/[^"]+\.css)"', body)[1]
    with get(served + style) as sheet:
        assert sheet.status == 200
        assert "immutable" in sheet.headers["Cache-Control"]


def test_a_taken_address_is_refused_h_11(port):
    with socket.create_server(("127.0.0.1", port)), pytest.raises(RefusedError) as refusal:
        refuse_taken("127.0.0.1", port)

    assert refusal.value.problems[0].rule == "H-11"


@pytest.mark.django_db
def test_tables_of_an_older_version_are_refused_until_migrated_h_09(port):
    MigrationRecorder.Migration.objects.filter(app="cycle").delete()

    with pytest.raises(RefusedError, match="tolok migrate") as refusal:
        serve("127.0.0.1", port, with_worker=False)

    assert refusal.value.problems[0].rule == "H-09"


def test_a_demo_is_never_served_to_other_machines(home):
    (home / "secret_key").write_text("k" * 50)

    answer = tolok("serve", "--host", "0.0.0.0", TOLOK_DEMO=1)  # noqa: S104  what is refused

    assert (answer.code, answer.err[:5]) == (1, "TOLOK")
