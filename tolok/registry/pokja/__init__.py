"""The register of Pokja: proposed from tender files, confirmed by people."""
