"""What the generator hides, the import finds: two generated years against truth.json."""

import json
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from tolok import environment
from tolok.cli import main
from tolok.demo.generator.generate import generate
from tolok.demo.generator.order import Mix, Order
from tolok.organisation.testing import make_agency
from tolok.registry.importing.actions import import_paths
from tolok.registry.models import Finding

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

CODES = {  # published table -> its column of process codes
    "SPSE-TenderPengumuman": "kd_tender",
    "SPSE-NonTenderPengumuman": "kd_nontender",
    "SPSE-PencatatanNonTender": "kd_nontender_pct",
}

TENDERS = ("Tender", "Seleksi", "Tender Cepat")
MEASURE = [
    *("measure", "--agency", "D900", "--year", "2025", "--format", "json"),
    *("--where", f"mtd_pemilihan in {TENDERS}"),
]
HALF = Decimal("0.00005")  # of the last digit printed
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

    def guessed(self, rule):
        return {one.package_code: float(one.guess) for one in self.findings if one.rule == rule}

    def true_values(self, quirk):
        """The contract values that ought to stand in the results of the selection."""
        return {
            self.package_of[slip["key"]]: slip["true"]
            for slip in self.slips[quirk]
            if slip["field"] == "nilai_kontrak" and "Selesai" in slip["table"]
        }

    def told(self, rule):
        """The values of a rule that speaks of a table as a whole."""
        return [one.values for one in self.findings if one.rule == rule]


def matches(slip, only):
    return all(slip[name] == value for name, value in only.items())


@pytest.fixture(scope="module")
def two_years(tmp_path_factory):
    """2024 is generated as an early year, 2025 as a clean one."""
    folder = tmp_path_factory.mktemp("two-years")
    generate(Order(packages=1000, years=2, seed=5, mix=Mix(tender=0.2, direct=0.5)), folder)
    return folder


@pytest.fixture
def imported(two_years):
    agency = make_agency("D900")

    def bring_in(year):
        folder = two_years / "D900" / str(year)
        report = import_paths(agency, year, [folder])
        truth = json.loads((two_years / "truth.json").read_text())
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

    assert [quirk for quirk in SINGLE if not year.slips[quirk]] == []
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
    assert year.guessed("P-01") == pytest.approx(year.true_values("ten_fold_value"))


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
    assert not [file.path for file in year.report.files if file.failed or file.refused]
    assert len({file.table for file in year.report.files if file.table}) >= 23


def test_an_early_year_is_found_partial_renumbered_and_without_statuses(imported):
    year = imported(2024)

    units = {one["kode"] for one in year.told("P-13")}
    renumbered = {slip["true"] for slip in year.slips["unit_code_changed"]}
    assert year.told("P-08")
    assert units
    assert units <= renumbered
    assert year.found("P-10") == year.hidden("null_status") | year.hidden("dash_status")


def test_the_true_indicators_lie_within_the_measured_intervals(imported, home, capsys):
    """Missing and disputed facts widen an interval; the truth never falls out of it."""
    environment.write_secret_key(home)
    year = imported(2025)
    [inputs] = year.slips["inputs"]
    tenders = [numbers for name, numbers in inputs["processes"].items() if name in TENDERS]

    main([*MEASURE, "--indicator", "B1", "--indicator", "K1", "--indicator", "K4"])

    told = json.loads(capsys.readouterr().out, parse_float=Decimal)["indicators"]
    measured = {one["code"]: (one["lowest"], one["value"], one["highest"]) for one in told}
    estimate, value = total(tenders, "awarded_estimate"), total(tenders, "awarded_value")
    true = {
        "B1": 100 * (estimate - value) / estimate,
        "K1": 100 * total(tenders, "failed_packages") / total(tenders, "packages"),
        "K4": 100 * total(tenders, "single_offer") / total(tenders, "finished"),
    }
    for code, (lowest, published, highest) in measured.items():
        assert lowest - HALF <= true[code] <= highest + HALF
        assert lowest <= published <= highest
    assert measured["B1"][0] < measured["B1"][2]


def total(processes, name):
    return sum(Decimal(numbers[name]) for numbers in processes)
