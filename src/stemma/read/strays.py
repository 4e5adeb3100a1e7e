"""Lines in the shape of a report that are none of this one: said twice, of other stories, of who wrote it."""

import re
from collections import Counter
from collections.abc import Sequence

from stemma.read.credits import authors_in, bare_name
from stemma.read.densest import densest_stretch
from stemma.read.furniture import is_biography, is_comment_heading, is_related_heading
from stemma.read.kinds import Kind
from stemma.read.lines import LONG, Line
from stemma.read.teasers import is_standfirst_of

__all__ = ["HEADLINE_WORDS", "drop_biography", "drop_pairs", "drop_repeats", "drop_teasers", "keep_densest"]

BODY_BEFORE_COMMENTS = 80
"""Words of body that must stand above "Comments" before all below it are readers' words."""
FOOT_SHARE = 0.5
"""The part of the body's lines after which an author is presented."""
HEADLINE_WORDS = 4
"""Shorter lines are names of desks and menus."""
REPEATED_WORDS = 8
"""Shorter sentences may be said twice ("No one was hurt.")."""
_NUMBER = re.compile(r"\d+")
_CREDIT_TAIL = re.compile(r"\s(?:image|photo|picture|screenshot|credit|source|video|courtesy)\b.{0,120}$")


def drop_repeats(lines: Sequence[Line], kinds: list[Kind | None]) -> None:
    """Keep the first of equal paragraphs; of a line without a stop keep none, but for the title."""
    counts = Counter(line.key for line in lines)
    seen: set[str] = set()
    for i, line in enumerate(lines):
        if kinds[i] is Kind.BODY:
            words = " ".join(line.sample.casefold().split())
            key = _without_credit(line.key) + "".join(_NUMBER.findall(line.sample)) if line.words >= LONG else words
            if line.words >= REPEATED_WORDS and key in seen:
                kinds[i] = Kind.FURNITURE
            seen.add(key)
        elif kinds[i] is None and counts[line.key] > 2:
            kinds[i] = Kind.FURNITURE


def _without_credit(key: str) -> str:
    return _CREDIT_TAIL.sub("", key)


def drop_teasers(lines: Sequence[Line], kinds: list[Kind | None]) -> None:
    """After the heading of a list of other stories, drop its headlines and the sentence below each."""
    words = 0
    i = 0
    while i < len(lines):
        if is_comment_heading(lines[i]) and words >= BODY_BEFORE_COMMENTS:
            kinds[i:] = [Kind.FURNITURE] * (len(lines) - i)
            return
        if not is_related_heading(lines[i]):
            words += lines[i].words if kinds[i] is Kind.BODY else 0
            i += 1
            continue
        i = _skip_block(lines, kinds, i)


def _skip_block(lines: Sequence[Line], kinds: list[Kind | None], at: int) -> int:
    headline = None
    if at and kinds[at - 1] is None and any(line.key == lines[at - 1].key for line in lines[at + 1 : at + 4]):
        kinds[at - 1] = Kind.FURNITURE  # the teaser's headline is given above the heading too
    i = at + 1
    while i < len(lines):
        if kinds[i] is Kind.BODY:
            if headline is None or not is_standfirst_of(lines[i], headline):
                return i
            headline = None
        else:
            headline = lines[i] if kinds[i] is None else headline
        kinds[i] = Kind.FURNITURE
        i += 1
    return i


def drop_pairs(lines: Sequence[Line], kinds: list[Kind | None]) -> None:
    """Headline and sentence, headline and sentence: a list of other stories needs no heading."""
    pairs = {
        i
        for i in range(1, len(lines))
        if kinds[i] is Kind.BODY
        and kinds[i - 1] is None
        and lines[i - 1].words >= HEADLINE_WORDS
        and is_standfirst_of(lines[i], lines[i - 1])
    }
    row = {i for i in pairs if i - 2 in pairs or i + 2 in pairs}
    for i in sorted(row):
        kinds[i - 1 : i + 1] = [Kind.FURNITURE, Kind.FURNITURE]


def keep_densest(lines: Sequence[Line], kinds: list[Kind | None]) -> None:
    """Drop what stands apart from the stretch with the most prose."""
    is_body = [kind is Kind.BODY for kind in kinds]
    prose = [line.is_prose and not line.is_bullet for line in lines]
    known = [kind is not None for kind in kinds]
    first, last = densest_stretch([line.words for line in lines], prose, is_body, known)
    for i in range(len(lines)):
        if is_body[i] and not first <= i <= last:
            kinds[i] = Kind.FURNITURE


def drop_biography(lines: Sequence[Line], kinds: list[Kind | None]) -> None:
    """Drop, at the foot of the body, the lines that present an author."""
    body = [i for i, kind in enumerate(kinds) if kind is Kind.BODY]
    names = tuple(
        name
        for i, kind in enumerate(kinds)
        if kind is Kind.BYLINE and (b := authors_in(lines[i]) or bare_name(lines[i]))
        for name in b.names
    )
    for i in body[int(len(body) * FOOT_SHARE) :][1:]:
        if is_biography(lines[i], names):
            kinds[i] = Kind.FURNITURE
