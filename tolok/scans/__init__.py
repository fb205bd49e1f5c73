"""Scans: what people bring from scanners and cameras, looked at before it is kept."""
