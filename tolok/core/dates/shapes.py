"""The shapes a date is written in, as lower-case regular expressions with named parts."""

import re
from typing import Final

_ZONE: Final = r"(?: ?(?P<zone>wib|wita|wit))?"
_CLOCK: Final = r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:](?P<second>\d{2})(?:\.\d+)?)?"
_TIME: Final = rf"(?:,? (?:(?:pukul|pkl\.?|jam) )?{_CLOCK} ?(?P<half>am|pm)?{_ZONE})?"
_DAY_NAME: Final = r"(?:(?:hari )?(?P<weekday>[a-z']+)\.?(?:,|/)? ?)??(?:(?:tanggal|tgl\.?) )?"
_YEAR: Final = r"(?P<year>\d{4}|\d{2})"

ISO: Final = (
    r"(?P<year>\d{4})(?P<iso>[-/.])(?P<month>\d{1,2})(?P=iso)(?P<day>\d{1,2})"
    r"(?:[t ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    rf" ?(?P<offset>z|[+-]\d{{2}}(?::?\d{{2}})?)?)?{_ZONE}"
)
NUMBERS: Final = (
    rf"{_DAY_NAME}(?P<day>\d{{1,2}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){_YEAR}{_TIME}"
)
WORDS: Final = rf"{_DAY_NAME}(?P<day>\d{{1,2}})[-/. ]*(?P<name>[a-z]+)[-/., ]*{_YEAR}{_TIME}"
ENGLISH: Final = rf"{_DAY_NAME}(?P<name>[a-z]+)\.? (?P<day>\d{{1,2}}),? (?P<year>\d{{4}}){_TIME}"

SHAPES: Final = tuple(re.compile(shape, re.ASCII) for shape in (ISO, NUMBERS, WORDS, ENGLISH))
