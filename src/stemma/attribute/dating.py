"""The day it was said."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.model import Attribution, Document, Interval, Span
from stemma.prose import sentences
from stemma.when import SameDay, Shifted, Since, TimeExpression, Unanchored, Unit, Weekday, find_times, resolve

__all__ = ["date_sayings"]

CARRY_BLOCKS = 1
"""A speaker who goes on in the next paragraph goes on on the same day; two paragraphs on it may be another."""
NEWS_DAYS = 3
"""How old the lead's day may be for it to be the report's news, with the days that publication is uncertain by."""
COMMA = 40
"""What a clause's border between a time and its cue counts, in characters of distance."""

_PRONOUNS = re.compile(r"(?:s?he|they|it|who)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2,}")
_BORDER = re.compile(r"[,;:—–]\s|\b(?:who|which|whose|when|after|before|while|where|since)\b")
# What moves a saying away from the day of the report although no date is given.
_ELSEWHEN = re.compile(
    r"\b(?:previously|earlier|once|formerly|(?:has|have|had)\s+(?:\w+ly\s+|also\s+|already\s+|long\s+|repeatedly\s+)?\w+(?:ed|id|ld|en|un|te)"
    r"|in the past|years? before|long|often|repeatedly|at the time|ago|ever since)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    block: int
    times: tuple[TimeExpression, ...]


def date_sayings(document: Document, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """
    Return *attributions* of *document* with ``on`` resolved against its date.

    The day is the time in the reporting clause; or that of the saying before it, where the same
    speaker goes on; or, in a report whose first sentence tells of a day by its name, the days
    from that one to publication, where nothing moves the saying elsewhere. Only the first has a
    ``time_span``: the others are carried over.
    """
    told = _sentences(document)
    ordered = sorted(attributions, key=lambda a: (_anchor(a), a.content_spans, a.id))
    dated: dict[str, Attribution] = {}
    before: Attribution | None = None
    for attribution in ordered:
        sentence = _sentence_of(attribution, told)
        fresh = replace(attribution, on=None, time_span=None)
        after = _date(document, fresh, sentence, before, told) if sentence else fresh
        dated[attribution.id] = after
        if not after.narrated:
            before = after
    _date_lead(ordered, dated, told)
    _date_rest(document, ordered, dated, told)
    return tuple(dated[a.id] for a in attributions)


def _sentences(document: Document) -> tuple[_Sentence, ...]:
    return tuple(
        _Sentence(span, number, find_times(document.text, span))
        for number, block in enumerate(document.body)
        for span in sentences(document.text, block)
    )


def _anchor(attribution: Attribution) -> int:
    """Where the saying stands: its cue, else its source, else its content."""
    span = attribution.cue_span or attribution.source_span
    return span.start if span else attribution.content_spans[0].start if attribution.content_spans else 0


def _sentence_of(attribution: Attribution, told: Sequence[_Sentence]) -> _Sentence | None:
    at = _anchor(attribution)
    place = bisect_right(told, at, key=lambda sentence: sentence.span.start) - 1
    return told[place] if place >= 0 and at < told[place].span.end else None


def _date(
    document: Document,
    attribution: Attribution,
    sentence: _Sentence,
    before: Attribution | None,
    told: Sequence[_Sentence],
) -> Attribution:
    own = _own_time(document.text, attribution, sentence)
    if own and isinstance(own.value, SameDay):
        return replace(attribution, on=before.on, time_span=own.span) if before and before.on else attribution
    if own:
        return replace(attribution, on=resolve(own, document.published.interval), time_span=own.span)
    if before and before.on and _goes_on(document.text, attribution, before, sentence, told):
        return replace(attribution, on=before.on)
    return attribution


def _own_time(text: str, attribution: Attribution, sentence: _Sentence) -> TimeExpression | None:
    """The time of the reporting clause: outside the content, nearest the cue."""
    at = attribution.cue_span or attribution.source_span
    if at is None:
        return None
    times = [
        e
        for e in sentence.times
        if not e.is_future
        and not isinstance(e.value, Since | Unanchored)
        and not any(content.meets(e.span) for content in attribution.content_spans)
    ]
    return min(times, key=lambda e: (_distance(text, e.span, at), e.span), default=None)


def _distance(text: str, time: Span, cue: Span) -> int:
    start, end = (time.end, cue.start) if time.end <= cue.start else (cue.end, time.start)
    between = text[start:end] if start < end else ""
    return len(between) + COMMA * len(_BORDER.findall(between))


def _goes_on(
    text: str, attribution: Attribution, before: Attribution, sentence: _Sentence, told: Sequence[_Sentence]
) -> bool:
    """Whether the same speaker goes on with what was said before."""
    if attribution.cue_span and attribution.cue_span == before.cue_span:
        return True
    earlier = _sentence_of(before, told)
    if earlier is None or sentence.block - earlier.block > CARRY_BLOCKS or _is_elsewhen(text, attribution, sentence):
        return False
    return _same_speaker(text, attribution, before)


def _same_speaker(text: str, attribution: Attribution, before: Attribution) -> bool:
    if attribution.source and before.source:
        return attribution.source == before.source
    if not attribution.source_span or not before.source_span:
        return False
    words = attribution.source_span.cut(text)
    if _PRONOUNS.match(words):
        return True
    return bool(_names(words) & _names(before.source_span.cut(text)))


def _names(words: str) -> set[str]:
    return {word for word in _NAME.findall(words) if word[0].isupper()}


def _is_elsewhen(text: str, attribution: Attribution, sentence: _Sentence) -> bool:
    """Whether the reporting clause itself speaks of another time than the report's."""
    at = attribution.cue_span or attribution.source_span
    if at is None:
        return True
    around = text[max(sentence.span.start, at.start - COMMA) : min(sentence.span.end, at.end + COMMA // 2)]
    outside = around if not any(c.meets(at) for c in attribution.content_spans) else at.cut(text)
    return bool(_ELSEWHEN.search(outside))


def _date_lead(ordered: Sequence[Attribution], dated: dict[str, Attribution], told: Sequence[_Sentence]) -> None:
    """The lead sums up what its speaker said on the day that the next sentences give."""
    spoken = [dated[a.id] for a in ordered if not a.narrated]
    if len(spoken) < 2 or spoken[0].on or not spoken[1].on:
        return
    first, second = spoken[0], spoken[1]
    places = [_sentence_of(a, told) for a in (first, second)]
    if first.source is None or first.source != second.source or places[0] is None or places[1] is None:
        return
    if places[0].block == 0 and places[1].block <= CARRY_BLOCKS:
        dated[first.id] = replace(first, on=second.on)


def _date_rest(
    document: Document, ordered: Sequence[Attribution], dated: dict[str, Attribution], told: Sequence[_Sentence]
) -> None:
    """What has no date of its own was said between the day of the news and publication."""
    news = _news_days(document, told)
    if news is None:
        return
    for attribution in ordered:
        current = dated[attribution.id]
        sentence = _sentence_of(current, told)
        if current.on or current.narrated or sentence is None or _is_elsewhen(document.text, current, sentence):
            continue
        if not any(isinstance(e.value, Unanchored) or _is_distant(e, document, news) for e in sentence.times):
            dated[attribution.id] = replace(current, on=news)


def _is_distant(expression: TimeExpression, document: Document, news: Interval) -> bool:
    days = resolve(expression, document.published.interval)
    return days is not None and not expression.is_future and days.latest < news.earliest


def _news_days(document: Document, told: Sequence[_Sentence]) -> Interval | None:
    """From the day that the first sentence names ("on Thursday", "today") to the last on which it was published."""
    published = document.published.interval
    if published is None or not told:
        return None
    for expression in told[0].times:
        value = expression.value
        is_named = isinstance(value, Weekday) or (isinstance(value, Shifted) and value.unit is Unit.DAY)
        days = resolve(expression, published) if is_named and not expression.is_future else None
        if days and days.is_day and 0 <= (published.latest - days.earliest).days <= NEWS_DAYS:
            return Interval(days.earliest, published.latest)
    return None
