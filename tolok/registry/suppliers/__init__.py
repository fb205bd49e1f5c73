"""The register of suppliers."""
