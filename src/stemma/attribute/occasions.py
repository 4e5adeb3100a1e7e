"""Which time belongs to a saying, and whether two sayings belong to one occasion."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.phrases import is_auxiliary
from stemma.attribute.verbs import is_past, verb_form
from stemma.attribute.words import words_in
from stemma.lexicon import words_of
from stemma.model import Attribution, Span
from stemma.when import Ago, Look, Since, TimeExpression, Unanchored, Unit

__all__ = ["is_elsewhen", "is_same_speaker", "moved_by", "own_time"]

COMMA = 40
"""What a clause's border between a time and its cue counts, in characters of distance."""
REACH = 600
"""Characters between a time and its cue at most; each time is held against all words between, which may be many."""
AROUND = 40
"""Characters around a cue in which words can move it to another time."""

_PRONOUNS = re.compile(r"(?:s?he|they|it|who)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2,}")
_BORDER = re.compile(r"[,;:—–]\s|\b(?:who|which|whose|when|after|before|while|where|since)\b")
# A clause about a thing or a time, which is none of the reporting clause's: "the camp, which opened in May, …".
_ASIDE = re.compile(r"\b(?:who|which|whose|where|when|after|before|since|that)\b[^,;:—–”\"]*$")
_RELATIVE = re.compile(r"\b(?:who|which|whose|where)\b[^,;:—–”\"]*$")
# Where it was said: a time behind it, in one clause with it, is that of the saying.
_OCCASION = re.compile(
    r"\b(?:at|during|in|on)\s+(?:an?|her|his|its|the|their)\s+(?:[\w'’-]+\s+){0,2}(?:address|appearance|article|briefing"
    r"|broadcast|call|column|conference|conversation|e-?mail|filing|hearing|interview|letter|meeting|memo|message|op-ed"
    r"|post|rally|report|ruling|session|speech|statement|testimony|tweet)\b[^,;:.—–”\"]*$"
)
# What moves a saying away from the day of the report although no date is given.
_ELSEWHEN = re.compile(
    r"\b(?:previously|earlier|once|long|often|at the time|ago"
    r"|(?:has|have|had)\s+(?:\w+ly\s+|also\s+|long\s+)?\w+(?:ed|id|ld|en|un|te))\b",
    re.IGNORECASE,
)


def own_time(
    text: str, attribution: Attribution, sentence: Span, times: Sequence[TimeExpression], contents: Sequence[Span]
) -> TimeExpression | None:
    """
    Return the time of the reporting clause: outside the content and its asides, nearest the cue; or None.

    *contents* is all that is said under the cue ("said that A on Monday and that B" is two sayings).
    """
    cue = attribution.cue_span or attribution.source_span
    if cue is None:
        return None
    fitting = [e for e in times if _can_date(text, contents, sentence, cue, e)]
    nearest = min(fitting, key=lambda e: (_distance(text, e.span, cue), e.span), default=None)
    # "criticised the planned weir in an interview on Monday": what is planned lies ahead, the Monday does not
    return replace(nearest, look=Look.BACK) if nearest is not None and nearest.is_future else nearest


def _can_date(text: str, contents: Sequence[Span], sentence: Span, cue: Span, e: TimeExpression) -> bool:
    if isinstance(e.value, Since | Unanchored) or abs(e.span.start - cue.start) > REACH:
        return False
    if any(content.meets(e.span) for content in contents):
        return False
    if isinstance(e.value, Ago) and e.span.start > sentence.start and _distance(text, e.span, cue) > COMMA:
        return False  # "showed a film of a speech two decades ago": the speech is old
    behind = [content.end for content in contents if cue.end <= content.start and content.end <= e.span.start]
    is_occasion_s = bool(behind) and _OCCASION.search(text, max(behind), e.span.start) is not None
    is_verb_s = bool(behind) and not e.is_future and _publishes(text, cue, Span(cue.end, max(behind)), e)
    if (behind or e.is_future) and not is_occasion_s and not is_verb_s:
        return False  # what follows the content speaks of it, but for where it was said or made public
    return not _is_aside(text, sentence, cue, e)


def _publishes(text: str, cue: Span, content: Span, e: TimeExpression) -> bool:
    """Tell whether a thing is made public on a day that stands at once behind it ("reported a loss last week")."""
    forms = [form for word in words_in(text, cue) if (form := verb_form(word.low))]
    words = words_in(text, content)
    is_clause = any(
        is_auxiliary(w) or is_past(w.low) or w.low in {"that", "to"} or w.low.endswith("ing") for w in words
    )
    is_next = text[content.end : e.span.start].strip() in {"", "in", "on"}
    return is_next and not is_clause and any(form.lemma in words_of("publishing_verbs") for form in forms)


def _is_aside(text: str, sentence: Span, cue: Span, e: TimeExpression) -> bool:
    """Whether time and cue stand on two sides of a clause's border that neither reaches over."""
    start = max(sentence.start, min(cue.start, e.span.start) - REACH)
    around_cue = _RELATIVE.search(text, start, cue.start)
    if around_cue and e.span.end <= around_cue.start():
        return True  # "the raids of 2009, in which the ministry said …"
    around_time = _ASIDE.search(text, start, e.span.start)
    return around_time is not None and not around_time.start() <= cue.start < e.span.end


def moved_by(text: str, attribution: Attribution, times: Sequence[TimeExpression]) -> bool:
    """Tell whether the reporting clause has a time that cannot be anchored ("told reporters days later")."""
    cue = attribution.cue_span or attribution.source_span
    if cue is None:
        return True
    loose = [e for e in times if isinstance(e.value, Unanchored) and abs(e.span.start - cue.start) <= REACH]
    outside = [
        e
        for e in loose
        if not any(content.meets(e.span) for content in attribution.content_spans) and not _is_within_day(e)
    ]
    return any(_distance(text, e.span, cue) <= AROUND for e in outside)


def _is_within_day(e: TimeExpression) -> bool:
    """Tell whether it counts hours or minutes ("hours after he said"), which leave the news its day."""
    return isinstance(e.value, Unanchored) and e.value.unit in {Unit.HOUR, Unit.MINUTE}


def _distance(text: str, time: Span, cue: Span) -> int:
    start, end = (time.end, cue.start) if time.end <= cue.start else (cue.end, time.start)
    between = text[start:end] if start < end else ""
    return len(between) + COMMA * len(_BORDER.findall(between))


def is_same_speaker(text: str, attribution: Attribution, before: Attribution) -> bool:
    """Tell whether both are said by one: by their ids where they are known, else by a pronoun or a shared name."""
    if attribution.source and before.source:
        return attribution.source == before.source
    if not attribution.source_span or not before.source_span:
        return False
    words = attribution.source_span.cut(text)
    return bool(_PRONOUNS.match(words) or _names(words) & _names(before.source_span.cut(text)))


def _names(words: str) -> set[str]:
    return {word for word in _NAME.findall(words) if word[0].isupper()}


def is_elsewhen(text: str, attribution: Attribution, sentence: Span) -> bool:
    """Tell whether the reporting clause itself speaks of another time than the report's."""
    at = attribution.cue_span or attribution.source_span
    if at is None:
        return True
    if any(content.meets(at) for content in attribution.content_spans):
        return bool(_ELSEWHEN.search(at.cut(text)))
    start = max(sentence.start, at.start - AROUND)
    start = max((m.end() for m in _BORDER.finditer(text, start, at.start)), default=start)
    end = min([sentence.end, at.end + AROUND // 2, *(s.start for s in attribution.content_spans if s.start >= at.end)])
    return bool(_ELSEWHEN.search(text, start, end))
