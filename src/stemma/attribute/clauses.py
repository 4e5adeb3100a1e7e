"""Reporting clauses found by their shape: a reporting verb, its subject and what it governs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import (
    PRONOUNS,
    STOPS,
    is_adverb,
    is_auxiliary,
    is_quote_mark,
    leaves_verb,
    phrase_after,
    phrase_before,
)
from stemma.attribute.speakers import is_speaker
from stemma.attribute.verbs import Form, is_past, verb_form
from stemma.attribute.words import Word
from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["find_clauses", "subject_of"]

WH = frozenset(("how", "if", "what", "where", "whether", "who", "why"))
DASHES = frozenset(("—", "–", "--"))
ASIDE = 5
"""Words of "as analysts note" at most."""
NEAR = 14
"""Words between a verb and its "that" or its quotation at most: an addressee, a day and a place."""
SUBJECT = 9
"""Words back from a verb to the "which" of "boats which the guild said were sunk" at most."""
FEWEST = 3
"""Words of a statement at least."""
HEARERS = frozenset(("her", "him", "me", "them", "us"))
NO_OPENERS = frozenset(("after", "as", "before", "by", "for", "in", "of", "on", "to", "until", "when", "while", "with"))
"""What follows them says when, where or how it was said ("said before he died")."""
RELATIVES = frozenset(("that", "which", "who", "whom", "whose"))
INVERTING = frozenset(("add", "say"))
"""Verbs that take no object but what is said: a speaker after them is their subject ("…, said the mayor")."""


@dataclass(frozen=True, slots=True)
class _Verb:
    form: Form
    first: int
    """First word of the cue: auxiliaries and adverbs belong to it."""
    at: int
    """The verb itself."""


def find_clauses(words: Sequence[Word]) -> list[Draft]:
    """
    Return a draft for each reporting clause among *words*, the words of a sentence, in order.

    Shapes: "X said (to Y, on Monday) that A", "X said: “A”", "A, X said", "A, said X",
    "A, X said, B", "As X said, A".
    """
    found: list[Draft] = []
    for verb in _verbs(words):
        draft = _parenthetical(words, verb) or _governing(words, verb)
        if draft is not None:
            found.append(draft)
    return _end_at_next(found, words)


def subject_of(words: Sequence[Word], cue: Span) -> Span | None:
    """Return the subject beside the finite, active verb of *cue*, if one stands there."""
    for verb in _verbs(words):
        if cue.meets(words[verb.at].span):
            subject = _inverted(words, verb) or phrase_before(words, verb.first)
            return None if subject is None else Span(words[subject[0]].span.start, words[subject[1] - 1].span.end)
    return None


def _verbs(words: Sequence[Word]) -> Iterator[_Verb]:
    for at, word in enumerate(words):
        form = verb_form(word.low)
        if form is None or (word.is_name and at):
            continue
        first = at
        while first > 0 and (is_auxiliary(words[first - 1]) or is_adverb(words[first - 1])):
            first -= 1
        while first < at and is_adverb(words[first]) and words[first].low != "never":
            first += 1
        if _is_finite(words, first, at, form):
            yield _Verb(form, first, at)


def _is_finite(words: Sequence[Word], first: int, at: int, form: Form) -> bool:
    """Tell whether the verb at *at* is the active verb of a clause, not a participle, an infinitive or a noun."""
    if first and words[first - 1].low in {"to", "the", "a", "an", "of", "no", "any", "this", "that", "his", "its"}:
        return False
    helped = any(is_auxiliary(words[i]) for i in range(first, at))
    being = any(words[i].low in words_of("forms_of_be") for i in range(first, at))
    if being or form.is_gerund:
        return being and form.is_gerund
    if not helped and form.is_participle and _is_reduced(words, at, form):
        return False
    if not helped and form.is_present and form.lemma in words_of("noun_verbs"):
        follows = words[at + 1].low if at + 1 < len(words) else ""
        in_aside = follows == "," and any(word.low == "as" for word in words[max(0, at - ASIDE) : at])
        return follows == "that" or in_aside or (at > 0 and words[at - 1].low in PRONOUNS)
    return helped or form.is_past or form.is_present


def _is_reduced(words: Sequence[Word], at: int, form: Form) -> bool:
    """Tell whether the participle at *at* says more of a noun ("the papers revealed do show A", "cited by Kim")."""
    follows = words[at + 1] if at + 1 < len(words) else None
    if follows is not None and leaves_verb(form, follows):
        return not any(word.low in RELATIVES | {"what"} for word in words[max(0, at - SUBJECT) : at])
    return follows is not None and follows.low == "by"


def _inverted(words: Sequence[Word], verb: _Verb) -> tuple[int, int] | None:
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


def _governing(words: Sequence[Word], verb: _Verb) -> Draft | None:
    """Read "X said that A" and "X said: “A”"."""
    subject = phrase_before(words, verb.first)
    start = _complement(words, verb)
    if subject is None or start is None:
        return None
    end = len(words)
    while end > start and not (words[end - 1].is_word or is_quote_mark(words[end - 1]) or words[end - 1].text == ")"):
        end -= 1
    return _draft(words, subject, verb, [(start, end)])


def _complement(words: Sequence[Word], verb: _Verb) -> int | None:
    """Return the first word of what the verb governs, or None where it governs no statement."""
    at = _after_aside(words, verb.at + 1)
    if at >= len(words):
        return None
    marked = _marked_complement(words, at)
    if marked is not None:
        return marked
    if words[at].low in WH:
        return at if verb.form.lemma != "see" else None
    if verb.form.lemma in words_of("addressee_verbs"):
        at = _after_addressee(words, at)
    elif not verb.form.takes_bare_clause:
        return None
    while at < len(words) and is_adverb(words[at]):
        at += 1
    return at if at < len(words) and _opens_clause(words, at) else None


def _marked_complement(words: Sequence[Word], at: int) -> int | None:
    """Find the "that", the colon or the quotation mark that opens the statement."""
    for i in range(at, min(len(words) - 1, at + NEAR)):
        word = words[i]
        if i > at and _has_hearer(words, i):
            return None  # "said the driver told him that A": the statement is what the driver told
        if word.low == "that" and (i == at or words[i - 1].low not in {"of", "in", "for", "on"}):
            return i + 1
        if is_quote_mark(word) and (i == at or words[i - 1].text in {":", ","}):
            return i
        if word.text == ":":
            return i + 1
        if word.text in STOPS or (i > at and (is_auxiliary(word) or word.low in PRONOUNS)):
            return None
    return None


def _has_hearer(words: Sequence[Word], at: int) -> bool:
    """Tell whether it is the verb of a further report that names its hearer: "told him"."""
    form = verb_form(words[at].low)
    follows = words[at + 1].low if at + 1 < len(words) else ""
    return form is not None and form.is_past and form.lemma in words_of("addressee_verbs") and follows in HEARERS


def _after_aside(words: Sequence[Word], at: int) -> int:
    """Step over ", citing Kim," between a verb and its "that"."""
    if at + 1 < len(words) and words[at].text == "," and words[at + 1].low.endswith("ing"):
        closed = next((i for i in range(at + 1, min(len(words), at + NEAR)) if words[i].text == ","), None)
        if closed is not None:
            return closed + 1
    return at


def _after_addressee(words: Sequence[Word], at: int) -> int:
    if words[at].low == "her" and at + 1 < len(words) and words[at + 1].low in words_of("determiners") | PRONOUNS:
        return at + 1
    while at < len(words) and words[at].low in {"the", "a", "his", "her", "its", "their"}:
        at += 1
    start = at
    while at < len(words) and words[at].is_name:
        at += 1
    return at if at > start else at + 1


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    """Tell whether a statement with a verb of its own begins at word *at*."""
    first = words[at]
    if first.low in NO_OPENERS or not first.is_word:
        return False
    for word in words[at + 1 : at + NEAR]:
        if word.text in {",", ";", "."}:
            return False
        if is_auxiliary(word) or is_past(word.low):
            return True
        if (form := verb_form(word.low)) is not None and form.is_past:
            return True
        if first.low in PRONOUNS and (first.low != "it" or word.low.endswith("s")):
            return True
    return False


def _parenthetical(words: Sequence[Word], verb: _Verb) -> Draft | None:
    """Read "A, X said", "A, said X" and "A, X said, B"."""
    inverted = _inverted(words, verb)
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


def _close(words: Sequence[Word], verb: _Verb, after: int) -> int | None:
    """Return the word after what ends the reporting clause; None where a statement follows the verb."""
    for i in range(after, min(len(words), after + NEAR)):
        word = words[i]
        if word.text in DASHES | {",", ".", ";"}:
            return i + 1
        if word.low == "that" or is_quote_mark(word) or word.text == ":":
            return None
        if i == after and (_has_object(words, verb, i) or (verb.form.takes_bare_clause and _opens_clause(words, i))):
            return None
        if is_auxiliary(word) or word.low in PRONOUNS:
            return None
    return len(words) if len(words) - after < NEAR else None


def _has_object(words: Sequence[Word], verb: _Verb, at: int) -> bool:
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


def _draft(words: Sequence[Word], subject: tuple[int, int], verb: _Verb, pieces: list[tuple[int, int]]) -> Draft | None:
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
