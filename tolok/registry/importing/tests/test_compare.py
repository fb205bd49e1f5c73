"""Rows of an import beside the rows that stand: what is new, changed, unchanged, gone."""

import duckdb
import pytest

from tolok.registry.derivation.testing import reading
from tolok.registry.importing.compare import compare
from tolok.registry.importing.report import Change
from tolok.registry.tables import tables

TENDER = "SPSE-TenderPengumuman"
HAND_OVER = "SPSE-TenderEkontrak-BAPBAST"


@pytest.fixture
def lay(tmp_path):
    """lay(table, rows): compare rows with those laid before, as one file after the other."""
    standing = {}

    def lay_rows(table, *files, **more):
        readings = [
            reading(tmp_path, table, rows, path=f"{number}.json", **more)
            for number, rows in enumerate(files)
        ]
        found = compare(
            tables()[table], readings, standing=standing.get(table), body="X101", year=2025
        )
        standing[table] = found.state or standing.get(table)
        return found

    return lay_rows


def test_the_first_pull_of_a_table_is_all_new(lay):
    found = lay(TENDER, [{"kd_tender": "91"}, {"kd_tender": "92"}])

    assert counts(found) == [(2, 0, 0, 0)]
    assert found.rows == 2


def test_a_later_pull_tells_new_changed_unchanged_and_vanished_rows(lay):
    lay(TENDER, [{"kd_tender": "91"}, {"kd_tender": "92"}, {"kd_tender": "93"}])

    found = lay(
        TENDER,
        [{"kd_tender": "94"}, {"kd_tender": "92", "pagu": 1100, "hps": 960}, {"kd_tender": "91"}],
    )

    assert counts(found) == [(1, 1, 1, 1)]
    assert changes(found) == [
        Change("92", "pagu", "1000.00", "1100.00"),
        Change("92", "hps", "950.00", "960.00"),
        Change("93"),
    ]
    assert codes(found) == ["91", "92", "94"]


def test_what_a_pull_changes_by_itself_is_no_change(lay):
    lay(TENDER, [{"_event_date": "2025-10-03", "max_lls_auditupdate": "2025-10-02 10:00:00"}])

    found = lay(TENDER, [{"_event_date": "2025-10-10", "max_lls_auditupdate": None}])

    assert counts(found) == [(0, 0, 1, 0)]


def test_another_spelling_of_the_same_fact_is_no_change(lay):
    lay(
        TENDER,
        [
            {
                "nama_paket": "Gedung",
                "sumber_dana": None,
                "pagu": None,
                "nama_pokja": "Andi;Budi",
                "lokasi_pekerjaan": "Jalan 1\nDesa",
            }
        ],
    )

    found = lay(
        TENDER,
        [
            {
                "nama_paket": " Gedung ",
                "sumber_dana": "",
                "pagu": 0,
                "nama_pokja": "Budi;Andi",
                "lokasi_pekerjaan": r"Jalan 1\nDesa",
            }
        ],
    )

    assert counts(found) == [(0, 0, 1, 0)]


def test_a_column_only_one_pull_has_says_nothing_about_a_change(lay):
    has = {"kd_tender": "kd_tender", "pagu": "pagu"}
    lay(TENDER, [{"hps": 950}])

    found = lay(TENDER, [{"hps": None}], columns=has)

    assert counts(found) == [(0, 0, 1, 0)]


def test_a_column_both_pulls_have_that_was_emptied_is_a_change(lay):
    lay(TENDER, [{"hps": 950}])

    assert changes(lay(TENDER, [{"hps": None}])) == [Change("91", "hps", "950.00", "")]


def test_rows_of_one_key_are_matched_as_a_multiset(lay):
    first = {"besar_pembayaran": 400}
    lay(HAND_OVER, [first, first, {"besar_pembayaran": 500, "progres_pekerjaan": 80}])

    found = lay(
        HAND_OVER, [{"besar_pembayaran": 500, "progres_pekerjaan": 100}, first, first, first]
    )

    assert counts(found) == [(1, 1, 2, 0)]
    assert [(one.column, one.old, one.new) for one in changes(found)] == [
        ("progres_pekerjaan", "80.0000", "100.0000")
    ]


