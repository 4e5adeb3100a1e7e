"""All shapes by which a sentence names a speaker who is not the subject of a verb of saying."""

from collections.abc import Sequence
from functools import lru_cache

from stemma.attribute.calling import find_called
from stemma.attribute.draft import Draft
from stemma.attribute.emerging import find_emerging
from stemma.attribute.learning import find_learnt
from stemma.attribute.passage import Passage, Unit
from stemma.attribute.reckoning import find_reckoned
from stemma.attribute.viewing import find_views
from stemma.attribute.words import Word

__all__ = ["add_framed", "find_framed", "framed_inside"]

LONGEST = 600
"""Words of a sentence in which they are sought: what is longer is a list, or was made to keep a reader busy."""
MEMORY = 256
"""Sentences whose shapes are kept: they are asked for twice."""
SAME = 0.7
"""Share of the longer of two statements in both for them to be the same."""
NEW = 0.3
"""Share of a shape's statement that other drafts may hold for it to be one that the tagger missed."""


def find_framed(unit: Unit) -> tuple[Draft, ...]:
    """Return the shapes of *unit* that stand outside quotation marks."""
    found = _framed(unit.words) if len(unit.words) <= LONGEST else ()
    return tuple(one for one in found if one.cue is not None and not unit.quoted(one.cue.start))


@lru_cache(MEMORY)
def _framed(words: tuple[Word, ...]) -> tuple[Draft, ...]:
    finders = (find_learnt, find_views, find_reckoned, find_called, find_emerging)
    return tuple(one for find in finders for one in find(words))


def add_framed(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return *drafts* with the shapes in place of what the tagger made of their words; not those inside a report."""
    found = list(drafts)
    for unit in passage.units:
        for shape in find_framed(unit):
            if not _is_inside(found, shape):
                found = _put(found, shape)
    return found


def framed_inside(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the shapes that stand inside what one of *drafts* says."""
    return [shape for unit in passage.units for shape in find_framed(unit) if _is_inside(drafts, shape)]


def _is_inside(drafts: Sequence[Draft], shape: Draft) -> bool:
    """Tell whether somebody says the whole of it, cue and source too."""
    reach = shape.reach
    return any(
        draft.source is not None
        and draft.cue is not None
        and not draft.cue.meets(reach)
        and any(span.holds(reach) for span in draft.contents)
        for draft in drafts
    )


def _put(drafts: list[Draft], shape: Draft) -> list[Draft]:
    """Put *shape* in the place of the drafts with its cue or its words; beside those that hold more than it."""
    if any(_is_read(draft, shape) for draft in drafts):
        return drafts
    same = [i for i, draft in enumerate(drafts) if _is_same(draft, shape)]
    if same:
        kept = [draft for i, draft in enumerate(drafts) if i not in same]
        return [*kept[: same[0]], shape, *kept[same[0] :]]
    is_beside = shape.source is not None and any(
        draft.source is not None and all(any(whole.holds(s) for whole in draft.contents) for s in shape.contents)
        for draft in drafts
    )
    if is_beside or all(draft.shares(shape) < NEW for draft in drafts):
        return [*drafts, shape]
    return drafts


def _is_read(draft: Draft, shape: Draft) -> bool:
    """Tell whether the tagger has all of *shape*, and perhaps more of its cue ("put it in a letter")."""
    if not (draft.source and shape.source and draft.cue and shape.cue) or shape.via or shape.stance:
        return False
    return draft.source.meets(shape.source) and draft.cue.meets(shape.cue) and draft.likeness(shape) >= SAME


def _is_same(draft: Draft, shape: Draft) -> bool:
    if draft.cue is not None and shape.cue is not None and draft.cue.meets(shape.cue):
        return True
    if draft.source is not None and draft.cue is not None:
        return False
    is_scrap = draft.cue is None and all(any(whole.holds(span) for whole in shape.contents) for span in draft.contents)
    return is_scrap or draft.likeness(shape) >= SAME
