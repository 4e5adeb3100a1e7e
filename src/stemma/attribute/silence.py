"""What a document says of those who have not spoken: "X did not comment", "X has not acknowledged it"."""

from collections.abc import Iterator, Sequence, Set
from functools import cache

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage, Unit
from stemma.attribute.phrases import is_adverb, is_auxiliary, phrase_after, phrase_before
from stemma.attribute.unanswered import CALLS, find_unanswered
from stemma.attribute.words import Word
from stemma.lexicon import words_of
from stemma.model import Span, Stance

__all__ = ["find_silences"]

ANSWERING = frozenset(("answer", "comment", "reply", "respond", "react", "return"))
"""Of these, "return" answers where calls are returned."""
ANSWERED = frozenset(("answered", "commented", "reacted", "replied", "responded", "returned"))
PERFECT = frozenset(("had", "hadn't", "has", "hasn't", "have", "haven't"))
REFUSING = frozenset(("decline", "declined", "declines", "refuse", "refused", "refuses"))
DOING = frozenset(("did", "didn't", "do", "does", "doesn't", "don't"))
QUALIFYING = frozenset(("any", "further", "immediate", "no", "official", "public"))
QUIET = frozenset(("mum", "quiet", "silent", "tight-lipped"))
STAYING = frozenset(("keep", "kept", "remain", "remained", "remains", "stay", "stayed", "stays", "fall", "fell"))
ANSWERS = frozenset(("answer", "comment", "comments", "reaction", "reply", "response", "statement", "word"))
AVAILABLE = frozenset(("available", "unavailable"))
RELATIVE = frozenset(("which", "who"))
BACKWARD = 6
"""Words between a negation and its verb at most ("have so far not publicly acknowledged")."""


def find_silences(passage: Passage, spoken: Sequence[Draft]) -> list[Draft]:
    """
    Return the silences that the document itself tells of.

    The source is who is silent. "Did not say how many" is no silence but a speaker who
    declines; a silence lasts ("has not acknowledged") or answers a question ("did not reply").
    """
    return [draft for unit in passage.units for draft in _silences(unit, spoken)]


def _silences(unit: Unit, spoken: Sequence[Draft]) -> list[Draft]:
    found: list[Draft] = []
    for begin, at, source, stance in _silent(unit.words):
        place = unit.words[at].span
        others = [s for d in spoken if _governs(d, place) for s in d.contents]
        told = Span(min(begin, source.start), max(_clause_end(unit.words, at), source.end))
        if unit.quoted(place.start) or any(s.meets(place) for s in others):
            continue
        if any(place.meets(span) for draft in found for span in draft.contents):
            continue
        found.append(Draft((told,), source=source, cue=place, stance=stance, narrated=True))
    return found


def _clause_end(words: Sequence[Word], at: int) -> int:
    """Return where the clause ends: at a comma that a further clause follows, or with the sentence."""
    last, joints = at, words_of("clause_joints") | RELATIVE | {"as"}
    for i in range(at + 1, len(words)):
        follows = words[i + 1].low if i + 1 < len(words) else ""
        if words[i].text in {";", ":"} or (words[i].text == "," and follows in joints):
            break
        last = i if words[i].is_word else last
    return words[last].span.end


def _governs(draft: Draft, place: Span) -> bool:
    """Tell whether *place* is said by somebody else, the cue of the draft itself aside."""
    return draft.cue is not None and not draft.cue.meets(place) and draft.source is not None


def _silent(words: Sequence[Word]) -> Iterator[tuple[int, int, Span, Stance]]:
    yield from find_unanswered(words)
    for at, word in enumerate(words):
        stance = _stance_at(words, at)
        if stance is None:
            continue
        if word.low in ANSWERS and (origin := _origin(words, at)) is not None:
            yield words[0].span.start, at, origin, stance
            continue
        source = _subject(words, at)
        if source is not None:
            yield source.start, at, source, stance


def _stance_at(words: Sequence[Word], at: int) -> Stance | None:
    if words[at].low not in _telling():
        return None
    low, before = words[at].low, [word.low for word in words[max(0, at - BACKWARD) : at]]
    if low in ANSWERING and "to" in before and REFUSING & set(before):
        return Stance.DECLINE
    if low in ANSWERS and before and before[-1] in REFUSING:
        return Stance.DECLINE
    return Stance.SILENCE if _is_silent(words, at, before) else None


