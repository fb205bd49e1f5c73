"""Signs that XML can hold: others are shown as a replacement, never dropped."""

import re
from typing import Final

_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


def only_of_xml(text: str) -> str:
    """The text with plain line ends and no sign that a file could not be opened with."""
    return _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
