"""The pile: one PDF of many scanned sheets, split by their codes and filed to their papers."""
