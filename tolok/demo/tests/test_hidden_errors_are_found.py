"""What the generator hides, the import finds: two generated years against truth.json."""

import json
from dataclasses import dataclass, field

import pytest

from tolok.demo.generator.generate import generate
from tolok.demo.generator.order import Mix, Order
from tolok.organisation.testing import make_agency
from tolok.registry.importing.actions import import_paths
from tolok.registry.models import Finding

pytestmark = pytest.mark.django_db

CODES = {  # published table -> its column of process codes
    "SPSE-TenderPengumuman": "kd_tender",
    "SPSE-NonTenderPengumuman": "kd_nontender",
    "SPSE-PencatatanNonTender": "kd_nontender_pct",
}

SINGLE = (
    "ten_fold_value",
    "two_values",
    "dates_out_of_order",
    "missing_bast",
    "no_recorded_bid",
    "dummy_pdn",
    "percent_as_pdn",
    "dash_status",
    "value_row_missing",
)


@dataclass
class Imported:
    """One generated year after its import."""

    report: object
    findings: list[Finding]
    slips: dict[str, list[dict[str, object]]]
    package_of: dict[int, str] = field(default_factory=dict)

    def hidden(self, quirk, **only):
        """The packages that carry a quirk."""
        return {self.package_of[slip["key"]] for slip in self.slips[quirk] if matches(slip, only)}

    def found(self, rule):
        return {one.package_code for one in self.findings if one.rule == rule}

    def told(self, rule):
        """The values of a rule that speaks of a table as a whole."""
        return [one.values for one in self.findings if one.rule == rule]


def matches(slip, only):
    return all(slip[name] == value for name, value in only.items())


@pytest.fixture
def imported(tmp_path):
    """2024 is generated as an early year, 2025 as a clean one."""
    order = Order(packages=1400, years=2, seed=5, mix=Mix(tender=0.15, direct=0.55))
    generate(order, tmp_path)
    agency = make_agency("D900")

    def bring_in(year):
        folder = tmp_path / "D900" / str(year)
        report = import_paths(agency, year, [folder])
        truth = json.loads((tmp_path / "truth.json").read_text())
        return Imported(
            report=report,
            findings=list(Finding.objects.of_year(agency, year)),
            slips={
                quirk: [slip for slip in slips if slip["year"] == year]
                for quirk, slips in truth.items()
            },
            package_of=dict(package_codes(folder)),
        )

    return bring_in


def package_codes(folder):
    for table, column in CODES.items():
        for row in json.loads((folder / f"{table}.json").read_text()):
            yield row[column], str(row["kd_pkt_dce"])


def test_errors_of_single_packages_are_all_found_and_no_others(imported):
    year = imported(2025)

    assert all(year.slips[quirk] for quirk in SINGLE)
    assert year.found("P-01") == year.hidden("ten_fold_value")
    assert year.found("P-02") == year.hidden("two_values")
    assert year.found("P-03") == year.hidden("dates_out_of_order")
    assert year.found("P-05") == year.hidden("missing_bast")
    assert year.found("P-07") == year.hidden("no_recorded_bid")
    assert year.found("P-09") == year.hidden("dummy_pdn", published=1) | year.hidden(
        "percent_as_pdn"
    )
    assert year.found("P-10") == year.hidden("dash_status")
    assert year.found("P-12") == year.hidden("value_row_missing")


def test_the_true_value_is_guessed_where_a_digit_was_added(imported):
    year = imported(2025)

    true = {
        year.package_of[slip["key"]]: slip["true"]
        for slip in year.slips["ten_fold_value"]
        if slip["field"] == "nilai_kontrak"
    }
    guesses = {one.package_code: float(one.guess) for one in year.findings if one.rule == "P-01"}
    assert guesses == pytest.approx(true)


def test_errors_of_whole_tables_are_told_with_their_numbers(imported):
    year = imported(2025)

    [copies] = year.told("P-11")
    repeats = {one["jenis_proses"]: one["ulang"] for one in year.told("P-17")}
    aside = sum(file.set_aside for file in year.report.files)
    empty = {file.path for file in year.report.files if not file.table}
    assert copies["kembar"] == str(len(year.slips["duplicate_row"]))
    assert repeats["tender"] == str(len(year.slips["repeated_tender"]))
    assert aside == len(year.slips["other_body"])
    assert len(empty) == len(year.slips["empty_file"])
    assert year.told("P-04")
    assert year.told("P-16")


def test_an_early_year_is_found_partial_renumbered_and_without_statuses(imported):
    year = imported(2024)

    units = {one["kode"] for one in year.told("P-13")}
    renumbered = {slip["true"] for slip in year.slips["unit_code_changed"]}
    assert year.told("P-08")
    assert units
    assert units <= renumbered
    assert year.found("P-10") == year.hidden("null_status") | year.hidden("dash_status")


def test_every_generated_file_is_read_to_its_last_row(imported):
    year = imported(2024)

    assert not [file.path for file in year.report.files if file.failed or file.refused]
    assert len({file.table for file in year.report.files if file.table}) >= 23
