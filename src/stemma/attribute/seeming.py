"""What only seems to be so: nobody says it, but that a thing may seem to show it."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import Word, words_in
from stemma.model import Span

__all__ = ["SHOWN", "is_seeming", "seems_only", "show_what_seems"]

SEEMING = frozenset(
    ("appear", "appeared", "appears", "look", "looked", "looks", "seem", "seemed", "seemingly", "seems")
)
SHOWN = frozenset(("show", "showed", "showing", "shown", "shows"))
"""No verb of reporting, since persons show much that they do not say; a picture has no other."""
OPEN = frozenset(("uncertain", "unclear", "unknown"))
"""Said of what the document itself does not know."""


def is_seeming(cue: Sequence[Word]) -> bool:
    """Tell whether *cue* is of seeming, by itself ("appears") or before a verb ("appears to show")."""
    return any(word.low in SEEMING for word in cue)


def seems_only(text: str, draft: Draft) -> bool:
    """Tell whether *draft* is the document's own guess ("it seems that A"), or its own not knowing ("A is unclear")."""
    cue = () if draft.cue is None else words_in(text, draft.cue)
    lows = [word.low for word in cue]
    if draft.source is None and (any(low in OPEN for low in lows) or lows[-2:] == ["not", "known"]):
        return True
    return is_seeming(cue) and not any(_says(word) for word in cue)


def show_what_seems(text: str, draft: Draft) -> Draft:
    """Return *draft* with the verb that it took for the beginning of what is said: "images appear [to show] A"."""
    cue = () if draft.cue is None else words_in(text, draft.cue)
    if draft.cue is None or draft.source is None or not cue or cue[-1].low not in SEEMING:
        return draft
    first = draft.contents[0]
    words = words_in(text, first)
    if first.start < draft.cue.end or len(words) < 3 or words[0].low != "to" or not _says(words[1]):
        return draft
    contents = (Span(words[2].span.start, first.end), *draft.contents[1:])
    return replace(draft, cue=Span(draft.cue.start, words[1].span.end), contents=contents)


def _says(word: Word) -> bool:
    return word.low in SHOWN or verb_form(word.low) is not None
