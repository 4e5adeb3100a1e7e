"""What those who are quoted heard others say: "“He told me that A,” Kim said"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemma.attribute.clauses import find_clauses
from stemma.attribute.draft import Draft
from stemma.attribute.learning import find_learnt
from stemma.attribute.nesting import is_believing, is_other, is_saying
from stemma.attribute.passage import Passage
from stemma.attribute.phrases import is_auxiliary, is_quote_mark
from stemma.attribute.speakers import can_speak
from stemma.attribute.words import Word, words_in
from stemma.lexicon import words_of
from stemma.model import Span
from stemma.prose import sentences

__all__ = ["find_heard", "is_heard"]

JOINTS = frozenset(("and", "but", "so"))
OWN = frozenset(("i", "we"))
_FORETELLS = re.compile(r"['’](?:d|ll)\b")
LONGEST = 200
"""Words of a quoted sentence, at most: shapes look from each verb over all of them."""


def find_heard(passage: Passage, inner: Sequence[Draft]) -> Iterator[Draft]:
    """
    Yield each report that stands in a sentence of a quotation, and is none of *inner*, the tagger's.

    Who is quoted speaks of himself as "I": "he" is another.
    """
    known = [draft.cue for draft in inner if draft.cue is not None]
    for unit in passage.units:
        for quotation in unit.quotes:
            for sentence in sentences(passage.text, quotation):
                words = _without_marks(words_in(passage.text, sentence))
                if len(words) > LONGEST:
                    continue
                for one in find_clauses(words):
                    is_other_s = is_heard(passage.text, one) and _names_speaker(passage.text, one)
                    if is_other_s and not _is_known(one, known):
                        yield replace(one, contents=(_before_own(passage.text, one.contents[0]),))
                yield from (one for one in find_learnt(words) if not _is_known(one, known))


def _is_known(one: Draft, cues: Sequence[Span]) -> bool:
    return one.cue is not None and any(cue.meets(one.cue) for cue in cues)


def is_heard(text: str, one: Draft) -> bool:
    """Tell whether somebody said it, and it follows his verb: "A, he said" ends a quotation that was not closed."""
    if one.source is None or one.cue is None or not (is_saying(text, one.cue) or is_believing(text, one.cue)):
        return False
    if not one.source.end <= one.cue.start < one.cue.end <= one.start or _FORETELLS.match(one.cue.cut(text)):
        return False
    words = [word for word in words_in(text, one.contents[0]) if word.is_word]
    return len(words) > 1 and not (is_auxiliary(words[0]) or words[0].low in words_of("prepositions"))


def _names_speaker(text: str, one: Draft) -> bool:
    return one.source is not None and (is_other(text, one.source) or can_speak(words_in(text, one.source)))


def _before_own(text: str, content: Span) -> Span:
    """End what was heard where the one who is quoted goes on about himself: "he told me A, but I ran"."""
    words = words_in(text, content)
    joints = (at for at in range(1, len(words) - 1) if words[at].low in JOINTS and words[at + 1].low in OWN)
    at = next(joints, len(words))
    return Span(content.start, words[at - 1].span.end)


def _without_marks(words: Sequence[Word]) -> Sequence[Word]:
    """Leave out the marks at the edges of a quotation."""
    first, last = 0, len(words)
    while first < last and is_quote_mark(words[first]):
        first += 1
    while first < last and not words[last - 1].is_word:
        last -= 1
    return words[first:last]
