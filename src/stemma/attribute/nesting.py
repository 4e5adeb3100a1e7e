"""Reports inside reports, by what lies in what."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage, Unit
from stemma.attribute.phrases import PRONOUNS, is_adverb, is_auxiliary, phrase_before
from stemma.attribute.repairing import find_shapes
from stemma.attribute.seeming import SHOWN
from stemma.attribute.speakers import can_speak, is_outlet, shows
from stemma.attribute.verbs import UNREAL, noun_stance, verb_form
from stemma.attribute.words import Word, span_of, words_in
from stemma.lexicon import words_of
from stemma.model import Span, Stance, overlap

__all__ = ["ALIKE", "MOST", "OTHERS", "is_believing", "is_other", "is_saying", "is_self", "is_vague", "nest"]

OPENING = 10
"""Words at the head of a content in which "images had shown" stands."""
LEAD = 3
"""Words of a content that may stand before the speaker of the report nested in it ("that", "on Monday")."""
PLAIN = frozenset(
    ("additional", "earlier", "fresh", "further", "initial", "media", "new", "other", "previous", "recent")
)
"""Words that make no speaker of "reports"."""
SHOWING = frozenset(
    ("find", "know", "learn", "prove", "reflect", "see", "signal", "underline", "underscore", "understand")
)
"""Verbs with which a thing shows, or a person knows, what the outer speaker holds for true: no further speaker."""
BELIEVING = frozenset(("believe", "feel", "think"))
CITING = frozenset(("according", "cited", "citing", "quoted", "quoting"))
"""Words that pass on another's, whatever verb stands beside them."""
SAYING = frozenset((Stance.ASSERT, Stance.CONFIRM, Stance.DENY))
"""What an inner speaker must do to be a witness: "Kim said the town fears A" is Kim's own tale."""
HIM_OR_HER = frozenset(("he", "she"))
LONGEST_NAME = 4
"""Words at the end of a phrase in which an outlet's name is sought."""
STAFF = frozenset(("anchor", "columnist", "correspondent", "editor", "host", "journalist", "presenter", "reporter"))
_THAT = re.compile(r"\s*that\s")
OTHERS = frozenset(("he", "she", "they"))
"""Inside quotation marks they mean others than the one who is quoted."""
ALIKE = 0.7
"""Share of the longer content that two share to be the same."""
MOST = 0.5
"""Share of the outer content from which on the nested report is the whole of it: one entry, not two."""


