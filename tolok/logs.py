"""What log lines do not say."""

import logging
import re
from typing import Final

_TOKEN: Final = re.compile(r"(?<=/)[A-Za-z0-9_-]{40,}(?=/|$)")


class WithoutTokens(logging.Filter):
    """S10: a link whose address is the key stays out of the logs, where a page was refused too."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                _TOKEN.sub("…", one) if isinstance(one, str) else one for one in record.args
            )
        return True
