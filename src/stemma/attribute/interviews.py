"""What somebody told a news outlet sentence after sentence: "Kim told the Herald A. She said B."."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.attribute.draft import Draft
from stemma.attribute.nesting import is_saying
from stemma.attribute.passage import Passage, Unit
from stemma.attribute.speakers import is_outlet, trim_source
from stemma.attribute.words import Word, words_in
from stemma.lexicon import pairs_of, words_of
from stemma.model import Span

__all__ = ["go_on_telling", "tell_him"]

NEXT = 1
"""Paragraphs from one sentence of an interview to the next."""
LAST = 2
"""Paragraphs behind the one that names the outlet in which it still holds; later the same man may tell others."""
ALSO = 2
"""Paragraphs more of either, where he "also" says it: what stands between is told beside his words."""
FAR = 2
"""Paragraphs over which a reporter is the "him" who was told: a heading may stand between."""
GOING_ON = frozenset(("he", "she", "they"))
PLAIN_PERSONS = {"man": "m", "woman": "f"}
"""Nouns that take up anybody of their sex."""
_TOLD_HIM = re.compile(r"\b(?:told|tells|telling)\s+(?:him|her|them)\Z", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\bhad\b|\bearlier\b|\b(?:e-?mail|facebook|instagram|news conference|press conference|posted|release|reporters"
    r"|statement|testif\w+|tweet\w*|twitter|wrote)\b",
    re.IGNORECASE,
)
"""In a sentence with one of these he speaks to others than the outlet, or did so before."""
_PLACED = re.compile(
    r"\b(?:at|before|during|in|on|to)\s+(?:[\w'’-]+\s+){0,3}(?:book|broadcast|congress|council|court|debate|diary|hearing"
    r"|inquest|memoir|parliament|podcast|radio|rally|senate|sermon|speech|television|trial|tv)\b",
    re.IGNORECASE,
)
"""So he does at one of these places, where it does not stand in what he says."""
_TELLING = re.compile(r"(?:tells?|told|telling)\b", re.IGNORECASE)
"""Whoever is told by these is another hearer, but for a name: that may be the reporter's."""

_ALSO = re.compile(r"\balso\b", re.IGNORECASE)
_PERFECT = re.compile(r"(?:has|have|had)\b", re.IGNORECASE)
"""What somebody has denied all along he did not tell this outlet."""


@dataclass(frozen=True, slots=True)
class _Interview:
    """Who told which outlet, in which paragraph, and the last one that goes on with it."""

    speaker: Span
    relay: Span
    opened: int
    block: int


def go_on_telling(passage: Passage, drafts: Sequence[Draft], told: Mapping[Span, Span]) -> list[Draft]:
    """
    Return *drafts* with the outlet of an interview as a relay in the sentences that go on with it.

    Args:
        passage: The text that they are of.
        drafts: What is said, with its relays.
        told: The outlets that were told something, by the cues that say so.
    """
    found = list(drafts)
    order = sorted((at for at, draft in enumerate(drafts) if draft.cue), key=lambda at: (drafts[at].cue, at))
    interview: _Interview | None = None
    for at in order:
        draft = drafts[at]
        number = None if draft.cue is None else passage.index_at(draft.cue.start)
        if draft.cue is None or draft.source is None or number is None:
            continue
        unit = passage.units[number]
        if draft.cue in told:
            interview = _Interview(draft.source, told[draft.cue], unit.block, unit.block)
        elif unit.quoted(draft.cue.start):
            continue
        elif interview is not None and _goes_on(passage.text, draft, interview, unit):
            interview = replace(interview, block=unit.block)
            found[at] = replace(draft, via=(interview.relay,))
        else:
            interview = None
    return found


def tell_him(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return *drafts* with the reporter as a relay whom a pronoun names as the hearer ("residents told him A")."""
    found = list(drafts)
    order = sorted((at for at, draft in enumerate(drafts) if draft.cue), key=lambda at: (drafts[at].cue, at))
    before: tuple[Span, int] | None = None
    for at in order:
        draft = drafts[at]
        unit = None if draft.cue is None else passage.unit_at(draft.cue.start)
        if draft.cue is None or draft.source is None or unit is None or unit.quoted(draft.cue.start):
            continue
        is_near = before is not None and unit.block - before[1] <= FAR
        is_told = _TOLD_HIM.search(passage.text, draft.cue.start, draft.cue.end) is not None
        if before is not None and is_near and not draft.via and is_told:
            found[at] = replace(draft, via=(before[0],))
        elif is_outlet(words_in(passage.text, draft.source)):
            before = draft.source, unit.block
        elif not is_told:
            before = None
    return found


def _goes_on(text: str, draft: Draft, interview: _Interview, unit: Unit) -> bool:
    """Tell whether the one who is interviewed says more of the same to the outlet."""
    if draft.source is None or draft.cue is None or draft.via or not is_saying(text, draft.cue):
        return False
    more = ALSO if _ALSO.search(text, draft.source.end, draft.cue.end) else 0
    if unit.block - interview.block > NEXT + more or unit.block - interview.opened > LAST + more:
        return False
    if _PERFECT.match(draft.cue.cut(text)):
        return False
    return not _is_elsewhere(text, draft, draft.cue, unit) and _is_same(text, draft.source, interview.speaker)


def _is_elsewhere(text: str, draft: Draft, cue: Span, unit: Unit) -> bool:
    """Tell whether he says it to others than the outlet, or at another time."""
    own = (*draft.contents, *filter(None, (draft.source,)))
    words = [word for word in unit.words if not unit.quoted(word.span.start)]
    around = [word for word in words if not any(span.meets(word.span) for span in own)]
    behind = [word for word in around if word.span.start >= cue.end]
    if _TELLING.match(cue.cut(text)) and not (behind and behind[0].is_name):
        return True
    is_placed = _PLACED.search(" ".join(word.text for word in around)) is not None
    return is_placed or _ELSEWHERE.search(" ".join(word.text for word in around)) is not None


def _is_same(text: str, one: Span, other: Span) -> bool:
    """
    Tell whether *one* takes up the speaker of before: a pronoun, a part of the name, or "the man" and "the miller".

    A definite noun alone means who was brought in with it ("Tarn's miller, Jon Hale … the miller"), and right behind
    somebody who is told of as a man or a woman so does "the man" or "the woman".
    """
    words = words_in(text, trim_source(text, one))
    if len(words) == 1 and words[0].low in GOING_ON:
        return True
    before = words_in(text, other)
    if len(words) == 2 and words[0].low == "the" and not words[1].is_name:
        return words[1].low in {word.low for word in before} or _is_person_so(words[1], before)
    name = {word.text for word in words_in(text, trim_source(text, other))}
    if not words or not words[-1].is_name or words[-1].text not in name:
        return False
    loose = words_of("person_titles") | words_of("determiners")
    return {word.text for word in words if word.is_name and word.low not in loose} <= name


def _is_person_so(noun: Word, before: Sequence[Word]) -> bool:
    """Tell whether *noun* is "man" or "woman" and nothing before tells the other sex of one who is no body."""
    if noun.low not in PLAIN_PERSONS or any(word.low in words_of("speaking_documents") for word in before):
        return False
    sexes = {pairs_of("sexed_words").get(word.low) for word in before} - {None}
    return not sexes or sexes == {PLAIN_PERSONS[noun.low]}
