"""Scans: what comes back from scanners and signing services, looked at before it is kept."""
