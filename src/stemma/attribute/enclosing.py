"""Reports inside reports that the tagger's inner layer marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.hearing import is_heard
from stemma.attribute.learning import is_learnt
from stemma.attribute.nesting import ALIKE, MOST, OTHERS, is_believing, is_other, is_saying, is_self, is_vague
from stemma.attribute.passage import Passage
from stemma.attribute.phrases import PRONOUNS, leaves_verb
from stemma.attribute.seeming import SHOWN
from stemma.attribute.speakers import can_speak, shows
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import words_in
from stemma.lexicon import words_of
from stemma.model import Span, overlap

__all__ = ["enclose"]

ALL = 0.8
"""Share of a quotation that is all but the whole of it."""
AUXILIARY = 12
"""Characters after a verb in which the auxiliary of another stands."""
EMPTY = frozenset(("as", "that"))
"""Words that say nothing by themselves."""
EXTRACTED = ("who ", "which ", "that ", "what ")
"""Before a speaker they stand for the subject of what he says: "boats [which the guild said were sunk]"."""
NEXT = 2
"""Characters between a verb and its object."""
HELD = 0.8
"""Share of an inner content that lies in the outer one for it to be inside."""


def enclose(passage: Passage, drafts: Sequence[Draft], inner: Sequence[Draft]) -> list[Draft]:
    """
    Return *drafts* with the reports of *inner* under those that hold them.

    One that is the whole of what its outer speaker says, or that he cites for it, makes a chain
    of the two. One that is a part of it is an entry of its own, with the outer speaker as relay.
    """
    enclosed: list[Draft] = []
    for draft in _parted(passage.text, drafts, inner):
        reports = [one for one in inner if overlap(draft.contents, one.contents) and _is_report(passage, draft, one)]
        cited = next((one for one in reports if one.likeness(draft) >= ALIKE and _is_beside(draft, one)), None)
        whole = next((one for one in reports if _is_held(draft, one) and _is_most(passage, draft, one)), None)
        if cited is not None:
            enclosed.append(replace(draft, source=cited.source, via=_under(draft)))
        elif whole is not None:
            others = [one for one in inner if _goes_on(passage.text, draft, whole, one)]
            rest = tuple(span for span in draft.contents if not any(span.meets(one.reach) for one in (whole, *others)))
            enclosed.append(replace(whole, contents=tuple(sorted((*whole.contents, *rest))), via=_under(draft)))
            enclosed += [replace(one, via=_under(draft)) for one in others]
        else:
            enclosed.append(draft)
            enclosed += _find_parts(passage.text, draft, reports)
    return enclosed


def _parted(text: str, drafts: Sequence[Draft], inner: Sequence[Draft]) -> Iterator[Draft]:
    """
    Yield *drafts*, those of one speaker's two verbs as two ("Kim called the ruling a farce, saying A").

    A participle of saying after what somebody called, rejected or praised has that somebody for its subject.
    """
    for draft in drafts:
        said = next((one for one in inner if _is_added(text, draft, one)), None)
        if said is None or said.cue is None:
            yield draft
            continue
        before = tuple(_cut_at(text, span, said.cue.start) for span in draft.contents if span.start < said.cue.start)
        behind = tuple(
            Span(max(span.start, said.cue.end), span.end).trim(text)
            for span in draft.contents
            if span.end > said.cue.end
        )
        yield replace(draft, contents=before)
        yield replace(draft, contents=behind, cue=said.cue)


def _cut_at(text: str, span: Span, end: int) -> Span:
    return Span(span.start, min(span.end, end)).trim(text)


def _is_added(text: str, draft: Draft, one: Draft) -> bool:
    if draft.cue is None or draft.source is None or one.cue is None or draft.cue.end > one.cue.start:
        return False
    inside = next((span for span in draft.contents if span.start < one.cue.start and one.cue.end < span.end), None)
    if inside is None:
        return False
    said = verb_form(words_in(text, one.cue)[0].low)
    judged = verb_form(words_in(text, draft.cue)[-1].low)
    if one.source is not None and one.source.end <= one.cue.start and not text[one.source.end : one.cue.start].strip():
        return False  # "Kim recalled the pilot telling them A": the pilot does
    if said is None or judged is None or not said.is_gerund or not said.takes_bare_clause:
        return False
    return not judged.takes_bare_clause and inside.start - draft.cue.end <= NEXT


def _find_parts(text: str, draft: Draft, reports: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what others say within *draft*; what its own speaker says of himself is part of it."""
    for one in reports:
        is_pronoun = one.source is None or one.source.cut(text).casefold() in PRONOUNS - OTHERS
        if not is_pronoun and _is_held(draft, one):
            yield replace(one, via=(*_under(draft), *one.via))


def _goes_on(text: str, draft: Draft, whole: Draft, one: Draft) -> bool:
    """Tell whether *one* is what the speaker of *whole* says next: "Kim said A, but he said B, according to Lee"."""
    if one.source is None or one.cue is None or not _is_held(draft, one) or one.reach.meets(whole.reach):
        return False
    return one.source.cut(text).casefold() in OTHERS and is_saying(text, one.cue) and not _is_empty(text, one)


