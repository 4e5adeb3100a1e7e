"""Two statements under one cue, told apart by their verbs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemma.attribute.coordinating import begins_statement
from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage
from stemma.attribute.words import Word, words_in
from stemma.model import Span

__all__ = ["split_statements"]

JOINTS = frozenset(("and", "but", ";"))
LONGEST = 600
"""Words in which joints are sought: each is held against all words around it, and no statement is as long."""
FEWEST = 3
"""Words on each side of a joint for both to be statements."""


def split_statements(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Part "said that A, and that B" into drafts that share source and cue.

    Two statements are two predicates: what follows "and" has a subject and a finite verb of its own, or is led
    by an -ing that goes with an -ing before it. Nouns that are joined stay together. What the report says itself is
    parted before a second verb, too.
    """
    return [piece for draft in drafts for piece in _split(passage.text, draft)]


def _split(text: str, draft: Draft) -> Iterator[Draft]:
    last = draft.contents[-1]
    words = words_in(text, last) if (draft.cue is not None or draft.narrated) and draft.stance is None else ()
    if len(words) > LONGEST:
        words = ()
    at = next(
        (i for i in range(1, len(words)) if words[i].low in JOINTS and _parts(words, i, is_said=not draft.narrated)),
        None,
    )
    if at is None:
        yield draft
        return
    left = _trimmed(words[:at])
    right = Span(words[at + 1].span.start, last.end)
    yield replace(draft, contents=(*draft.contents[:-1], left))
    yield from _split(text, replace(draft, contents=(right,)))


def _parts(words: Sequence[Word], at: int, *, is_said: bool) -> bool:
    left, right = words[:at], words[at + 1 :]
    if any(sum(word.is_word for word in side) < FEWEST for side in (left, right)) or _in_marks(left):
        return False
    is_marked = words[at - 1].text == "," or words[at].text == ";"
    is_contrast = words[at].low == "but"
    return begins_statement(left, right, is_marked=is_marked, is_contrast=is_contrast, is_said=is_said)


def _in_marks(left: Sequence[Word]) -> bool:
    """Tell whether a quotation or a bracket that opens before the joint has not closed."""
    text = " ".join(word.text for word in left)
    odd = text.count('"') % 2 or text.count("“") > text.count("”")
    return bool(odd) or text.count("(") > text.count(")") or _in_single_marks(left)


def _in_single_marks(left: Sequence[Word]) -> bool:
    """Tell whether a single mark has opened and not closed; one after a letter is an apostrophe as well."""
    opened = False
    for at, word in enumerate(left):
        if word.text in {"'", "‘", "’"}:
            is_after_word = at > 0 and left[at - 1].span.end == word.span.start
            is_before_word = at + 1 < len(left) and left[at + 1].span.start == word.span.end
            opened = (is_before_word and not is_after_word) or (opened and not is_after_word)
    return opened


def _trimmed(words: Sequence[Word]) -> Span:
    """Return the stretch from the first word to the last that is no comma."""
    kept = [word for word in words if word.text not in {",", ";"}]
    return Span(words[0].span.start, kept[-1].span.end)
