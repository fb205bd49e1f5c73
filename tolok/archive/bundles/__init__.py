"""Bundles: many papers in one ZIP, with an index and a list of hashes."""
