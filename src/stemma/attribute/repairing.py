"""What the shapes of the language know and the tagger missed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from stemma.attribute.according import find_according
from stemma.attribute.clauses import find_clauses, subject_of
from stemma.attribute.completing import complete_source
from stemma.attribute.draft import Draft
from stemma.attribute.framed import add_framed
from stemma.attribute.passage import Passage, Unit
from stemma.attribute.phrases import PRONOUNS, is_auxiliary, is_quote_mark, phrase_before
from stemma.attribute.seeming import show_what_seems
from stemma.attribute.speakers import can_speak
from stemma.attribute.unsourced import find_unsourced, hides_accuser
from stemma.attribute.verbs import UNREAL, is_past, noun_stance, verb_form
from stemma.attribute.words import Word, words_in
from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["find_shapes", "repair"]

ANYBODY = frozenset(("one", "you"))
NEW = 0.3
"""Share of a shape's statement that other drafts may hold for it to be one that the tagger missed."""
MEMORY = 256
"""Sentences whose shapes are kept: repairing and nesting ask for the same ones."""
LONGEST = 600
"""Words of a sentence, or of a quotation of many, in which shapes are sought: they look from each verb over all words,
and what is longer is a list or was made to keep a reader busy."""
RELATIVES = frozenset(("that", "which", "who"))
"""Subjects that stand for another: whom, is resolved later."""
BESIDE = frozenset(("according", "by", "it", "words"))
"""Words of the cues that stand beside a statement."""
SAME = 0.7
"""Share of the longer of two statements in both for them to be the same."""


def find_shapes(unit: Unit) -> tuple[Draft, ...]:
    """Return all reporting clauses of *unit* that a shape finds, in order, nested ones too."""
    return _shapes_of(unit.words) if len(unit.words) <= LONGEST else ()


@lru_cache(MEMORY)
def _shapes_of(words: tuple[Word, ...]) -> tuple[Draft, ...]:
    return tuple(sorted([*find_clauses(words), *find_according(words)], key=lambda d: (d.reach, d.contents)))


