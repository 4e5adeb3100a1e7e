"""The stretch of a page where running text is densest: a report stands together, its page around it."""

from collections.abc import Sequence

__all__ = ["densest_stretch"]

MOST_WORDS = 60
"""Words that a paragraph counts for at most: one long notice must not outweigh a report."""
SHORT_SHARE = 0.5
"""What a word of a short sentence counts for; the promises of menus and buttons are short sentences."""
LINE_COST = 10
"""Words that a line of the page costs which stands between two paragraphs. With this and the next, the body of 181
pages with all their menus (article-extraction-benchmark, as text) has F .88 in word 4-grams; without them .85."""
KNOWN_COST = 3
"""A line that is furniture by its own words costs less: advertisements and links stand in the middle of reports."""
GAP_COST = 100
"""And all lines of one gap at most: galleries do too."""


def densest_stretch(
    words: Sequence[int], is_prose: Sequence[bool], is_body: Sequence[bool], is_known: Sequence[bool]
) -> tuple[int, int]:
    """
    Return the first and last line of the stretch whose body outweighs its gaps the most.

    It is the maximal sum of Bentley's column: each line of body adds, each line between takes
    away, *is_known* furniture the least. The first of equals is taken; (0, -1) where there is no body.
    """
    best, stretch = 0.0, (0, -1)
    total, start, gap = 0.0, 0, 0.0
    for i, count in enumerate(words):
        if not is_body[i]:
            cost = min(KNOWN_COST if is_known[i] else LINE_COST, GAP_COST - gap)
            gap += cost
            total -= cost
            continue
        gap = 0.0
        if total <= 0:
            total, start = 0.0, i
        total += min(count, MOST_WORDS) * (1 if is_prose[i] else SHORT_SHARE)
        if total > best:
            best, stretch = total, (start, i)
    return stretch
