"""One example of every kind of object that an address can name."""

from tests.permissions.examples.data import Data
from tests.permissions.examples.meetings import Meetings
from tests.permissions.examples.outreach import Outreach
from tests.permissions.examples.papers import Papers
from tests.permissions.examples.people import People
from tests.permissions.examples.place import YEAR
from tests.permissions.examples.plans import Plans
from tests.permissions.examples.tasks import Tasks
from tests.permissions.examples.year import Year

__all__ = ["YEAR", "Examples"]


class Examples(Data, Meetings, Outreach, Papers, Plans, Tasks, Year, People):
    """All of them, of one place."""