def nest(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Return *drafts* with nested reports read as chains.

    The innermost speaker is the source, those around it are relays. Where the inner subject is
    a pronoun, the outer speaker speaks of himself ("he said he fears"): no chain.
    """
    nested: list[Draft] = []
    for draft in drafts:
        unit = passage.unit_at(draft.start)
        inner = _inner(passage.text, unit, draft) if unit is not None else None
        if inner is None or inner.source is None or is_self(passage, draft, inner.source):
            nested.append(draft)
        else:
            outer = draft.source
            is_chain = outer is not None and not _same_words(passage.text, outer, inner.source)
            via = (*draft.via, outer) if outer is not None and is_chain else draft.via
            nested.append(replace(inner, contents=_both(draft, inner), via=via))
    return [_under_relay(passage, draft) for draft in nested]


def is_self(passage: Passage, draft: Draft, inner: Span) -> bool:
    """
    Tell whether the inner subject is the outer speaker, or the body that a spokesman speaks for.

    A pronoun is, but for a third person in the speaker's own words, since nobody calls himself "he", and for
    "he" or "she" in what no person says ("the Herald reported that she said A").
    """
    low = inner.cut(passage.text).casefold().replace("’", "'")
    if low in PRONOUNS:
        is_persons = low in HIM_OR_HER and draft.source is not None and _is_nobody(passage.text, draft.source)
        return not is_persons and not (is_other(passage.text, inner) and _is_own_word(passage, draft, inner))
    outer = "" if draft.source is None else draft.source.cut(passage.text).casefold()
    return "spokes" in outer and low.startswith("the ") and low.removeprefix("the ") in words_of("bodies")


def _is_own_word(passage: Passage, draft: Draft, place: Span) -> bool:
    """Tell whether *place* stands in quotation marks, or behind a label ("LIND: She said")."""
    unit = passage.unit_at(place.start)
    is_labelled = draft.cue is not None and draft.cue.cut(passage.text).strip() == ":"
    return is_labelled or (unit is not None and unit.quoted(place.start))


def _is_nobody(text: str, source: Span) -> bool:
    """Tell whether *source* is an outlet or a paper and no person who speaks for one ("the Herald's Ann Roe")."""
    words = words_in(text, source)
    is_of_staff = any(word.low.endswith("'s") or word.low in STAFF for word in words)
    return not is_of_staff and (is_outlet(words[-LONGEST_NAME:]) or shows(words))


def is_other(text: str, speaker: Span) -> bool:
    """Tell whether *speaker* is a pronoun for people whom the one who is quoted speaks of."""
    return speaker.cut(text).casefold() in OTHERS


def _inner(text: str, unit: Unit, draft: Draft) -> Draft | None:
    """Return the report that begins *draft*'s content and fills most of it."""
    head = draft.contents[0]
    words = words_in(text, head)
    inside = replace(unit, span=head, words=words)
    for shape in find_shapes(inside):
        if shape.source is None or shape.cue is None or _overlaps(shape.cue, draft.cue):
            continue
        if _overlaps(shape.source, draft.source):
            continue
        first = min(shape.source.start, shape.cue.start)
        lead = [w for w in words if w.is_word and w.span.end <= first]
        if len(lead) > LEAD and not (_is_according(text, draft) and lead[0].low in {"beyond", "in", "besides"}):
            continue
        if sum(map(len, shape.contents)) < MOST * (head.end - shape.cue.end):
            continue
        speaker = words_in(text, shape.source)
        is_own = unit.quoted(shape.source.start)
        is_pronoun = speaker[0].low in PRONOUNS and not (is_own and is_other(text, shape.source))
        names_other = can_speak(speaker) or is_other(text, shape.source)
        if is_pronoun or (names_other and _speaks(text, shape.cue, is_own=is_own)):
            return shape
    outer = () if draft.source is None else words_in(text, draft.source)
    passes_on = bool(outer) and (is_outlet(outer) or shows(outer))  # people speak of pictures in their own name
    return _shown(words) if passes_on and not unit.quoted(head.start) else None


def _shown(words: Sequence[Word]) -> Draft | None:
    """Read "images had shown A" at the head of what is said: the images say it."""
    at = next((at for at, word in enumerate(words[:OPENING]) if word.low in SHOWN), len(words))
    verb = at
    while verb and at < len(words) and (is_auxiliary(words[verb - 1]) or is_adverb(words[verb - 1])):
        verb -= 1
    phrase = phrase_before(words, verb) if at + 1 < len(words) else None
    if phrase is None or not shows(words[slice(*phrase)]) or sum(word.is_word for word in words[: phrase[0]]) > LEAD:
        return None
    if words[verb].low in UNREAL or any(word.low in words_of("negations") for word in words[verb:at]):
        return None
    first = at + 2 if words[at + 1].low == "that" and at + 2 < len(words) else at + 1
    told = Span(words[first].span.start, words[-1].span.end)
    return Draft((told,), span_of(words, phrase), Span(words[verb].span.start, words[at].span.end))


def _same_words(text: str, one: Span, other: Span) -> bool:
    """Tell whether one speaker is named twice."""
    return one.cut(text).casefold() == other.cut(text).casefold()


def _overlaps(one: Span, other: Span | None) -> bool:
    return other is not None and one.meets(other)


def _both(draft: Draft, inner: Draft) -> tuple[Span, ...]:
    """Return the inner content with the outer's further pieces, which go on with it."""
    return (*inner.contents, *draft.contents[1:])


def _is_according(text: str, draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.cut(text).casefold().startswith("according")


def _speaks(text: str, cue: Span, *, is_own: bool) -> bool:
    """
    Tell whether the verb of *cue* lets somebody speak; "finds" shows what the outer speaker holds.

    In the outer speaker's own words only a saying does: "“The ruling confirms A,” he said".
    """
    words = words_in(text, cue)
    if any(word.low in words_of("negations") for word in words):  # what was not said is the outer speaker's tale
        return False
    if is_saying(text, cue) or words[-1].low == "by":  # "as noted by Kim"
        return True
    forms = [form for word in words if (form := verb_form(word.low)) is not None]
    if not forms or words[0].low in UNREAL or is_own:
        return False
    return forms[-1].lemma not in SHOWING


def is_saying(text: str, cue: Span) -> bool:
    """
    Tell whether *cue* says that something was said.

    What somebody else wants, fears or sees is the speaker's tale, and so is what he would say.
    """
    words = words_in(text, cue)
    if any(word.low in CITING for word in words):
        return True
    forms = [form for word in words if (form := verb_form(word.low)) is not None and form.takes_bare_clause]
    if not forms or words[0].low in UNREAL:
        return False
    last = forms[-1]
    is_verb = last.lemma not in words_of("noun_verbs") or _THAT.match(text, cue.end) is not None
    return is_verb and last.lemma not in SHOWING and last.stance in SAYING


def is_believing(text: str, cue: Span) -> bool:
    """Tell whether *cue* says what others hold for true, as a statement of theirs ("her girls feel that A")."""
    words = words_in(text, cue)
    form = verb_form(words[-1].low)
    is_real = words[0].low not in UNREAL and not any(word.low in words_of("negations") for word in words)
    return is_real and form is not None and form.lemma in BELIEVING and _THAT.match(text, cue.end) is not None


def _under_relay(passage: Passage, draft: Draft) -> Draft:
    """Read "As analysts note, Kim confirmed A": what governs the whole sentence relays what stands in it."""
    unit = passage.unit_at(draft.start)
    if unit is None or draft.source is None or draft.cue is None:
        return draft
    for shape in find_shapes(unit):
        if shape.source is None or shape.cue is None or not _governs(passage.text, shape, draft):
            continue
        if unit.quoted(shape.cue.start) or any(v.meets(shape.source) for v in draft.via):
            continue
        if is_vague(passage.text, draft.source):
            return replace(draft, source=shape.source, cue=shape.cue)
        return replace(draft, via=(shape.source, *draft.via))
    return draft


def _governs(text: str, shape: Draft, draft: Draft) -> bool:
    """Tell whether the clause of *draft* opens what the speaker of *shape* says, or that is said beside the whole."""
    if shape.source is None or shape.cue is None or draft.source is None or draft.cue is None:
        return False
    if shape.cue.meets(draft.cue) or shape.source.meets(draft.source) or draft.shares(shape) <= MOST:
        return False
    if shape.source.cut(text).casefold() == draft.source.cut(text).casefold():
        return False
    clause = (draft.source, draft.cue)
    if overlap(shape.contents, clause) < sum(map(len, clause)) or not _is_somebody(words_in(text, shape.source)):
        return False
    start = min(draft.source.start, draft.cue.start)
    lead = [word for word in words_in(text, Span(shape.start, start)) if word.is_word] if shape.start < start else []
    return len(lead) <= LEAD or _is_beside(text, shape)


def _is_somebody(words: Sequence[Word]) -> bool:
    return can_speak(words) or (len(words) == 1 and words[0].low in PRONOUNS | words_of("source_pronouns"))


def _is_beside(text: str, shape: Draft) -> bool:
    """Tell whether it stands beside the statement: "according to X", "as X notes"."""
    if shape.cue is None or shape.source is None:
        return False
    start = min(shape.cue.start, shape.source.start)
    return _is_according(text, shape) or text[:start].rstrip().casefold().endswith(("as", ", as"))


def is_vague(text: str, source: Span) -> bool:
    """Tell whether nobody speaks but things do ("observations", "further reports")."""
    words = words_in(text, source)
    if len(words) == 1 and words[0].low in PRONOUNS:
        return False
    if words[-1].low in words_of("observations"):
        return True
    plain = words_of("clause_openers") | PLAIN
    return noun_stance(words[-1].low) is not None and all(word.low in plain for word in words[:-1])
