"""Who is cited or quoted, and who cites them: "A, X said, citing Y", "X quoted Y as saying A"."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import OBJECTS, is_auxiliary, phrase_after, phrase_before
from stemma.attribute.speakers import can_speak
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import Word, span_of
from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["CITED", "CITING", "read_citing"]

CITING = frozenset(("citing", "quoting"))
CITED = frozenset(("cited", "cites", "quoted", "quotes"))
GAP = 3
"""Characters between two words that stand side by side, at most."""
SCRAP = 2
"""Characters before a speaker that are a mark and a space."""


def read_citing(words: Sequence[Word], draft: Draft, contents: Sequence[Span]) -> Draft:
    """Read "X reported, citing Y, that A", "A, X said, citing Y", "X cited a report by Y, saying A", "X quoted Y"."""
    for at, word in enumerate(words):
        if word.low not in CITING | CITED or not _is_near(words, at, draft):
            continue
        after = _cited_after(words, at + 1)
        if after is None or _is_told(words, after, contents):
            continue
        cited = span_of(words, after)
        if word.low == "quoting" and _is_as_saying(words, after[1]) and draft.reach.end <= word.span.start:
            continue  # what stands before it is not what is quoted
        said = _without(words, draft.contents, after) or (cited,)
        if word.low in CITED:
            before = phrase_before(words, at)
            if before is None or _is_passive(words, at):
                continue
            citing = span_of(words, _behind_quotation(words, before))
            is_known = any(span.meets(citing) for span in draft.via)
            via = draft.via if is_known else (*draft.via, citing)
            return replace(draft, contents=said, source=cited, via=via)
        if draft.source is None or draft.source.meets(cited):
            return replace(draft, contents=said, source=cited)
        return replace(draft, contents=said, source=cited, via=(*draft.via, draft.source))
    return draft


def _cited_after(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return who is cited from word *at* on: somebody who can speak, or the "him" of "quoted him as saying"."""
    if at + 1 < len(words) and words[at].low in OBJECTS and words[at + 1].low == "as":
        return at, at + 1
    after = phrase_after(words, at)
    return after if after is not None and can_speak(words[slice(*after)]) else None


def _without(words: Sequence[Word], contents: Sequence[Span], cited: tuple[int, int]) -> tuple[Span, ...]:
    """Return of *contents* what is said: no "him as saying" before it, and no "two officials" that are cited for it."""
    at = cited[1]
    if _is_as_saying(words, at):
        at += 3 if at + 2 < len(words) and words[at + 2].low == "that" else 2
    who = Span(words[cited[0]].span.start, words[at - 1].span.end)
    kept = []
    for span in contents:
        if not span.meets(who):
            kept.append(span)
        elif span.start >= who.start - SCRAP and span.end > who.end + SCRAP and at < len(words):
            kept.append(Span(words[at].span.start, span.end))
    return tuple(kept)


def _is_as_saying(words: Sequence[Word], at: int) -> bool:
    return [word.low for word in words[at : at + 2]] == ["as", "saying"]


def _behind_quotation(words: Sequence[Word], phrase: tuple[int, int]) -> tuple[int, int]:
    """Return what of *phrase* stands behind the quotation that was left out of *words*, where one was."""
    gaps = (at for at in range(phrase[1] - 1, phrase[0], -1) if words[at].span.start - words[at - 1].span.end > GAP)
    return next(gaps, phrase[0]), phrase[1]


def _is_told(words: Sequence[Word], cited: tuple[int, int], contents: Sequence[Span]) -> bool:
    """Tell whether no speaker is cited but what he did or said ("citing the arrest of Broz and Lind")."""
    follows = words[cited[1]] if cited[1] < len(words) else None
    if follows is None or follows.low in {"as", "that"}:
        return False
    goes_on = follows.low == "and" or follows.low in words_of("prepositions")
    return is_auxiliary(follows) or (goes_on and any(span.holds(span_of(words, cited)) for span in contents))


def _is_near(words: Sequence[Word], at: int, draft: Draft) -> bool:
    """Tell whether the citing verb is the cue or belongs to its clause: no other reporting verb between."""
    cue = draft.cue
    if cue is None:
        return False
    if cue.meets(words[at].span):
        return True
    first, second = sorted((cue, words[at].span))
    between = [w for w in words if first.end <= w.span.start and w.span.end <= second.start]
    is_gerund = words[at].low in CITING
    others = [w for w in between if (form := verb_form(w.low)) is not None and not form.is_gerund and form.is_past]
    return not others and (is_gerund or any(w.low.endswith("ing") for w in words if cue.meets(w.span)))


def _is_passive(words: Sequence[Word], at: int) -> bool:
    return any(word.low in {"was", "were", "is", "are", "been", "being"} for word in words[max(0, at - 3) : at])