def repair(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Return *drafts* with sources that shapes are surer of, and with the statements that were missed.

    Where the subject right before the verb differs from the tagger's source, the subject is
    right four times in five (PolNeAR dev: 37 to 8).
    """
    repaired = [show_what_seems(passage.text, _with_subject(passage, draft)) for draft in drafts]
    for unit in passage.units:
        for shape in find_shapes(unit):
            if shape.cue is not None and not unit.quoted(shape.cue.start):
                _apply(passage, repaired, shape)
        for shape in find_unsourced(unit.words) if len(unit.words) <= LONGEST else ():
            if shape.cue is not None and not unit.quoted(shape.cue.start):
                _add_unsourced(repaired, shape)
    said = [_without_subject(passage.text, draft) for draft in add_framed(passage, repaired)]
    return [complete_source(passage, draft) for draft in said]


def _without_subject(text: str, draft: Draft) -> Draft:
    """Take off a source that says nothing: who stands trial on charges, the "calls" of "there are calls for"."""
    if draft.source is None or draft.cue is None:
        return draft
    cue, last = words_in(text, draft.cue), words_in(text, draft.source)[-1]
    is_cue_s = noun_stance(last.low) is not None and draft.cue.start <= last.span.start < draft.cue.end
    return replace(draft, source=None) if is_cue_s or hides_accuser(cue) else draft


def _is_bare_adjective(words: Sequence[Word]) -> bool:
    """Tell whether a "subject" is one small word before a noun that is spelled like a verb ("preliminary reports")."""
    if len(words) != 1 or words[0].is_name or words[0].low in PRONOUNS:
        return False
    return not can_speak(words) and not words[0].low.endswith("s")


def _reports_before(unit: Unit, cue: Span) -> Span | None:
    """Return the "reports" of "reports emerged that …": they are all that is named."""
    first = next((i for i, word in enumerate(unit.words) if word.span.end > cue.start), len(unit.words))
    noun = next((i for i in (first, first - 1) if 0 <= i < len(unit.words) and noun_stance(unit.words[i].low)), None)
    if noun is None or noun + 1 >= len(unit.words) or not cue.meets(unit.words[noun + 1].span):
        return None
    phrase = phrase_before(unit.words, noun + 1)
    if phrase is None or phrase[1] != noun + 1 or unit.words[noun + 1].low in {"that", "of", "from", "by", "to"}:
        return None
    return Span(unit.words[phrase[0]].span.start, unit.words[phrase[1] - 1].span.end)


def _add_unsourced(drafts: list[Draft], shape: Draft) -> None:
    """Add *shape* where nobody says it, give its source to the draft that has none, its clause to a piece of it."""
    for i, draft in enumerate(drafts):
        if _is_piece(draft, shape):
            drafts[i] = replace(draft, contents=shape.contents, cue=shape.cue)
            return
        if draft.likeness(shape) >= SAME:
            drafts[i] = replace(
                draft,
                source=draft.source or shape.source,
                cue=draft.cue or shape.cue,
                stance=draft.stance or (shape.stance if draft.source is None else None),
            )
            return
    if all(draft.shares(shape) < NEW for draft in drafts):
        drafts.append(shape)


def _is_piece(draft: Draft, shape: Draft) -> bool:
    """Tell whether hearsay was cut at its adverb ("two bridges" of "two bridges reportedly fell")."""
    if draft.source is not None or draft.cue is None or shape.cue is None or not draft.cue.meets(shape.cue):
        return False
    clause = shape.contents[0]
    return clause.holds(shape.cue) and all(clause.holds(span) for span in draft.contents)


def _with_subject(passage: Passage, draft: Draft) -> Draft:
    unit = None if draft.cue is None else passage.unit_at(draft.cue.start)
    if unit is None or draft.cue is None or unit.quoted(draft.cue.start):
        return draft
    if draft.source is not None and _is_relative(passage.text, draft.source):
        return draft  # whom it stands for is not always the phrase before it ("the news of her release, who …")
    subject = subject_of(unit.words, draft.cue)
    if subject is None and draft.source is None:
        subject = _reports_before(unit, draft.cue)
    if subject is None or (draft.source is not None and draft.source.meets(subject)):
        return draft
    if draft.source is not None and _is_bare_adjective(words_in(passage.text, subject)):
        return draft
    if any(content.meets(subject) for content in draft.contents):
        return draft
    return replace(draft, source=subject)


def _is_relative(text: str, source: Span) -> bool:
    return source.cut(text).casefold() in RELATIVES


def _apply(passage: Passage, drafts: list[Draft], shape: Draft) -> None:
    if shape.cue is None:
        return
    same = [i for i, draft in enumerate(drafts) if draft.cue is not None and draft.cue.meets(shape.cue)]
    for i in same:
        drafts[i] = _completed(passage.text, drafts[i], shape)
        source = drafts[i].source
        if source is not None and _is_relative(passage.text, source):
            continue
        if shape.source is not None and (source is None or not source.meets(shape.source)):
            drafts[i] = replace(drafts[i], source=shape.source)
    if same:
        return
    for i, draft in enumerate(drafts):
        if draft.likeness(shape) >= SAME and not _is_home(passage, draft):
            drafts[i] = replace(draft, source=shape.source, cue=shape.cue)
            return
    if _is_sure(passage, shape) and all(draft.shares(shape) < NEW for draft in drafts):
        drafts.append(shape)


def _completed(text: str, draft: Draft, shape: Draft) -> Draft:
    """Take the shape's end where the tagger took what stands before the clause for what is said."""
    last = words_in(text, draft.contents[-1])
    words = [word for word in last if word.is_word]
    if not words or is_quote_mark(last[-1]) or not _lacks_verb(words, shape):
        return draft
    whole = next((span for span in shape.contents if span.holds(words[-1].span)), None)
    if whole is None:
        return draft
    return replace(draft, contents=(*draft.contents[:-1], Span(draft.contents[-1].start, whole.end)))


def _lacks_verb(words: Sequence[Word], shape: Draft) -> bool:
    """Tell whether a place or a day before the clause was taken for what is said ("as noted by Lind, in May, A")."""
    if words[0].low not in words_of("prepositions") or any(
        content.start > words[-1].span.end for content in shape.contents
    ):
        return False
    return not any(is_auxiliary(word) or is_past(word.low) for word in words)


def _is_home(passage: Passage, draft: Draft) -> bool:
    """Tell whether the draft's cue stands in the sentence of its content."""
    return draft.cue is not None and passage.index_at(draft.cue.start) == passage.index_at(draft.start)


def _is_sure(passage: Passage, shape: Draft) -> bool:
    """
    Tell whether the cue is a verb of saying that is no common noun, or "according to", "as noted by", "as X put it".

    What somebody could say, or anybody ("you know", "one wonders"), nobody has said.
    """
    if shape.cue is None or shape.source is None or shape.source.cut(passage.text).casefold() in ANYBODY:
        return False
    forms = [(word.low, verb_form(word.low)) for word in words_in(passage.text, shape.cue)]
    if forms[0][0] in UNREAL:
        return False
    if any(low in BESIDE for low, _ in forms):
        return True
    return any(f is not None and f.takes_bare_clause and f.lemma not in words_of("noun_verbs") for _, f in forms)
