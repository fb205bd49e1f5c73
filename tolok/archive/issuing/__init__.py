"""A paper's way: drafted from facts, issued or sent outside, signed, corrected or voided."""
