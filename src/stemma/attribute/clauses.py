"""Reporting clauses found by their shape: a reporting verb, its subject and what it governs."""

from collections.abc import Sequence

from stemma.attribute.complements import NEAR, complement_of, opens_clause
from stemma.attribute.draft import Draft
from stemma.attribute.finite import RELATIVES, ReportingVerb, reporting_verbs
from stemma.attribute.phrases import (
    PRONOUNS,
    is_auxiliary,
    is_quote_mark,
    phrase_after,
    phrase_before,
)
from stemma.attribute.speakers import is_speaker
from stemma.attribute.verbs import is_past
from stemma.attribute.words import Word
from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["find_clauses", "subject_of"]

DASHES = frozenset(("—", "–", "--"))
FEWEST = 3
"""Words of a statement at least."""
INVERTING = frozenset(("add", "say"))
"""Verbs that take no object but what is said: a speaker after them is their subject ("…, said the mayor")."""


def find_clauses(words: Sequence[Word]) -> list[Draft]:
    """
    Return a draft for each reporting clause among *words*, the words of a sentence, in order.

    Shapes: "X said (to Y, on Monday) that A", "X said: “A”", "A, X said", "A, said X",
    "A, X said, B", "As X said, A".
    """
    found: list[Draft] = []
    for verb in reporting_verbs(words):
        inverted = _inverted(words, verb)
        draft = _parenthetical(words, verb, inverted) or (None if inverted else _governing(words, verb))
        if draft is not None:
            found.append(draft)
    return _end_at_next(found, words)


def subject_of(words: Sequence[Word], cue: Span) -> Span | None:
    """Return the subject beside the finite, active verb of *cue*, if one stands there."""
    for verb in reporting_verbs(words):
        if cue.meets(words[verb.at].span):
            subject = _inverted(words, verb) or phrase_before(words, verb.first)
            return None if subject is None else Span(words[subject[0]].span.start, words[subject[1] - 1].span.end)
    return None


def _inverted(words: Sequence[Word], verb: ReportingVerb) -> tuple[int, int] | None:
    """Return the subject of "A, said the mayor": a statement before the verb, a speaker after it, and nothing said."""
    before = words[verb.at - 1] if verb.at else None
    if before is None or not (before.text in DASHES | {","} or is_quote_mark(before)):
        return None
    subject = phrase_after(words, verb.at + 1)
    if (
        verb.form.lemma not in INVERTING
        or not _states(words[: verb.at])
        or subject is None
        or not _names_speaker(words[slice(*subject)])
    ):
        return None
    follows = words[subject[1]] if subject[1] < len(words) else None
    return None if follows is not None and (is_auxiliary(follows) or follows.low == "that") else subject


def _states(words: Sequence[Word]) -> bool:
    """Tell whether a verb stands in *words* that is not that of a relative clause: no mere name with an apposition."""
    return any(
        (is_auxiliary(word) or is_past(word.low))
        and not any(before.low in RELATIVES for before in words[max(0, at - 2) : at])
        for at, word in enumerate(words)
    )


def _names_speaker(phrase: Sequence[Word]) -> bool:
    """Tell whether a speaker stands in *phrase* before its first preposition, and no verb."""
    named = False
    for word in phrase:
        if word.low in words_of("prepositions") and named:
            break
        if is_past(word.low) and not word.is_name:
            return named and word.low.endswith("ed") and phrase[-1] is not word
        named = named or word.is_name or is_speaker(word.low) or word.low in PRONOUNS
    return named


def _governing(words: Sequence[Word], verb: ReportingVerb) -> Draft | None:
    """Read "X said that A" and "X said: “A”"."""
    subject = phrase_before(words, verb.first)
    start = complement_of(words, verb)
    if subject is None or start is None:
        return None
    end = len(words)
    while end > start and not (words[end - 1].is_word or is_quote_mark(words[end - 1]) or words[end - 1].text == ")"):
        end -= 1
    return _draft(words, subject, verb, [(start, end)])


