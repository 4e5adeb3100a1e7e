"""Quotations that carry on what a speaker said just before, without a reporting clause of their own."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage, Unit
from stemma.attribute.words import words_in
from stemma.lexicon import words_of
from stemma.model import overlap
from stemma.prose import is_continued

__all__ = ["SELF", "carry", "is_bare", "is_title"]

CAPTIONS = 3
"""Lines without a stop that are stepped over at most: more of them are no captions but a text of its own."""
COVERED = 0.5
"""Share of a quotation that drafts hold for it to be read already."""
LONG = 4
"""Letters of a word that a title writes with a capital."""
SELF = frozenset(("i", "i'd", "i'll", "i'm", "i've", "we", "we'd", "we'll", "we're", "we've"))
"""Who speaks inside the marks is the speaker himself."""


def carry(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Return *drafts* with each bare quotation given to whoever spoke right before it.

    A bare quotation is a sentence, or several, that stands in marks from its first word to its last. It goes on
    with what is said before it in its paragraph ("“A,” X said. “B.”"). At the head of a paragraph it goes on
    with a quotation that the paragraph before left open, or ended with; a paragraph of nothing but quotations also
    with what the paragraph before ended with in other words ("X says that A. ¶ “A indeed.”"). Where nobody spoke
    right before, the tagger's choice stays.
    """
    carried = [draft for draft in drafts if not _is_self_report(passage, draft)]
    by_unit = _by_unit(passage, carried)
    for number, unit in enumerate(passage.units):
        if not is_bare(unit) or is_title(unit):
            continue
        before = _before(passage, by_unit, number)
        if before is None or before.cue is None:
            continue
        own = [draft for draft in by_unit.get(number, ()) if not _is_inside(unit, draft)]
        if any(_is_nearer(passage, draft, before, number) for draft in own):
            continue
        kept = [draft for draft in by_unit.get(number, ()) if draft not in own]
        by_unit[number] = [replace(before, contents=(unit.span,)), *kept]
    return [draft for number in sorted(by_unit) for draft in by_unit[number]]


def is_bare(unit: Unit) -> bool:
    """Tell whether all words of *unit* stand in quotation marks."""
    told = [word for word in unit.words if word.is_word]
    return bool(told and unit.quotes) and all(unit.quoted(word.span.start) for word in told)


def is_title(unit: Unit) -> bool:
    """Tell whether all longer words begin with a capital: a heading or the name of a work."""
    longer = [word for word in unit.words if len(word.text) >= LONG]
    return bool(longer) and all(word.is_name for word in longer)


def _by_unit(passage: Passage, drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        number = passage.index_at(draft.start)
        found.setdefault(-1 if number is None else number, []).append(draft)
    return found


def _is_inside(unit: Unit, draft: Draft) -> bool:
    """Tell whether it is a report that the quoted words themselves make."""
    return draft.cue is not None and unit.quoted(draft.cue.start)


def _is_self_report(passage: Passage, draft: Draft) -> bool:
    """Tell whether the quoted speaker only says what he himself thinks or asks ("“We’ve asked them to leave”")."""
    unit = None if draft.cue is None else passage.unit_at(draft.cue.start)
    if unit is None or draft.source is None or not _is_inside(unit, draft) or not unit.quoted(draft.source.start):
        return False
    words = words_in(passage.text, draft.source)
    return len(words) == 1 and words[0].low in SELF


def _before(passage: Passage, by_unit: dict[int, list[Draft]], number: int) -> Draft | None:
    """Return what was said last before unit *number*, if it may go on there."""
    unit, at = passage.units[number], _unit_before(passage, number)
    if at is None:
        return None
    last = passage.units[at]
    said = [draft for draft in by_unit.get(at, ()) if not _is_inside(last, draft) and draft.cue is not None]
    if not said:
        return None
    if last.block == unit.block:
        return max(said, key=lambda draft: draft.reach.end)
    ending = [draft for draft in said if last.quotes and overlap(draft.contents, (last.quotes[-1],))]
    if ending:
        goes_on = is_continued(passage.text, last.quotes[-1]) or _is_alone(passage, number)
        return ending[-1] if goes_on else None
    is_one = len({draft.source for draft in said}) == 1 and not _is_rumour(passage.text, said[0])
    return said[0] if is_one and _is_alone(passage, number) else None


def _unit_before(passage: Passage, number: int) -> int | None:
    """Return the unit before *number*; a caption between two paragraphs, which no stop ends, is stepped over."""
    for at in range(number - 1, max(-1, number - 2 - CAPTIONS), -1):
        if at == 0 or not _is_caption(passage, at, number):
            return at
    return None


def _is_caption(passage: Passage, at: int, number: int) -> bool:
    """Tell whether unit *at* is of another paragraph than unit *number*, and no stop ends it."""
    end = passage.units[at].span.end
    return passage.units[at].block != passage.units[number].block and passage.text[end - 1 : end].isalnum()


def _is_rumour(text: str, draft: Draft) -> bool:
    """Tell whether nobody in particular says it ("some reports"): such have no words of their own to quote."""
    words = [] if draft.source is None else words_in(text, draft.source)
    return not words or words[-1].low in words_of("report_nouns")


def _is_alone(passage: Passage, number: int) -> bool:
    """Tell whether nothing but quotations stands in the paragraph that unit *number* opens."""
    block = passage.units[number].block
    at = number
    while at < len(passage.units) and passage.units[at].block == block:
        if not is_bare(passage.units[at]):
            return False
        at += 1
    return True


def _is_nearer(passage: Passage, draft: Draft, before: Draft, number: int) -> bool:
    """Tell whether the tagger gives it to a clause that stands before it, not to a later one."""
    if draft.cue is None or before.cue is None:
        return False
    at = passage.index_at(draft.cue.start)
    if at is not None and _is_caption(passage, at, number):
        return False
    return draft.cue.start < passage.units[number].span.start and not draft.cue.meets(before.cue)
