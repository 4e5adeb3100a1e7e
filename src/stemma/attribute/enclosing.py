"""Reports inside reports that the tagger's inner layer marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.nesting import ALIKE, MOST, is_saying, is_self, is_vague
from stemma.attribute.passage import Passage
from stemma.attribute.phrases import PRONOUNS, leaves_verb
from stemma.attribute.seeming import SHOWN
from stemma.attribute.speakers import can_speak, shows
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import words_in
from stemma.model import Span, overlap

__all__ = ["enclose"]

AUXILIARY = 12
"""Characters after a verb in which the auxiliary of another stands."""
EXTRACTED = ("who ", "which ", "that ", "what ")
"""Before a speaker they stand for the subject of what he says: "boats [which the guild said were sunk]"."""
HELD = 0.8
"""Share of an inner content that lies in the outer one for it to be inside."""


def enclose(passage: Passage, drafts: Sequence[Draft], inner: Sequence[Draft]) -> list[Draft]:
    """
    Return *drafts* with the reports of *inner* under those that hold them.

    One that is the whole of what its outer speaker says, or that he cites for it, makes a chain
    of the two. One that is a part of it is an entry of its own, with the outer speaker as relay.
    """
    enclosed: list[Draft] = []
    for draft in drafts:
        reports = [one for one in inner if _is_report(passage.text, draft, one)]
        cited = next((one for one in reports if one.likeness(draft) >= ALIKE and _is_beside(draft, one)), None)
        whole = next((one for one in reports if _is_held(draft, one) and _is_most(draft, one)), None)
        if cited is not None:
            enclosed.append(replace(draft, source=cited.source, via=_under(draft)))
        elif whole is not None:
            rest = tuple(span for span in draft.contents if not span.meets(whole.reach))
            enclosed.append(replace(whole, contents=tuple(sorted((*whole.contents, *rest))), via=_under(draft)))
        else:
            enclosed.append(draft)
            enclosed += _find_parts(passage.text, draft, reports)
    return enclosed


def _find_parts(text: str, draft: Draft, reports: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what others say within *draft*; what its own speaker says of himself is part of it."""
    for one in reports:
        is_named = one.source is not None and one.source.cut(text).casefold() not in PRONOUNS
        if is_named and _is_held(draft, one):
            yield replace(one, via=_under(draft))


def _is_report(text: str, draft: Draft, one: Draft) -> bool:
    """Tell whether somebody else than the speaker of *draft* says *one*."""
    if draft.source is None or one.source is None or one.cue is None or one.source.meets(draft.source):
        return False
    if (draft.cue is not None and one.cue.meets(draft.cue)) or _is_cited(text, one.source, one.cue):
        return False
    if is_vague(text, one.source) or is_self(text, draft, one.source):
        return False
    if one.source.cut(text).casefold() == draft.source.cut(text).casefold():
        return False
    speaker = words_in(text, one.source)
    return can_speak(speaker) and (is_saying(text, one.cue) or (shows(speaker) and _is_showing(text, one.cue)))


def _is_cited(text: str, source: Span, cue: Span) -> bool:
    """Tell whether *cue* only says more of a noun: "the boats named by the guild", "the papers revealed do show it"."""
    words = words_in(text, cue)
    if words[-1].low == "by":
        return words[0].low != "as" and not text[: cue.start].casefold().endswith(" as ")
    follows = words_in(text, Span(cue.end, min(len(text), cue.end + AUXILIARY)))
    form = verb_form(words[-1].low) if len(words) == 1 and source.end <= cue.start else None
    if form is None or not follows or not leaves_verb(form, follows[0]):
        return False
    return not text[: source.start].casefold().endswith(EXTRACTED)


def _is_showing(text: str, cue: Span) -> bool:
    """Tell whether *cue* says what a paper or a picture makes known ("an audit found", "images showed")."""
    return any(word.low in SHOWN or verb_form(word.low) is not None for word in words_in(text, cue))


def _is_held(draft: Draft, one: Draft) -> bool:
    return overlap(draft.contents, one.contents) >= HELD * sum(map(len, one.contents))


def _is_most(draft: Draft, one: Draft) -> bool:
    """Tell whether *one* with its reporting clause is most of what *draft* says."""
    return overlap(draft.contents, (one.reach,)) >= MOST * sum(map(len, draft.contents))


def _is_beside(draft: Draft, one: Draft) -> bool:
    """Tell whether the speaker of *one* stands outside what is said: he is cited for it."""
    return one.source is not None and not any(span.meets(one.source) for span in draft.contents)


def _under(draft: Draft) -> tuple[Span, ...]:
    return (*draft.via, *filter(None, (draft.source,)))