def test_rows_of_another_body_or_year_are_set_aside(lay):
    found = lay(
        TENDER,
        [{}, {"kd_tender": "92", "kd_klpd": "B154"}, {"kd_tender": "93", "tahun_anggaran": 2024}],
    )

    assert counts(found) == [(1, 0, 0, 0)]
    assert found.by_part[next(iter(found.by_part))].set_aside == 2
    assert codes(found) == ["91"]


def test_a_file_that_holds_only_rows_of_others_leaves_the_table_as_it_stands(lay):
    lay(TENDER, [{}])

    found = lay(TENDER, [{"kd_klpd": "B154"}])

    assert found.state is None
    assert counts(found) == [(0, 0, 0, 0)]


def test_a_table_that_is_only_added_to_loses_no_row(lay):
    lay("Tolok-DataPaket", [{"kd_paket": "A", "hps": 1}, {"kd_paket": "B", "hps": 2}])

    found = lay("Tolok-DataPaket", [{"kd_paket": "B", "hps": 3}, {"kd_paket": "C"}])

    assert counts(found) == [(1, 1, 0, 0)]
    assert codes(found, "kd_paket") == ["A", "B", "C"]


def test_several_files_of_one_table_are_told_apart(lay):
    lay(TENDER, [{"kd_tender": "91"}, {"kd_tender": "92"}, {"kd_tender": "93"}])

    found = lay(
        TENDER, [{"kd_tender": "91"}], [{"kd_tender": "92", "hps": 900}, {"kd_tender": "95"}]
    )

    assert counts(found) == [(0, 0, 1, 1), (1, 1, 0, 0)]
    assert codes(found) == ["91", "92", "95"]


def test_two_sheets_of_one_workbook_are_told_apart(tmp_path):
    sheets = [
        reading(tmp_path, TENDER, rows, sha256="f" * 64, sheet=sheet)
        for sheet, rows in {
            "A": [{"_lembar": "A"}],
            "B": [{"kd_tender": code, "_lembar": "B"} for code in ("92", "93")],
        }.items()
    ]

    found = compare(tables()[TENDER], sheets, standing=None, body="X101", year=2025)

    assert {part[1]: count.new for part, count in found.by_part.items()} == {"A": 1, "B": 2}


def test_most_of_a_table_gone_is_remarked(lay):
    lay(TENDER, [{"kd_tender": f"{number}"} for number in range(30)])

    half = lay(TENDER, [{"kd_tender": f"{number}"} for number in range(15)])
    less = lay(TENDER, [{"kd_tender": f"{number}"} for number in range(15)][:4])

    assert half.remarks == ()
    assert less.remarks == (), "a table of 15 rows is too small for shares to say anything"
    lay(TENDER, [{"kd_tender": f"{number}"} for number in range(30)])
    (remark,) = lay(TENDER, [{"kd_tender": f"{number}"} for number in range(14)]).remarks
    assert remark.rule == "I-06"
    assert "16 dari 30" in remark.message


def test_columns_of_a_file_may_be_called_anything(lay):
    names = ['"; DROP TABLE x; --', "Nama, dengan koma", "n", "o", "id", "key", "digest", "kind"]
    lay(TENDER, [dict.fromkeys(names, "lama")])

    found = lay(TENDER, [dict.fromkeys(names, "baru")])

    assert {(one.column, one.old, one.new) for one in changes(found)} == {
        (name, "lama", "baru") for name in names
    }


def test_a_column_with_a_name_of_ours_gets_another(lay):
    lay(TENDER, [{"rowid": "lama"}])

    assert changes(lay(TENDER, [{"rowid": "baru"}])) == [
        Change("91", "rowid (berkas)", "lama", "baru")
    ]


def test_the_same_rows_stand_in_the_same_bytes(lay):
    first = lay(TENDER, [{"kd_tender": "91"}, {"kd_tender": "92"}])

    again = lay(TENDER, [{"kd_tender": "91"}, {"kd_tender": "92"}])

    assert first.state == again.state


def counts(found):
    return [(of.new, of.changed, of.unchanged, of.vanished) for of in found.by_part.values()]


def changes(found):
    return [change for of in found.by_part.values() for change in of.changes]


def codes(found, column="kd_tender"):
    query = f"SELECT {column} FROM read_parquet($path) ORDER BY 1"
    return [code for (code,) in duckdb.execute(query, {"path": str(found.state)}).fetchall()]
