"""Speakers in the passive: "Kim was quoted by the agency as saying", "said Kim, quoted in the paper"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import is_auxiliary, phrase_after, phrase_before
from stemma.attribute.speakers import can_speak
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import Word, span_of
from stemma.model import Span

__all__ = ["read_passive"]

QUOTED = frozenset(("cited", "quoted"))
AS_SAYING = frozenset(("saying", "stating", "telling"))


@dataclass(frozen=True, slots=True)
class _Passive:
    """One clause of quoting in the passive."""

    speaker: Span | None
    relay: Span
    reach: Span
    """From the verb before the speaker ("said Kim, quoted by …") to "as saying"."""
    has_saying: bool


def read_passive(words: Sequence[Word], draft: Draft) -> Draft:
    """
    Return *draft* with whoever quotes as relay and whoever is quoted as source.

    Args:
        words: The words of the sentence that stand outside quotation marks.
    """
    for at, word in enumerate(words):
        if word.low not in QUOTED:
            continue
        passive = _find(words, at)
        if passive is None and _says(words, at + 1) and draft.cue is not None and draft.cue.meets(word.span):
            return _by_nobody(words, at, draft)
        if passive is None or _is_told(passive, draft):
            continue
        contents = tuple(part for span in draft.contents for part in _outside(span, passive.reach))
        told = replace(draft, contents=contents or draft.contents)
        if any(span.meets(passive.relay) for span in draft.via):
            return told
        if draft.source is not None and not draft.source.meets(passive.relay):
            return replace(told, via=(passive.relay, *draft.via))
        if passive.speaker is not None:
            return replace(told, source=passive.speaker, via=(*draft.via, passive.relay))
    return draft


def _by_nobody(words: Sequence[Word], at: int, draft: Draft) -> Draft:
    """Read "Kim was quoted as saying A": who quotes Kim is not told."""
    reach, speaker = span_of(words, (at, at + 3)), _speaker_before(words, at)
    parts = [part for span in draft.contents for part in _outside(span, reach)]
    source = draft.source if draft.source is not None or speaker is None else span_of(words, speaker)
    return replace(draft, contents=tuple(parts) or draft.contents, source=source)


def _is_told(passive: _Passive, draft: Draft) -> bool:
    """Tell whether the quoting is part of what is said ("said that boats cited by the guild had sunk")."""
    speaks = draft.source is not None and not draft.source.meets(passive.relay)
    return not passive.has_saying and speaks and any(span.holds(passive.relay) for span in draft.contents)


def _find(words: Sequence[Word], at: int) -> _Passive | None:
    """Return the clause around the participle at *at*; None where nobody quotes ("was quoted on Monday")."""
    by = at + 3 if _says(words, at + 1) else at + 1
    if by >= len(words) or words[by].low not in {"by", "in"}:
        return None
    relay = phrase_after(words, by + 1)
    if relay is None or not can_speak(words[slice(*relay)]):
        return None
    has_saying = by > at + 1 or _says(words, relay[1])
    end = relay[1] + 2 if _says(words, relay[1]) else relay[1]
    speaker = _speaker_before(words, at)
    start = at if speaker is None else speaker[0]
    if start and (form := verb_form(words[start - 1].low)) is not None and form.is_past:
        start -= 1
    return _Passive(
        speaker=None if speaker is None else span_of(words, speaker),
        relay=span_of(words, relay),
        reach=span_of(words, (start, end)),
        has_saying=has_saying,
    )


def _says(words: Sequence[Word], at: int) -> bool:
    """Tell whether "as saying" stands at *at*."""
    return at + 1 < len(words) and words[at].low == "as" and words[at + 1].low in AS_SAYING


def _speaker_before(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return who is quoted: the subject before "was quoted", or the name before ", quoted"."""
    end = at
    while end and is_auxiliary(words[end - 1]):
        end -= 1
    if end == at and words[end - 1].text == ",":
        end -= 1
    speaker = phrase_before(words, end)
    return speaker if speaker is not None and can_speak(words[slice(*speaker)]) else None


def _outside(span: Span, clause: Span) -> list[Span]:
    """Return what of *span* lies before and after *clause*."""
    before = Span(span.start, max(span.start, min(span.end, clause.start)))
    after = Span(min(span.end, max(span.start, clause.end)), span.end)
    return [part for part in (before, after) if len(part)]
