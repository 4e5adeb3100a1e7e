"""Lines below pictures in which somebody says something: "Getty The mayor said the weir was safe"."""

import re
from dataclasses import replace

from stemma.model import Span
from stemma.read.lines import Line

__all__ = ["says", "without_credit"]

FEWEST, MOST = 9, 60
"""Words of a caption with a clause of its own; shorter lines are sub-headings, longer ones paragraphs."""
SENTENCE_CASE = 0.8
"""Share of capitals from which on a line is a headline, and of another report."""
_SAYING = re.compile(
    r"(?<=\w )(?:admitted|announced|claimed|confirmed|denied|described|insisted|revealed|tweeted"
    r"|(?:advised|said|told|warned)(?! to\b)|(?:is|are|was|were) said|(?:believes?|says?) that"
    r"|(?:has|have) (?:admitted|claimed|confirmed|denied|revealed|said|warned))\b(?! (?:as|bail|by)\b)"
    r"|(?<=\w, )according to\b"
)
"""Not what stands in the present without "that", nor who is told or described by others: headings do."""
_AGENCY = (
    r"AFP|AP|Alamy|BBC(?! \w+ (?:ha[sd]|said)\b)|EPA|Getty(?: Images|(?! Images))|PA|Reuters"
    r"|Rex(?: Features)?|Shutterstock|Splash News|Twitter / @\w+"
)
"""What the broadcaster's own desks say ("BBC Scotland said") is theirs."""
_CREDIT = re.compile(
    rf"(?:(?:{_AGENCY})(?:\s*[-/•]\s*\w+)?\s+(?=[A-Z“\"][a-z’']*[a-z“\"]?\s)"
    r"|(?:(?:Image|Media) (?:copyright|source)\b.{1,60}?)?\b(?:Image|Media) caption\s+)"
)


def says(line: Line) -> bool:
    """Tell whether *line*, which no stop ends, tells in running text what somebody says."""
    is_running = FEWEST <= line.words <= MOST and line.capitals < SENTENCE_CASE and line.sample[:1] not in "[("
    return is_running and not line.is_stopped and _SAYING.search(line.sample) is not None


def without_credit(line: Line) -> Line:
    """Return *line* without the agency that took the picture and stands before the words below it."""
    credit = _CREDIT.match(line.sample)
    if credit is None:
        return line
    start = line.span.start + credit.end()
    return replace(line, span=Span(start, line.span.end), sample=line.sample[credit.end() :])
