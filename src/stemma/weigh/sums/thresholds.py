"""Shares held against the threshold that the same sentence names."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from stemma.model import Check
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.wording import quoted

__all__ = ["check_thresholds"]

# How far from a number the word may stand that makes it a threshold: "the 50 percent needed to win".
REACH = 40
_THRESHOLD = re.compile(
    r"\b(?:threshold|needed|required|requires?|necessary|quorum|hurdle|barrier|minimum)\b", re.IGNORECASE
)
_NEXT = re.compile(r"[\d,;:.]")
_SAID_BELOW = re.compile(r"\b(?:short of|below|under|fail\w*|miss\w*|less than|not enough|shy of)\b", re.IGNORECASE)
_SAID_ABOVE = re.compile(
    r"\b(?:above|over|clear\w*|pass\w*|reach\w*|exceed\w*|surpass\w*|more than|met)\b", re.IGNORECASE
)


def check_thresholds(quantities: Sequence[Quantity]) -> Iterator[Check]:
    """Yield a check for each share that its sentence puts above or below a threshold."""
    shares = [q for q in quantities if q.figure.unit == "%" and q.figure.low is not None]
    beside = (tuple(found) for _, found in groupby(shares, key=lambda q: (q.document.id, q.sentence)))
    for left, right in (pair for found in beside for pair in combinations(found, 2)):
        share, threshold = (left, right) if _is_threshold(right) else (right, left)
        sentence = share.sentence.cut(share.document.text)
        below, above = bool(_SAID_BELOW.search(sentence)), bool(_SAID_ABOVE.search(sentence))
        if _is_threshold(threshold) and not _is_threshold(share) and below != above:
            yield _check(share, threshold, below=below)


def _is_threshold(quantity: Quantity) -> bool:
    return bool(_THRESHOLD.search(_NEXT.split(quantity.after(REACH))[0]))


def _check(share: Quantity, threshold: Quantity, *, below: bool) -> Check:
    value, needed = share.figure.low or 0.0, threshold.figure.low or 0.0
    holds = (value < needed) == below
    relation = "below" if value < needed else "not below"
    verdict = "as it is told" if holds else "though it is told the other way round"
    words = f"{quoted(share)} is {relation} the threshold of {quoted(threshold)} ({share.speaker}), {verdict}."
    return Check("share_over_threshold", tuple(sorted((share.figure.id, threshold.figure.id))), holds, words)
