"""The day it was said."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.attribute.bounding import bound_saying, is_long_past, news_of
from stemma.attribute.framing import frame_of
from stemma.attribute.occasions import is_elsewhen, is_same_speaker, own_time
from stemma.attribute.timed import TimedSentence, anchor_of, place_of, timed_sentences
from stemma.model import Attribution, Document, Interval, Span
from stemma.when import SameDay, TimeExpression, resolve

__all__ = ["date_sayings"]

CARRY_BLOCKS = 1
"""A speaker who goes on in the next paragraph goes on on the same day; two paragraphs on it may be another."""
REPEATED = 30
"""Characters that make two quotations of one text the same saying."""


@dataclass(frozen=True, slots=True)
class _Report:
    """A document with what its sayings are dated by."""

    document: Document
    told: tuple[TimedSentence, ...]
    contents: Mapping[Span | None, tuple[Span, ...]]
    """All that is said under one cue."""

    def days_of(self, expression: TimeExpression) -> Interval | None:
        return resolve(expression, self.document.published.counted_from)

    def own_time(self, attribution: Attribution, place: int) -> TimeExpression | None:
        contents = self.contents.get(attribution.cue_span, attribution.content_spans)
        sentence = self.told[place]
        return own_time(self.document.text, attribution, sentence.span, sentence.times, contents)


def date_sayings(document: Document, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """
    Return *attributions* of *document* with ``on`` resolved against its date.

    The day is the time in the reporting clause; or that of the saying before it, where the same
    speaker goes on; or the past time that opens the paragraph's tale; or that of the same words
    elsewhere in the document.
    Else it is what can be known without words for it: from a past day that the saying tells of, or
    from the first recent day that the report names, until publication.
    The times in words have a ``time_span``.
    """
    report = _Report(document, timed_sentences(document), _contents(attributions))
    ordered = sorted(attributions, key=lambda a: (anchor_of(a), a.content_spans, a.id))
    dated: dict[str, Attribution] = {}
    before: Attribution | None = None
    for attribution in ordered:
        dated[attribution.id] = _date(report, _undated(attribution), before)
        if not attribution.narrated:
            before = dated[attribution.id]
    _date_lead(ordered, dated, report.told)
    _date_repeated(ordered, dated)
    news = news_of(document, report.told)
    for attribution in ordered:
        current = dated[attribution.id]
        if current.on is None and not current.narrated:
            dated[attribution.id] = replace(current, on=bound_saying(document, current, report.told, news))
    return tuple(dated[a.id] for a in attributions)


def _undated(attribution: Attribution) -> Attribution:
    is_dated = attribution.on is not None or attribution.time_span is not None
    return replace(attribution, on=None, time_span=None) if is_dated else attribution


def _contents(attributions: Sequence[Attribution]) -> Mapping[Span | None, tuple[Span, ...]]:
    found: dict[Span | None, tuple[Span, ...]] = defaultdict(tuple)
    for attribution in attributions:
        if attribution.cue_span:
            found[attribution.cue_span] += attribution.content_spans
    return dict(found)


def _date(report: _Report, attribution: Attribution, before: Attribution | None) -> Attribution:
    told, text = report.told, report.document.text
    place = place_of(anchor_of(attribution), told)
    if place is None:
        return attribution
    own = report.own_time(attribution, place)
    if before and before.on and _shares_clause(text, attribution, before, place, told, own):
        return replace(attribution, on=before.on)
    if own:
        is_same_day = isinstance(own.value, SameDay)
        on = _spoken_of(report, own, place) if is_same_day else report.days_of(own)
        return replace(attribution, on=on, time_span=own.span)
    if before and before.on and _goes_on(text, attribution, before, place, told):
        return replace(attribution, on=before.on)
    frame = frame_of(text, attribution, told, place)
    days = report.days_of(frame) if frame else None
    is_tale = frame and days and is_long_past(days, report.document.published.interval)
    return replace(attribution, on=days, time_span=frame.span) if frame and is_tale else attribution


def _spoken_of(report: _Report, same: TimeExpression, place: int) -> Interval | None:
    """The day that "on the same day" points back to: the last one told, in this paragraph or the one before."""
    for sentence in reversed(report.told[: place + 1]):
        if report.told[place].block - sentence.block > CARRY_BLOCKS:
            return None
        for expression in reversed(sentence.times):
            days = report.days_of(expression) if expression.span.end <= same.span.start else None
            if days:
                return days
    return None


def _shares_clause(
    text: str,
    attribution: Attribution,
    before: Attribution,
    place: int,
    told: Sequence[TimedSentence],
    own: TimeExpression | None,
) -> bool:
    """Whether it hangs on the clause that the saying before it was dated by."""
    if attribution.cue_span and attribution.cue_span == before.cue_span:
        return True
    follows = own is not None and attribution.cue_span and own.span.start >= attribution.cue_span.start
    same_sentence = place_of(anchor_of(before), told) == place
    is_shared = same_sentence and before.time_span is not None
    return is_shared and not follows and is_same_speaker(text, attribution, before)


def _goes_on(
    text: str, attribution: Attribution, before: Attribution, place: int, told: Sequence[TimedSentence]
) -> bool:
    """Whether the same speaker goes on with what was said before."""
    earlier = place_of(anchor_of(before), told)
    if earlier is None or told[place].block - told[earlier].block > CARRY_BLOCKS:
        return False
    return not is_elsewhen(text, attribution, told[place].span) and is_same_speaker(text, attribution, before)


def _date_lead(ordered: Sequence[Attribution], dated: dict[str, Attribution], told: Sequence[TimedSentence]) -> None:
    """The lead sums up what its speaker said on the day that the next sentences give."""
    spoken = [dated[a.id] for a in ordered if not a.narrated]
    if len(spoken) < 2 or spoken[0].on or not spoken[1].on:
        return
    first, second = spoken[0], spoken[1]
    places = [place_of(anchor_of(a), told) for a in (first, second)]
    if first.source is None or first.source != second.source or places[0] is None or places[1] is None:
        return
    if told[places[0]].block == 0 and told[places[1]].block <= CARRY_BLOCKS:
        dated[first.id] = replace(first, on=second.on)


def _date_repeated(ordered: Sequence[Attribution], dated: dict[str, Attribution]) -> None:
    """What is quoted twice was said once: the day that stands beside one of the two is that of both."""
    known = [(words, a.on) for a in dated.values() if a.on and not a.narrated and len(words := _words(a)) >= REPEATED]
    for attribution in ordered:
        current = dated[attribution.id]
        words = _words(current)
        if current.on or current.narrated or len(words) < REPEATED:
            continue
        days = {on for other, on in known if words in other or other in words}
        if len(days) == 1:
            dated[attribution.id] = replace(current, on=days.pop())


def _words(attribution: Attribution) -> str:
    return "".join(filter(str.isalnum, attribution.content.casefold()))
