"""What a plan is made of, where it stands, and what was decided about it."""

from tolok.planning.models.aims import AreaPackage, Goal, StrategicArea
from tolok.planning.models.decisions import Note, Submission
from tolok.planning.models.indicators import Baseline, PlannedIndicator, Target
from tolok.planning.models.measures import Action
from tolok.planning.models.plans import Plan, PlanVersion
from tolok.planning.models.rivals import Rival

__all__ = [
    "Action",
    "AreaPackage",
    "Baseline",
    "Goal",
    "Note",
    "Plan",
    "PlanVersion",
    "PlannedIndicator",
    "Rival",
    "StrategicArea",
    "Submission",
    "Target",
]
