import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing

import pytest

from tests.commands import ROOT, tolok
from tolok.core.problem import RefusedError
from tolok.operations.serve import refuse_taken


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def new(tmp_path_factory):
    """The folder of a new installation; tests copy it."""
    folder = tmp_path_factory.mktemp("new") / "home"
    given = ("init", "--agency", "D999", "--name", "Kabupaten Contoh", "--year", "2025")
    assert tolok(*given, TOLOK_HOME=folder, DATABASE_URL="").code == 0
    return folder


@pytest.fixture
def served(new, home, port):
    """The address of a new installation, served with its worker as an office does."""
    shutil.copytree(new, home, dirs_exist_ok=True)
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


@pytest.mark.slow
def test_tables_of_an_older_version_are_refused_until_migrated_h_09(new, home):
    shutil.copytree(new, home, dirs_exist_ok=True)
    with closing(sqlite3.connect(home / "db.sqlite3")) as tables, tables:
        tables.execute("DELETE FROM django_migrations WHERE app = 'cycle'")

    answer = tolok("serve")

    assert (answer.code, answer.err[:4]) == (1, "H-09")
    assert "tolok migrate" in answer.err


def test_a_demo_is_never_served_to_other_machines(home):
    (home / "secret_key").write_text("k" * 50)

    answer = tolok("serve", "--host", "0.0.0.0", TOLOK_DEMO=1)  # noqa: S104  what is refused

    assert (answer.code, answer.err[:5]) == (1, "TOLOK")
