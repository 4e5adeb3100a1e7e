"""When a figure counts."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Document, Figure, Interval, Span
from stemma.prose import sentences
from stemma.when import TimeExpression, Unanchored, find_times, resolve

__all__ = ["date_figures"]

BORDER = 60
"""What a clause's border between a figure and a time counts, in characters of distance."""
FARTHEST = 240
"""A time farther off than this, borders counted, belongs to something else in the sentence."""

_BORDER = re.compile(
    r"[;:—–]\s|,\s(?:and|but|while|which|who|after|before|when)\b|\b(?:said|told|reported|added|according)\b"
)

# "80 tests since Mr. Lind came to power in late 2011": what is counted has gone on from that time.
_SINCE = re.compile(r"^[^,;:]*\bsince\s[^,;:]{1,70}$")


def date_figures(document: Document, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """
    Return *figures* of *document* with ``when`` resolved against its date.

    The time is the nearest in the figure's own sentence; a clause's border stands between the
    two as a distance. Of what has gone on since something befell then, the days run to the report.
    A figure without a time in its sentence has none.
    """
    told = [sentence for block in document.body for sentence in sentences(document.text, block)]
    return tuple(replace(figure, when=_when(document, figure, told)) for figure in figures)


def _when(document: Document, figure: Figure, told: Sequence[Span]) -> Interval | None:
    place = bisect_right(told, figure.span.start, key=lambda sentence: sentence.start) - 1
    if place < 0 or not told[place].meets(figure.span):
        return None
    sentence = told[place]
    times = [e for e in find_times(document.text, sentence) if not isinstance(e.value, Unanchored)]
    ranked = sorted((_distance(document.text, figure.span, e), e.span, i) for i, e in enumerate(times))
    if not ranked or ranked[0][0] > FARTHEST:
        return None
    time, told_on = times[ranked[0][2]], document.published.interval
    days = resolve(time, document.published.counted_from)
    if days is None or told_on is None or not _SINCE.search(document.text[figure.span.end : time.span.start]):
        return days
    return Interval(days.earliest, max(days.latest, told_on.latest))


def _distance(text: str, figure: Span, expression: TimeExpression) -> int:
    time = expression.span
    if time.meets(figure):
        return 0
    start, end = (time.end, figure.start) if time.end <= figure.start else (figure.end, time.start)
    between = text[start:end]
    return len(between) + BORDER * len(_BORDER.findall(between))
