"""The same sentence with and without a "not", or with and without a "may"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from stemma.align.sense import pattern_of
from stemma.align.words import content_keys, near_keys

__all__ = ["is_doubled_as_possible", "is_negation_of"]

FEWEST_KEYS = 3
"""Two statements that share fewer words that carry matter are not one and its contrary."""
COVERED = 0.6
"""Part of the shorter statement's words that the other has: what differs is the "not" and little else."""
COVERED_BY_NONE = 0.8
"""Behind "no" and "nobody" stands what there is none of, not what did not happen: so more must be the same."""
_NONE = re.compile(r"no|none|nobody|nothing|neither|nor|without", re.IGNORECASE)
_ADVERB = re.compile(r"^\s*(?:(?:\w+ly|yet|ever|still|also|even)\s+)+")
"""What may stand between a "not" or a "may" and the verb that it governs."""
_SIDE_CLAUSE = re.compile(
    r"\b(?:which|who|whom|whose|but|since|because|although|though|while|if|unless)\b|[;:]", re.IGNORECASE
)
REMEMBERED = 1 << 14
"""Texts that are kept as they were read: each is held against all that are like it."""


def is_negation_of(negated: str, plain: str) -> bool:
    """Tell whether the main clause of *negated* says "not" of the very thing that *plain* says."""
    return _governs("negations", negated, plain)


def is_doubled_as_possible(open_: str, settled: str) -> bool:
    """Tell whether *open_* says "may" of the very thing that *settled* says outright."""
    return _governs("modal_hedges", open_, settled) and not _has("negations", open_)


def _governs(words: str, text: str, other: str) -> bool:
    clause, markers = _main(text), _markers(words, text)
    if len(markers) != 1 or _is_taken_back(text) or _is_taken_back(other) or _has(words, other):
        return False
    enough = COVERED_BY_NONE if _NONE.fullmatch(markers[0].group()) else COVERED
    if not _cover(content_keys(text), content_keys(other), enough):
        return False
    governed = content_keys(_ADVERB.sub("", clause[markers[0].end() :]))[:1]
    return bool(set(near_keys(governed)) & set(near_keys(content_keys(_main(other)))))


@lru_cache(maxsize=REMEMBERED)
def _markers(words: str, text: str) -> tuple[re.Match[str], ...]:
    """Return where the main clause of *text* has one of *words*."""
    return tuple(pattern_of(words).finditer(_main(text)))


def _cover(left: Sequence[str], right: Sequence[str], enough: float) -> bool:
    a, b = frozenset(near_keys(left)), frozenset(near_keys(right))
    return len(a & b) >= max(FEWEST_KEYS, enough * min(len(a), len(b)))


@lru_cache(maxsize=REMEMBERED)
def _main(text: str) -> str:
    """Return *text* up to its first side clause."""
    return _SIDE_CLAUSE.split(text, maxsplit=1)[0]


def _is_taken_back(text: str) -> bool:
    return _has("soft_negations", text)


@lru_cache(maxsize=REMEMBERED)
def _has(words: str, text: str) -> bool:
    return bool(pattern_of(words).search(text))
