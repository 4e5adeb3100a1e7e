"""Outlets that introduce a paragraph of theirs: "The Herald reported: ¶ …", "From the Herald: ¶ “…”"."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.carrying import is_bare
from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage, Unit
from stemma.attribute.phrases import phrase_after, phrase_before
from stemma.attribute.telling import prints
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import span_of
from stemma.model import Span

__all__ = ["under_introductions"]

LEADS = frozenset(("from", "in", "per", "via"))
LONGEST = 14
"""Words of an introduction at most."""


def under_introductions(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return *drafts* with the outlet as a relay whose introduction their paragraph follows."""
    relays = _introduced(passage)
    found = []
    for draft in drafts:
        number = passage.index_at(draft.start)
        relay = None if number is None else relays.get(passage.units[number].block)
        is_new = relay is not None and draft.source is not None and not _names(passage.text, draft, relay)
        found.append(replace(draft, via=(relay, *draft.via)) if relay is not None and is_new else draft)
    return found


def _names(text: str, draft: Draft, relay: Span) -> bool:
    name = relay.cut(text).casefold()
    return any(span.cut(text).casefold() == name for span in (*draft.via, *filter(None, (draft.source,))))


def _introduced(passage: Passage) -> dict[int, Span]:
    """Return the outlets by the paragraphs that they introduce: the next one, or all that are quoted whole."""
    found: dict[int, Span] = {}
    units = passage.units
    for number, unit in enumerate(units[:-1]):
        is_last = units[number + 1].block != unit.block
        is_alone = number == 0 or units[number - 1].block != unit.block
        relay = _outlet_of(unit) if is_last and is_alone else None
        if relay is None:
            continue
        first = units[number + 1].block
        found[first] = relay
        for at in range(number + 1, len(units)):
            later = units[at]
            if later.block > first and not is_bare(later):
                break
            if later.block > first and is_bare(units[number + 1]):
                found[later.block] = relay
    return found


def _outlet_of(unit: Unit) -> Span | None:
    """Return the outlet of "The Herald reported:" and "From the Herald:"; who is quoted so says more than a word."""
    words = [word for word in unit.words if not unit.quoted(word.span.start)]
    if not words or words[-1].text != ":" or len(words) > LONGEST:
        return None
    if words[0].low in LEADS:
        phrase = phrase_after(words, 1)
        is_whole = phrase is not None and phrase[1] == len(words) - 1
    else:
        at = next((i for i, word in enumerate(words) if (form := verb_form(word.low)) and form.takes_bare_clause), 0)
        phrase = phrase_before(words, at) if at else None
        is_whole = phrase is not None and phrase[0] == 0
    if phrase is None or not is_whole or not prints(words, phrase):
        return None
    return span_of(words, phrase)
