"""Who stands where, which figures agree, what was changed, how well supported."""

from stemma.weigh.drift.drifting import find_drift
from stemma.weigh.editing import find_edits
from stemma.weigh.events import gather_events
from stemma.weigh.grading import grade
from stemma.weigh.ledger.tallying import keep_ledger
from stemma.weigh.news import news_between
from stemma.weigh.stands.positions import take_positions
from stemma.weigh.sums.checking import check

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
