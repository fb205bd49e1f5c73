"""Errors real files hold, put in on purpose, each with its truth.

One function per quirk; its share is beside it. The order matters: what copies or removes
rows comes after what changes them.
"""

from tolok.demo.generator.quirks import bidders, dates, files, names, origins, statuses, values
from tolok.demo.generator.quirks.scene import Scene

__all__ = ["QUIRKS", "Scene", "spoil"]

QUIRKS = (
    values.ten_fold_value,
    values.two_values,
    values.value_row_missing,
    bidders.no_recorded_bid,
    dates.dates_out_of_order,
    dates.work_ends_as_it_starts,
    dates.contract_ends_as_it_starts,
    dates.missing_bast,
    values.dummy_pdn,
    values.percent_as_pdn,
    statuses.repeated_tender,
    statuses.running_without_value,
    statuses.null_status,
    statuses.dash_status,
    names.supplier_variant,
    names.tax_number_empty,
    names.staff_number_rounded,
    origins.other_body,
    origins.unit_code_changed,
    origins.partial_rup,
    dates.duplicate_row,
    files.empty_file,
    files.ragged_line,
)


def spoil(scene: Scene) -> None:
    for quirk in QUIRKS:
        quirk(scene)