def _parenthetical(words: Sequence[Word], verb: ReportingVerb, inverted: tuple[int, int] | None) -> Draft | None:
    """Read "A, X said", "A, said X" and "A, X said, B"."""
    subject = None if inverted is not None else phrase_before(words, verb.first)
    if subject is not None:
        begin, after = subject[0], verb.at + 1
    else:
        subject = phrase_after(words, verb.at + 1)
        if subject is None:
            return None
        begin, after = verb.first, subject[1]
    as_clause = begin > 0 and words[begin - 1].low == "as"
    begin -= as_clause
    before = words[begin - 1] if begin else None
    if before is None and not as_clause:
        return None
    if before is not None and not (before.text in DASHES | {","} or is_quote_mark(before)):
        return None
    closed = _close(words, verb, after)
    if closed is None:
        return None
    pieces = [(0, begin), (closed, len(words))]
    pieces = [piece for piece in (_statement(words, *p) for p in pieces) if piece is not None]
    return _draft(words, subject, verb, pieces)


def _close(words: Sequence[Word], verb: ReportingVerb, after: int) -> int | None:
    """Return the word after what ends the reporting clause; None where a statement follows the verb."""
    for i in range(after, min(len(words), after + NEAR)):
        word = words[i]
        if word.text in DASHES | {",", ".", ";"}:
            return i + 1
        if word.low == "that" or is_quote_mark(word) or word.text == ":":
            return None
        if i == after and (_has_object(words, verb, i) or (verb.form.takes_bare_clause and opens_clause(words, i))):
            return None
        if is_auxiliary(word) or word.low in PRONOUNS:
            return None
    return len(words) if len(words) - after < NEAR else None


def _has_object(words: Sequence[Word], verb: ReportingVerb, at: int) -> bool:
    """Tell whether the verb has a thing for its object: "A, the pilots saw a bird" says nothing of A."""
    follows = words[at + 1].low if at + 1 < len(words) else ""
    is_thing = words[at].low in {"a", "an", "the"} and follows not in words_of("time_words")
    return is_thing and at == verb.at + 1 and verb.form.lemma not in words_of("addressee_verbs") | INVERTING


def _statement(words: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    while start < end and not words[start].is_word and not is_quote_mark(words[start]):
        start += 1
    while end > start and not words[end - 1].is_word and not is_quote_mark(words[end - 1]):
        end -= 1
    told = [word for word in words[start:end] if word.is_word]
    if len(told) < FEWEST:
        return None
    if (start and told[0].low.endswith("ing")) or told[0].low in {"who", "which", "according"}:
        return None
    return start, end


def _draft(
    words: Sequence[Word], subject: tuple[int, int], verb: ReportingVerb, pieces: list[tuple[int, int]]
) -> Draft | None:
    contents = [(start, end) for start, end in pieces if sum(w.is_word for w in words[start:end]) >= FEWEST]
    if not contents:
        return None
    return Draft(
        contents=tuple(Span(words[a].span.start, words[b - 1].span.end) for a, b in contents),
        source=Span(words[subject[0]].span.start, words[subject[1] - 1].span.end),
        cue=Span(words[verb.first].span.start, words[verb.at].span.end),
    )


def _end_at_next(found: list[Draft], words: Sequence[Word]) -> list[Draft]:
    """End a statement where the sentence goes on with a reporting clause of its own ("…, but he said …")."""
    ended: list[Draft] = []
    for draft in found:
        last = draft.contents[-1]
        for other in found:
            if other is draft or other.source is None or not last.start < other.source.start < last.end:
                continue
            joint = next((w for w in reversed(words) if w.is_word and w.span.end <= other.source.start), None)
            if joint is not None and joint.low in words_of("clause_joints") and joint.span.start > last.start:
                before = [w for w in words if w.is_word and last.start <= w.span.start < joint.span.start]
                if len(before) >= FEWEST:
                    last = Span(last.start, before[-1].span.end)
        ended.append(Draft((*draft.contents[:-1], last), draft.source, draft.cue))
    return ended
