"""Who stands where, which figures agree, what was changed, how well supported."""

from stemma.weigh.checking import check
from stemma.weigh.drifting import find_drift
from stemma.weigh.editing import find_edits
from stemma.weigh.events import gather_events
from stemma.weigh.grading import grade
from stemma.weigh.news import news_between
from stemma.weigh.positions import take_positions
from stemma.weigh.tallying import keep_ledger

__all__ = [
    "check",
    "find_drift",
    "find_edits",
    "gather_events",
    "grade",
    "keep_ledger",
    "news_between",
    "take_positions",
]