@cache
def _telling() -> frozenset[str]:
    """Return the words one of which every silence has."""
    return ANSWERING | ANSWERED | ANSWERS | QUIET | words_of("recognising_verbs") | AVAILABLE | {"reached"}


def _is_silent(words: Sequence[Word], at: int, before: list[str]) -> bool:
    low = words[at].low
    negated = any(word in words_of("negations") for word in before)
    is_noun = bool(before) and before[-1] in words_of("determiners")
    is_answer = low in ANSWERING and not is_noun and (low != "return" or _has_calls(words, at))
    answered = is_answer and negated and bool(DOING & set(before))
    acknowledged = low in words_of("recognising_verbs") and (
        (negated and bool(PERFECT & set(before)))
        or before[-2:] == ["yet", "to"]
        or (negated and bool(DOING & set(before)) and before[-1] == "immediately")
    )
    return (
        answered
        or (low in ANSWERED and _is_of_neither(words, at))
        or acknowledged
        or (low in QUIET and any(word in STAYING for word in before[-2:]))
        or (low == "reached" and negated and "be" in before)
        or (low in ANSWERS and "no" in before and before[-1] in QUALIFYING)
        or (_is_available(words, at) and (negated or low == "unavailable"))
    )


def _has_calls(words: Sequence[Word], at: int) -> bool:
    """Tell whether calls are what is returned; "did not return to base" is no silence."""
    return any(word.low in CALLS for word in words[at + 1 : at + 1 + BACKWARD])


def _is_available(words: Sequence[Word], at: int) -> bool:
    asked = {word.low for word in words[at : at + 4]}
    return words[at].low in AVAILABLE and bool(asked & {"comment", "interview"})


def _origin(words: Sequence[Word], at: int) -> Span | None:
    for i in range(at + 1, min(len(words), at + 1 + BACKWARD)):
        if words[i].low in {"from", "by"}:
            phrase = phrase_after(words, i + 1)
            return None if phrase is None else Span(words[phrase[0]].span.start, words[phrase[1] - 1].span.end)
    return None


def _subject(words: Sequence[Word], at: int) -> Span | None:
    """Return the words before the verb and its helpers; "neither X nor Y" whole."""
    first = at
    helping = words_of("negations") | {"to", "so", "far", "still", "yet"} | STAYING | REFUSING
    while first > 0 and (
        words[first - 1].low in helping or is_auxiliary(words[first - 1]) or is_adverb(words[first - 1])
    ):
        first -= 1
    neither = next((i for i in range(first - 1, -1, -1) if words[i].low == "neither"), None)
    if neither is not None and _is_one_subject({word.low for word in words[neither:first]}):
        return Span(words[neither].span.start, words[first - 1].span.end)
    if first > 0 and words[first - 1].low in RELATIVE:
        return _antecedent(words, first - 1)
    phrase = phrase_before(words, first)
    return None if phrase is None else Span(words[phrase[0]].span.start, words[phrase[1] - 1].span.end)


def _is_one_subject(words: Set[str]) -> bool:
    """Tell whether the *words* from "neither" to the verb name who is silent, and do not begin another clause."""
    return "nor" in words or not words & (words_of("clause_joints") | {",", ";"})


def _is_of_neither(words: Sequence[Word], at: int) -> bool:
    """Tell whether the verb *at* is of two of whom neither does it, and not of somebody who comes after them."""
    begin = at
    while begin > 0 and is_adverb(words[begin - 1]):
        begin -= 1
    phrase = phrase_before(words, begin)
    if not phrase or not phrase[0]:
        return False
    return words[phrase[0] - 1].low == "nor" and any(word.low == "neither" for word in words[: phrase[0]])


def _antecedent(words: Sequence[Word], relative: int) -> Span | None:
    """Return whom a clause behind a comma is about; "soldiers who refused to respond" only tells who is meant."""
    if relative < 2 or words[relative - 1].text != ",":
        return None
    last = relative - 2
    closed = words_of("prepositions") | words_of("clause_joints") | {"as", ","}
    first = next((i + 1 for i in range(last, -1, -1) if words[i].low in closed), 0)
    return Span(words[first].span.start, words[last].span.end) if first <= last else None
