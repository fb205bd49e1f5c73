import random

import pytest

from tolok.operations import archive
from tolok.operations.archive import DamagedError


@pytest.fixture
def sealed(tmp_path):
    """A backup of three small files, one of which nobody may write."""
    members = []
    for name, content in [("a.txt", b"satu"), ("files/b", b"dua" * 999), ("snapshots/c", b"")]:
        path = tmp_path / "from" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        members.append((name, path))
    path.chmod(0o444)
    target = tmp_path / "cadangan.zip"
    archive.write(target, members, {"made_at": "2025-01-01"})
    return target


def test_what_was_put_in_comes_out_with_its_rights(sealed, tmp_path):
    archive.check_seal(sealed)
    archive.extract(sealed, tmp_path / "to")

    assert (tmp_path / "to" / "a.txt").read_bytes() == b"satu"
    assert (tmp_path / "to" / "files" / "b").read_bytes() == b"dua" * 999
    assert (tmp_path / "to" / "snapshots" / "c").stat().st_mode & 0o777 == 0o444


def test_only_its_owner_may_read_the_backup(sealed):
    assert sealed.stat().st_mode & 0o777 == 0o600


def test_a_file_removed_meanwhile_is_left_out(tmp_path):
    target = tmp_path / "cadangan.zip"

    archive.write(target, [("hilang", tmp_path / "hilang")], {})

    assert archive.read_manifest(target)["files"] == {}


def test_a_failed_backup_leaves_nothing_behind(tmp_path):
    def broken():
        yield "a", __file__  # not a Path: a bug of ours, in the middle of the work

    place = tmp_path / "cadangan"
    place.mkdir()

    with pytest.raises(AttributeError):
        archive.write(place / "cadangan.zip", broken(), {})

    assert list(place.iterdir()) == []


def test_h_02_a_backup_cut_anywhere_is_damaged(sealed):
    whole = sealed.read_bytes()

    for offset in [0, 1, len(whole) - 1, *random.sample(range(len(whole)), 20)]:
        sealed.write_bytes(whole[:offset])
        with pytest.raises(DamagedError):
            archive.check_seal(sealed)


def test_h_02_a_backup_with_any_byte_changed_is_damaged(sealed):
    whole = sealed.read_bytes()

    for offset in [0, len(whole) - 1, *random.sample(range(len(whole)), 50)]:
        changed = bytearray(whole)
        changed[offset] ^= 1 << random.randrange(8)
        sealed.write_bytes(changed)
        with pytest.raises(DamagedError):
            archive.check_seal(sealed)


def test_h_02_a_backup_with_something_added_is_damaged(sealed):
    sealed.write_bytes(sealed.read_bytes() + b"\n")

    with pytest.raises(DamagedError):
        archive.check_seal(sealed)


def test_a_member_that_would_land_elsewhere_is_refused(tmp_path):
    (tmp_path / "x").write_bytes(b"jahat")
    target = tmp_path / "cadangan.zip"
    archive.write(target, [("../../x", tmp_path / "x")], {})

    with pytest.raises(DamagedError):
        archive.extract(target, tmp_path / "to")

    assert not (tmp_path / "to").exists()