def _is_report(passage: Passage, draft: Draft, one: Draft) -> bool:
    """Tell whether somebody else than the speaker of *draft* says *one*."""
    text = passage.text
    if draft.source is None or one.source is None or one.cue is None or one.source.meets(draft.source):
        return False
    if (draft.cue is not None and one.cue.meets(draft.cue)) or _is_cited(text, one.source, one.cue):
        return False
    if _is_antecedent(passage, draft.source, one.source) or _is_over(passage, draft, one):
        return False
    if is_vague(text, one.source) or is_self(passage, draft, one.source):
        return False
    if is_other(text, one.source):  # "“He said A,” he said": two of them, or it would be the speaker himself
        return is_heard(text, one)
    is_same = one.source.cut(text).casefold() == draft.source.cut(text).casefold()
    return not is_same and not _is_empty(text, one) and _tells(text, one.source, one.cue)


def _is_antecedent(passage: Passage, speaker: Span, before: Span) -> bool:
    """Tell whether *speaker* is a pronoun, and *before* stands in an earlier sentence: whom it stands for."""
    return is_other(passage.text, speaker) and passage.index_at(before.start) != passage.index_at(speaker.start)


def _is_over(passage: Passage, draft: Draft, one: Draft) -> bool:
    """Tell whether *one* is of the sentence before, with speaker and verb: "Kim said A. B, Lee said"."""
    if draft.source is None or draft.cue is None or one.source is None or one.cue is None:
        return False
    places = (draft.source.start, draft.cue.start, draft.start)
    own, before = {passage.index_at(place) for place in places}, passage.index_at(one.source.start)
    here = own.pop() if len(own) == 1 else None
    is_whole = before == passage.index_at(one.cue.start)
    return here is not None and before is not None and before < here and is_whole


def _is_empty(text: str, one: Draft) -> bool:
    return all(word.low in EMPTY for span in one.contents for word in words_in(text, span) if word.is_word)


def _tells(text: str, source: Span, cue: Span) -> bool:
    """Tell whether a speaker says it, or a thing shows it."""
    speaker = words_in(text, source)
    is_denied = any(word.low in words_of("negations") for word in words_in(text, cue))
    if not can_speak(speaker) or is_denied:  # what was not said is the outer speaker's tale
        return False
    return (
        is_saying(text, cue)
        or is_learnt(text, cue)
        or is_believing(text, cue)
        or (shows(speaker) and _is_showing(text, cue))
    )


def _is_cited(text: str, source: Span, cue: Span) -> bool:
    """Tell whether *cue* only says more of a noun: "the boats named by the guild", "the papers revealed do show it"."""
    words = words_in(text, cue)
    if words[-1].low == "by":
        return words[0].low != "as" and not _is_after(text, cue.start, (" as ",)) and not is_learnt(text, cue)
    follows = words_in(text, Span(cue.end, min(len(text), cue.end + AUXILIARY)))
    form = verb_form(words[-1].low) if len(words) == 1 and source.end <= cue.start else None
    if form is None or not follows or not leaves_verb(form, follows[0]):
        return False
    return not _is_after(text, source.start, EXTRACTED)


def _is_after(text: str, place: int, words: tuple[str, ...]) -> bool:
    """Tell whether one of *words* ends at *place*."""
    return text[max(0, place - max(map(len, words))) : place].casefold().endswith(words)


def _is_showing(text: str, cue: Span) -> bool:
    """Tell whether *cue* says what a paper or a picture makes known ("an audit found", "images showed")."""
    return any(word.low in SHOWN or verb_form(word.low) is not None for word in words_in(text, cue))


def _is_held(draft: Draft, one: Draft) -> bool:
    return overlap(draft.contents, one.contents) >= HELD * sum(map(len, one.contents))


def _is_most(passage: Passage, draft: Draft, one: Draft) -> bool:
    """
    Tell whether *one* with its reporting clause is most of what *draft* says.

    In a quotation it must be all but the whole: a sentence beside it is the speaker's own. What somebody heard stands
    beside what he does.
    """
    if one.cue is not None and is_learnt(passage.text, one.cue):
        return False
    unit = passage.unit_at(one.start)
    least = ALL if unit is not None and one.cue is not None and unit.quoted(one.cue.start) else MOST
    clause = (*one.contents, *filter(None, (one.source, one.cue)))
    return overlap(draft.contents, clause) >= least * sum(map(len, draft.contents))


def _is_beside(draft: Draft, one: Draft) -> bool:
    """Tell whether the speaker of *one* stands outside what is said: he is cited for it."""
    return one.source is not None and not any(span.meets(one.source) for span in draft.contents)


def _under(draft: Draft) -> tuple[Span, ...]:
    return (*draft.via, *filter(None, (draft.source,)))
