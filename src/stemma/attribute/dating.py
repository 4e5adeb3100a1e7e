"""The day it was said."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from stemma.attribute.occasions import is_elsewhen, is_same_speaker, moved_by, own_time
from stemma.model import Attribution, Document, Interval, Span
from stemma.prose import sentences
from stemma.when import SameDay, Shifted, TimeExpression, Unit, Weekday, find_times, resolve

__all__ = ["date_sayings"]

CARRY_BLOCKS = 1
"""A speaker who goes on in the next paragraph goes on on the same day; two paragraphs on it may be another."""
NEWS_DAYS = 3
"""How long before publication a day may lie for a saying to be dated as between the two."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    block: int
    times: tuple[TimeExpression, ...]


def date_sayings(document: Document, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """
    Return *attributions* of *document* with ``on`` resolved against its date.

    The day is the time in the reporting clause; or that of the saying before it, where the same
    speaker goes on. Else it is what can be known without words for it: a saying that tells of a
    past day lies between that day and publication, and in a report whose first sentence tells of
    a day by its name ("on Thursday", "today") so does what nothing moves elsewhere. Only the
    first of these has a ``time_span``.
    """
    told = _sentences(document)
    ordered = sorted(attributions, key=lambda a: (_anchor(a), a.content_spans, a.id))
    dated: dict[str, Attribution] = {}
    before: Attribution | None = None
    for attribution in ordered:
        fresh = replace(attribution, on=None, time_span=None)
        dated[attribution.id] = _date(document, fresh, before, told)
        if not attribution.narrated:
            before = dated[attribution.id]
    _date_lead(ordered, dated, told)
    news = _news_days(document, told)
    for attribution in ordered:
        current = dated[attribution.id]
        if current.on is None and not current.narrated:
            on = _since_event(document, current, told) or _since_news(document, current, told, news)
            dated[attribution.id] = replace(current, on=on)
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


def _place(at: int, told: Sequence[_Sentence]) -> int | None:
    place = bisect_right(told, at, key=lambda sentence: sentence.span.start) - 1
    return place if place >= 0 and at < told[place].span.end else None


def _date(
    document: Document, attribution: Attribution, before: Attribution | None, told: Sequence[_Sentence]
) -> Attribution:
    place = _place(_anchor(attribution), told)
    if place is None:
        return attribution
    own = own_time(document.text, attribution, told[place].span, told[place].times)
    if before and before.on and _shares_clause(document.text, attribution, before, place, told, own):
        return replace(attribution, on=before.on)
    if own and isinstance(own.value, SameDay):
        return replace(attribution, on=_spoken_of(document, own, place, told), time_span=own.span)
    if own:
        return replace(attribution, on=resolve(own, document.published.counted_from), time_span=own.span)
    if before and before.on and _goes_on(document.text, attribution, before, place, told):
        return replace(attribution, on=before.on)
    return attribution


def _spoken_of(document: Document, same: TimeExpression, place: int, told: Sequence[_Sentence]) -> Interval | None:
    """The day that "on the same day" points back to: the last one told, in this paragraph or the one before."""
    for sentence in reversed(told[: place + 1]):
        if told[place].block - sentence.block > CARRY_BLOCKS:
            return None
        for expression in reversed(sentence.times):
            days = (
                resolve(expression, document.published.counted_from) if expression.span.end <= same.span.start else None
            )
            if days:
                return days
    return None


def _shares_clause(
    text: str,
    attribution: Attribution,
    before: Attribution,
    place: int,
    told: Sequence[_Sentence],
    own: TimeExpression | None,
) -> bool:
    """Whether it hangs on the clause that the saying before it was dated by."""
    if attribution.cue_span and attribution.cue_span == before.cue_span:
        return True
    follows = own is not None and attribution.cue_span and own.span.start >= attribution.cue_span.start
    same_sentence = _place(_anchor(before), told) == place
    return same_sentence and before.time_span is not None and not follows and is_same_speaker(text, attribution, before)


def _goes_on(text: str, attribution: Attribution, before: Attribution, place: int, told: Sequence[_Sentence]) -> bool:
    """Whether the same speaker goes on with what was said before."""
    earlier = _place(_anchor(before), told)
    if earlier is None or told[place].block - told[earlier].block > CARRY_BLOCKS:
        return False
    return not is_elsewhen(text, attribution, told[place].span) and is_same_speaker(text, attribution, before)


def _date_lead(ordered: Sequence[Attribution], dated: dict[str, Attribution], told: Sequence[_Sentence]) -> None:
    """The lead sums up what its speaker said on the day that the next sentences give."""
    spoken = [dated[a.id] for a in ordered if not a.narrated]
    if len(spoken) < 2 or spoken[0].on or not spoken[1].on:
        return
    first, second = spoken[0], spoken[1]
    places = [_place(_anchor(a), told) for a in (first, second)]
    if first.source is None or first.source != second.source or places[0] is None or places[1] is None:
        return
    if told[places[0]].block == 0 and told[places[1]].block <= CARRY_BLOCKS:
        dated[first.id] = replace(first, on=second.on)


def _since_event(document: Document, attribution: Attribution, told: Sequence[_Sentence]) -> Interval | None:
    """From the past day that the saying tells of until publication, where that is a matter of days."""
    published = document.published.interval
    if published is None:
        return None
    days = [
        days.latest
        for content in attribution.content_spans
        if (place := _place(content.start, told)) is not None
        for e in told[place].times
        if not e.is_future and content.holds(e.span) and (days := resolve(e, published)) and days.days <= NEWS_DAYS
    ]
    return _until_publication(max(days), published) if days else None


def _until_publication(day: date, published: Interval) -> Interval | None:
    if not timedelta(0) <= published.earliest - day <= timedelta(days=NEWS_DAYS):
        return None
    return Interval(day, min(published.latest, day + timedelta(days=NEWS_DAYS)))


def _since_news(
    document: Document, attribution: Attribution, told: Sequence[_Sentence], news: Interval | None
) -> Interval | None:
    """The days of the news, for what has no date of its own and does not speak of another time."""
    place = _place(_anchor(attribution), told)
    if news is None or place is None or is_elsewhen(document.text, attribution, told[place].span):
        return None
    elsewhen = moved_by(document.text, attribution, told[place].span, told[place].times)
    return None if elsewhen else news


def _news_days(document: Document, told: Sequence[_Sentence]) -> Interval | None:
    """From the day that the first sentence names ("on Thursday", "today") to the last on which it was published."""
    published = document.published.interval
    if published is None or not told:
        return None
    for expression in told[0].times:
        value = expression.value
        is_named = isinstance(value, Weekday) or (isinstance(value, Shifted) and value.unit is Unit.DAY)
        days = resolve(expression, published) if is_named and not expression.is_future else None
        if days and days.is_day:
            return _until_publication(days.earliest, published)
    return None
