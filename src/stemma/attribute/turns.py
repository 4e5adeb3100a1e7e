"""Transcripts, where a label says who speaks: "HORSLEY: We put that question to them", "Roe: “We will stay.”"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.attribute.carrying import SELF
from stemma.attribute.draft import Draft
from stemma.attribute.labels import PARTS, Label, read_label, who_are
from stemma.attribute.narrating import FEWEST
from stemma.attribute.passage import Passage
from stemma.attribute.words import words_in
from stemma.model import Span

__all__ = ["Turn", "find_turns", "in_turns", "told_in_turns"]

FEWEST_TURNS = 3
"""Turns of people from which on unquoted words behind labels are a talk."""
SPOKEN = 1 / 3
"""
Share of the turns that has an "I", a "you" or a question where people talk; a list of what they stand for has none. It
needs none where a label tells a part in a programme in capitals, too ("HOST", "BYLINE").
"""
LABELLED, PRINTED = 0.8, 0.4
"""
Share of the paragraphs from the first label to the last that has one, where the others go on with what is said; in a
printed programme, whose labels are in capitals from its first quarter to its last, fewer need have one. Elsewhere the
paper tells its own between the turns.
"""
_TALK = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b(?!\.)|\?")
_QUOTED = re.compile(r"\s*[“\"„«].+?[”\"»](?=[\s—–]|\Z)", re.DOTALL)
_SOURCED = re.compile(r"\s*(?:[—–-]|\Z)")
"""Behind a printed quotation stands at most where it was said ("— on Monday")."""
_ENDS = tuple('.!?…”"’)-–—»')


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaks at a stretch: the words, the fullest label of who speaks, and the colon that says so."""

    told: Span
    source: Span
    cue: Span


def find_turns(passage: Passage) -> tuple[Turn, ...]:
    """
    Return what is said behind labels that name a person, in order.

    Words in quotation marks are a turn wherever a label stands before them. Without marks they are one where people
    talk: a label comes back after another's, and there is an "I", a "you" or a question in a third of what is said, or
    labels tell parts in a programme. There paragraphs up to the next label can go on with it. A host's words are the
    programme's own, as are those behind any other label ("THE FACTS:", "Q:").
    """
    blocks = [Span(units[0].span.start, units[-1].span.end) for units in passage.paragraphs()]
    labels = [read_label(passage.text, block) for block in blocks]
    people = who_are(passage.text, [label for label in labels if label])
    turns = [(n, label, people[label.name]) for n, label in enumerate(labels) if label and label.name in people]
    if not turns:
        return ()
    is_talk = _is_talk(passage.text, blocks, labels, turns)
    ends = _ends(passage.text, blocks, labels) if is_talk else [None] * len(blocks)
    return tuple(turn for at, label, who in turns if (turn := _turn(passage.text, blocks[at], label, who, ends[at])))


def told_in_turns(passage: Passage, drafts: Sequence[Draft], turns: Sequence[Turn]) -> list[Draft]:
    """Return *drafts*, each inside a turn said by who speaks there: by himself, or as one whom he reports."""
    return [_within(passage.text, draft, turn) if turn else draft for draft, turn in _held(drafts, turns)]


def in_turns(passage: Passage, narrated: Sequence[Draft], turns: Sequence[Turn]) -> list[Draft]:
    """Return the statements that no source was found for, those inside a turn given to who speaks there."""
    found = []
    for draft, turn in _held(narrated, turns):
        if turn is None or _is_direction(passage.text, draft):
            found.append(draft)
            continue
        said = Span(max(draft.start, turn.told.start), min(draft.reach.end, turn.told.end)).trim(passage.text)
        if sum(word.is_word for word in words_in(passage.text, said)) >= FEWEST:
            found.append(Draft((said,), source=turn.source, cue=turn.cue))
    return found


