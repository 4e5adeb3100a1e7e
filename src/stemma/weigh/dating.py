"""Events that two documents put on different days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.lexicon import pairs_of, words_of
from stemma.model import Document, Drift, Interval, Span
from stemma.prose import sentence_at
from stemma.weigh.blocking import Blocks
from stemma.weigh.likeness import stems_of
from stemma.weigh.witnesses import Witnesses, drift
from stemma.when import find_times, resolve

__all__ = ["changed_days"]

# Days further apart than a week are those of two events.
ONE_EVENT = 7
# Characters before and behind a day in which the event stands that it dates.
REACH = 70

_PLACE = (
    r"(?P<place>(?:the )?[A-Z][\w’'-]+(?:,? (?:in |of |the )?(?:[A-Z][\w’'-]+|state|province|region|county|city))*)"
)
_EVENT = r"(?P<event>[a-z][a-z-]{3,})"
# "The Wednesday bombings in Upper Vale state"; "bombing of Harrow in Upper Vale state on Tuesday".
_BEHIND = re.compile(rf"(?:['’]s)? {_EVENT} (?:in|at|of|on|near|outside|against) {_PLACE}")
_BEFORE = re.compile(rf"\b{_EVENT} (?:in|at|of|on|near|outside|against) {_PLACE},? (?:on |late |early )*$")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A happening, where and on which day."""

    document: str
    span: Span
    event: frozenset[str]
    place: frozenset[str]
    day: Interval


def changed_days(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield an event that stands on another day elsewhere; whoever names its place more exactly is held to be right."""
    found = [one for document in witnesses.brief.documents for one in _dated(witnesses, document)]
    blocks = Blocks([one.place for one in found], common=len(found))
    for odd in found:
        near = (found[number] for number in blocks.near(odd.place))
        same = [other for other in near if other.event & odd.event and other.place & odd.place]
        if any(odd.day.meet(other.day) for other in same if other.document != odd.document):
            continue
        others = [o for o in same if o.document != odd.document and _is_better(same, o, odd) and _is_near(o, odd)]
        if others:
            titles = witnesses.title(odd.document), witnesses.title(others[0].document)
            words = f"{titles[0]} puts it on {odd.day}, {titles[1]} on {others[0].day}."
            yield drift("time_changed", (odd.document, odd.span), (others[0].document, others[0].span), words)


def _dated(witnesses: Witnesses, document: Document) -> Iterator[_Dated]:
    for block in document.body:
        for time in find_times(document.text, block):
            day = resolve(time, document.published.interval)
            sentence = sentence_at(time.span.start, witnesses.sentences[document.id])
            if day is None or not day.is_day or sentence is None:
                continue
            end = min(sentence.end, time.span.end + REACH)
            start = max(sentence.start, time.span.start - REACH)
            behind = _BEHIND.match(document.text, time.span.end, end)
            before = _BEFORE.search(document.text, start, time.span.start)
            if behind:
                yield from _made(document, behind, Span(time.span.start, behind.end()), day)
            elif before:
                yield from _made(document, before, Span(before.start(), time.span.end), day)


def _made(document: Document, found: re.Match[str], span: Span, day: Interval) -> Iterator[_Dated]:
    names = re.findall(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)*", found["place"].removeprefix("the "))
    states = pairs_of("countries").keys() | pairs_of("demonyms").keys() | words_of("weekday_and_month_words")
    place = frozenset(name for name in names if name.casefold() not in states)
    event = stems_of(found["event"])
    if place and event:
        yield _Dated(document.id, span, event, place, day)


def _is_better(same: Sequence[_Dated], other: _Dated, odd: _Dated) -> bool:
    """Tell whether more documents have the day of *other*, or, where as many do, its place is given more exactly."""
    backing = [len({d.document for d in same if d.day.meet(one.day)}) for one in (other, odd)]
    return (backing[0], len(other.place)) > (backing[1], len(odd.place))


def _is_near(left: _Dated, right: _Dated) -> bool:
    return abs((left.day.earliest - right.day.earliest).days) <= ONE_EVENT
