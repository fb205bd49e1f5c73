"""The engine reads its snapshot, and nothing else whatever it is asked."""

from hashlib import sha256

import duckdb
import pytest

from tolok.core.problem import RefusedError
from tolok.measurement.engine import opened
from tolok.measurement.testing import MadeSnapshot, make_row, make_snapshot


@pytest.fixture
def snapshot(tmp_path):
    return make_snapshot(tmp_path, [make_row(1), make_row(2)])


def test_it_answers_from_the_snapshot(snapshot):
    with opened(snapshot) as session:
        assert session.rows("SELECT count(*) FROM snapshot") == [(2,)]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_parquet('{other}')",
        "COPY (SELECT 1) TO '{other}.csv'",
        "ATTACH '{other}.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET allowed_paths = ['/']",
        "SET memory_limit = '64GB'",
        "RESET memory_limit",
        "SELECT * FROM read_csv('http://127.0.0.1/x.csv')",
        "SELECT * FROM secret_of_python",
    ],
)
def test_it_reads_writes_and_sets_nothing_else(snapshot, tmp_path, query):
    other = tmp_path / "other.parquet"
    other.write_bytes(snapshot.path.read_bytes())
    secret_of_python = [(1,)]  # a variable the engine could find in the frames above it

    with opened(snapshot) as session, pytest.raises(duckdb.Error):
        session.rows(query.format(other=other))

    assert secret_of_python


def test_a_snapshot_that_was_altered_is_refused(snapshot):
    with opened(snapshot):
        pass
    snapshot.path.write_bytes(snapshot.path.read_bytes() + b" ")

    with pytest.raises(RefusedError) as refusal, opened(snapshot):
        pass

    assert refusal.value.problems[0].rule == "M-01"
    assert "isinya telah berubah" in refusal.value.problems[0].message


def test_a_snapshot_that_is_gone_is_refused(tmp_path):
    gone = MadeSnapshot("0" * 64, tmp_path / "gone.parquet")

    with pytest.raises(RefusedError) as refusal, opened(gone):
        pass

    assert refusal.value.problems[0].rule == "M-01"


def test_a_fact_the_dictionary_learnt_later_is_unknown_in_an_older_snapshot(tmp_path):
    path = tmp_path / "old.parquet"
    with duckdb.connect() as session:
        session.execute(f"COPY (SELECT 'paket' AS baris) TO '{path}' (FORMAT parquet)")
    old = MadeSnapshot(sha256(path.read_bytes()).hexdigest(), path)

    with opened(old) as session:
        assert session.rows("SELECT baris, hps FROM snapshot") == [("paket", None)]
