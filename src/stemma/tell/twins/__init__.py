"""What programs get of each page of a story: the facts that the page shows, with the way back to their words."""

from stemma.tell.twins.claim import ClaimTwin
from stemma.tell.twins.days import DaysTwin
from stemma.tell.twins.drift import ChangeTwin, DriftTwin
from stemma.tell.twins.figures import FiguresTwin
from stemma.tell.twins.positions import PositionsTwin
from stemma.tell.twins.story import StoryTwin
from stemma.tell.twins.words import Words

__all__ = [
    "ChangeTwin",
    "ClaimTwin",
    "DaysTwin",
    "DriftTwin",
    "FiguresTwin",
    "PositionsTwin",
    "StoryTwin",
    "Words",
]