def _is_direction(text: str, draft: Draft) -> bool:
    """Tell whether it stands in brackets, as what is heard beside the words does ("(SOUNDBITE OF MUSIC)")."""
    around = Span(max(draft.start - 1, 0), draft.reach.end + 1).cut(text)
    return (around[:1], around[-1:]) in {("(", ")"), ("[", "]")}


def _held(drafts: Sequence[Draft], turns: Sequence[Turn]) -> Iterator[tuple[Draft, Turn | None]]:
    """Yield each of *drafts* with the turn that its words are of."""
    order = sorted(range(len(drafts)), key=lambda at: drafts[at].contents[-1].end)
    of: dict[int, Turn] = {}
    number = 0
    for at in order:
        end = drafts[at].contents[-1].end
        while number < len(turns) and turns[number].told.end < end:
            number += 1
        if number < len(turns) and turns[number].told.start < end:
            of[at] = turns[number]
    yield from ((draft, of.get(at)) for at, draft in enumerate(drafts))


def _within(text: str, draft: Draft, turn: Turn) -> Draft:
    source, cue = draft.source, draft.cue
    if source is not None and cue is not None and turn.told.end <= min(source.start, cue.start):
        return draft  # "Ann Roe: “She ran well,” her coach said": a clause behind it says whose words they are
    if source is None and cue is not None and turn.told.holds(cue):
        return replace(draft, via=(turn.source, *draft.via))
    if source is None or cue is None or not turn.told.holds(source):
        return replace(draft, source=turn.source, cue=turn.cue, via=(), narrated=False)
    words = words_in(text, source)
    if len(words) == 1 and words[0].low in SELF:
        return replace(draft, source=turn.source)
    return replace(draft, via=(turn.source, *draft.via))


def _is_talk(
    text: str, blocks: Sequence[Span], labels: Sequence[Label | None], turns: Sequence[tuple[int, Label, Span]]
) -> bool:
    """Tell whether people talk with each other."""
    said = [Span(label.end, blocks[at].end).cut(text) for at, label, _ in turns]
    is_programme = any(label and label.name.isupper() and PARTS.search(label.role) for label in labels)
    is_spoken = sum(_TALK.search(words) is not None for words in said) >= SPOKEN * len(turns)
    if len(turns) < FEWEST_TURNS or not (is_programme or is_spoken):
        return False
    bearer = {label.name: who for _, label, who in turns}
    seen = set[Span | str]()
    for before, who in pairwise(bearer.get(label.name, label.name) for label in labels if label):
        seen.add(before)
        if who != before and who in seen:
            return True
    return False


def _ends(text: str, blocks: Sequence[Span], labels: Sequence[Label | None]) -> list[int]:
    """Return for each paragraph with a label where the words end that it begins; behind the last label, with it."""
    at = [number for number, label in enumerate(labels) if label]
    is_whole = at[0] <= len(blocks) / 4 and at[-1] >= len(blocks) * 3 / 4
    is_printed = is_whole and all(label.name.isupper() for label in labels if label)
    goes_on = len(at) >= (PRINTED if is_printed else LABELLED) * (at[-1] - at[0] + 1)
    ends = [block.end for block in blocks]
    for number, following in pairwise([*at, len(blocks)]):
        label = labels[number]
        is_alone = label is not None and not Span(label.end, ends[number]).trim(text)
        last = following - 1 if goes_on and following < len(blocks) else min(number + is_alone, following - 1)
        ends[number] = blocks[last].end
    return ends


def _turn(text: str, block: Span, label: Label, who: Span, end: int | None) -> Turn | None:
    """Return what *label* begins: a quotation, or in a talk all up to *end*."""
    quoted = _QUOTED.match(text, label.end, block.end)
    if quoted is not None and end is not None and not _SOURCED.match(text, quoted.end(), block.end):
        quoted = None  # somebody who talks begins with a quotation
    if quoted is None and end is None:
        return None
    told = Span(label.end, quoted.end() if quoted else end or block.end).trim(text)
    words = told.cut(text)
    is_said = not words.istitle() if quoted else words.endswith(_ENDS)
    return Turn(told, who, label.mark) if told and is_said else None
