"""A row of the overview, as it is read."""

import re

from tolok.ui.testing import told


def line(response, code):
    """What the row of an indicator says."""
    row = re.search(rf'<span class="kode">{code}<.*?</tr>', response.content.decode(), re.DOTALL)
    return told(row[0])
