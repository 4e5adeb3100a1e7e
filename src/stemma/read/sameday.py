"""The same occasion told in two reports: one says "on Monday", the other gives the date."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from stemma.model import Attribution, Document, Span
from stemma.prose import sentence_at, sentences
from stemma.when import MONTHS, WEEKDAYS, TimeExpression, Weekday, find_times, resolve

__all__ = ["REACH", "STRONG", "Anchor", "Telling", "anchors", "named", "tellings"]

REACH = timedelta(days=6)
"""What a bare weekday reaches back."""
STRONG = 6
"""Shared stems with which the sentence of one report is enough; a weaker likeness needs two reports."""
STEM = 5
"""Letters that make two words the same: "confirmed" and "confirms"."""
SHARED = 5
"""Stems that two sentences of the same occasion share at least."""
SHARED_SHARE = 0.3
"""And the share of the shorter one's stems that is."""
SAME_CLAIM = 3
"""Stems that are enough where both stand in the same claim of the same source."""
OTHER_SOURCE = 2
"""What one claim counts where the reports have it from different sources, or tell it in their own voice."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_CALENDAR = {name.casefold() for name in (*MONTHS, *WEEKDAYS)}


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with a time in it."""

    document: str
    expression: TimeExpression
    words: str
    """The time as written."""
    stems: frozenset[str]
    claims: frozenset[tuple[str, str]]
    """Claim and source (empty where none is named) of what is said in the sentence."""
    order: int
    """Which time of the document it is, in reading order."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A weekday of an undated report that another report gives the date of."""

    telling: Telling
    day: date
    by: Telling
    strength: int
    """How many stems the two sentences share."""


def named(document: Document) -> str:
    """Return what evidence calls *document*: a number would change with the dates that are still to be found."""
    words = document.title if document.is_mute else document.known_as
    return f"“{words}”" if words else "another report"


def tellings(document: Document, attributions: Sequence[Attribution]) -> tuple[Telling, ...]:
    """Return the sentences of *document* that tell of a past time, with what is claimed in them."""
    return tuple(_tellings(document, [a for a in attributions if a.document == document.id]))


def _tellings(document: Document, attributions: Sequence[Attribution]) -> Iterator[Telling]:
    order = 0
    for block in document.body:
        times = [e for e in find_times(document.text, block) if not e.is_future]
        spans = sentences(document.text, block) if times else ()
        for expression in times:
            sentence = sentence_at(expression.span.start, spans) or block
            yield Telling(
                document=document.id,
                expression=expression,
                words=expression.span.cut(document.text),
                stems=_stems(sentence.cut(document.text)),
                claims=_claims(sentence, attributions),
                order=order,
            )
            order += 1


def _claims(sentence: Span, attributions: Sequence[Attribution]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (a.claim, a.source or "")
        for a in attributions
        if a.claim and any(sentence.meets(span) for span in a.content_spans)
    )


def _stems(sentence: str) -> frozenset[str]:
    words = {word.casefold() for word in _WORD.findall(sentence)}
    return frozenset(word[:STEM] for word in words - _CALENDAR)


def anchors(own: Sequence[Telling], others: Sequence[Telling], dated: Mapping[str, Document]) -> tuple[Anchor, ...]:
    """Return the dates that *others*, of *dated* documents, give to the bare weekdays of *own*, strongest first."""
    found = []
    for telling in own:
        value = telling.expression.value
        if not isinstance(value, Weekday) or value.step:
            continue
        for other in others:
            strength = _likeness(telling, other)
            if not strength:
                continue
            days = resolve(other.expression, dated[other.document].published.counted_from)
            if days and days.is_day and days.earliest.weekday() == value.weekday:
                found.append(Anchor(telling, days.earliest, other, strength))
    return tuple(sorted(found, key=lambda a: (-a.strength, a.day, a.by.document, a.by.order, a.telling.order)))


def _likeness(left: Telling, right: Telling) -> int:
    shared = len(left.stems & right.stems)
    if shared < SAME_CLAIM:  # most pairs
        return 0
    if any(source for _, source in left.claims & right.claims):
        return shared + SHARED
    if {claim for claim, _ in left.claims} & {claim for claim, _ in right.claims}:
        return shared + OTHER_SOURCE
    shorter = min(len(left.stems), len(right.stems))
    return shared if shared >= SHARED and shared >= SHARED_SHARE * shorter else 0
